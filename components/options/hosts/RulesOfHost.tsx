import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { allRuleFiles, isForOrigin } from '../../../lib/domain/host-rules-for.ts';
import type { HostSettings, Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { CheckSetting } from '../parts/CheckSetting.tsx';

interface Props {
  host: HostSettings;
  settings: Settings;
  packs: readonly RuleFile[];
  /** Makes the ids of the controls unique on the page. */
  id: string;
  readOnly: boolean;
  change(change: Partial<HostSettings>): Promise<boolean>;
}

/** Which rule files read this host. */
export function RulesOfHost({ host, settings, packs, id, readOnly, change }: Props) {
  const { rulesOff: off = [], origin } = host;
  const files = allRuleFiles(packs, settings.rules).filter(
    (file) => !settings.rulesOff.includes(file.id) && file.rules.some((rule) => isForOrigin(rule, origin)),
  );
  if (files.length === 0) return null;
  return (
    <details class="advanced" open={off.length > 0}>
      <summary>{optionsWords().hosts.rules.title}</summary>
      {files.map((file) => (
        <CheckSetting
          key={file.id}
          id={`${id}-rules-${file.id}`}
          label={file.label}
          checked={!off.includes(file.id)}
          disabled={readOnly}
          change={(used) => {
            const others = off.filter((each) => each !== file.id);
            return change({ rulesOff: used ? others : [...others, file.id] });
          }}
        />
      ))}
    </details>
  );
}
