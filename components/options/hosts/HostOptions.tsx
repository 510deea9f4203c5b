import type { HostSettings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { CheckSetting } from '../parts/CheckSetting.tsx';
import { TextSetting } from '../parts/TextSetting.tsx';
import { readAddress } from '../state/read-address.ts';

const mostFrames = 16;
const longestName = 128;

interface Props {
  host: HostSettings;
  /** Makes the ids of the controls unique on the page. */
  id: string;
  readOnly: boolean;
  change(change: HostChange): Promise<boolean>;
  markUnsaved(id: string, unsaved: boolean): void;
}

/** `undefined` takes the frame addresses away. */
export type HostChange = Partial<Omit<HostSettings, 'frameOrigin'>> & {
  frameOrigin?: HostSettings['frameOrigin'] | undefined;
};

/** What an administrator may set for one host. */
export function HostOptions({ host, id, readOnly, change, markUnsaved }: Props) {
  const words = optionsWords().hosts;
  return (
    <>
      <TextSetting
        id={`${id}-label`}
        label={words.name}
        hint={words.nameHint}
        value={host.label}
        disabled={readOnly}
        check={checkLabel}
        save={(label) => change({ label })}
        markUnsaved={markUnsaved}
      />
      <TextSetting
        id={`${id}-campaign`}
        label={words.campaign}
        hint={words.campaignHint}
        value={host.campaignHeader}
        disabled={readOnly}
        check={checkHeader}
        save={(campaignHeader) => change({ campaignHeader })}
        markUnsaved={markUnsaved}
      />
      <CheckSetting
        id={`${id}-card`}
        label={words.card}
        checked={!host.noCard}
        disabled={readOnly}
        change={(shown) => change({ noCard: !shown })}
      />
      <CheckSetting
        id={`${id}-internal`}
        label={words.internal}
        checked={host.popInternal}
        disabled={readOnly}
        change={(popInternal) => change({ popInternal })}
      />
      <CheckSetting
        id={`${id}-trust`}
        label={words.trust}
        warn={host.trustContactIdHeader}
        hint={words.trustHint}
        checked={host.trustContactIdHeader}
        disabled={readOnly}
        change={(trustContactIdHeader) => change({ trustContactIdHeader })}
      />
      <details class="advanced" open={host.frameOrigin !== undefined}>
        <summary>{words.advanced}</summary>
        <TextSetting
          id={`${id}-frame`}
          label={words.frames}
          hint={words.framesHint}
          value={[host.frameOrigin ?? []].flat().join(' ')}
          placeholder={words.sameSite}
          disabled={readOnly}
          check={checkFrames}
          save={(typed) => change({ frameOrigin: toFrameOrigin(typed) })}
          markUnsaved={markUnsaved}
        />
      </details>
    </>
  );
}

function checkLabel(typed: string) {
  const value = typed.trim();
  return value.length <= longestName
    ? ({ ok: true, value } as const)
    : ({ ok: false, message: optionsWords().hosts.nameTooLong(longestName) } as const);
}

function checkHeader(typed: string) {
  const value = typed.trim();
  return /^[A-Za-z0-9-]{1,64}$/.test(value)
    ? ({ ok: true, value } as const)
    : ({
        ok: false,
        message: optionsWords().hosts.campaignWrong,
      } as const);
}

function checkFrames(typed: string) {
  const origins = new Set<string>();
  for (const word of wordsOf(typed)) {
    const address = readAddress(word);
    if (!address.ok) return address;
    origins.add(address.origin);
  }
  return origins.size <= mostFrames
    ? ({ ok: true, value: [...origins].join(' ') } as const)
    : ({ ok: false, message: optionsWords().hosts.tooManyFrames(mostFrames) } as const);
}

/** As settings hold it: none, one, or a list. */
function toFrameOrigin(checked: string): HostSettings['frameOrigin'] {
  const origins = wordsOf(checked);
  return origins.length > 1 ? origins : origins[0];
}

function wordsOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((word) => word !== '');
}
