import { useState } from 'preact/hooks';
import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';

interface Props {
  file: RuleFile;
  /** An administrator's; else it ships with Ringside. */
  own: boolean;
  /** It stands in the place of a shipped one. */
  replaces: boolean;
  off: boolean;
  readOnly: boolean;
  use(used: boolean): Promise<boolean>;
  remove(): Promise<void>;
}

/** One rule file: what it reads, how it was tried, whether it is used. */
export function RulesFile({ file, own, replaces, off, readOnly, use, remove }: Props) {
  const [asking, setAsking] = useState(false);
  const id = `rules-${file.id}`;
  const tried = file.tried[0];
  return (
    <li class="host">
      <header>
        <Sign verdict={off ? 'none' : 'ok'} />
        <span class="what">
          <b dir="auto">{file.label}</b>
          <small>
            {own ? (replaces ? 'Your own, in the place of the shipped one' : 'Your own') : 'Shipped'}
            {' · '}
            <bdi dir="ltr">{hostsOf(file)}</bdi>
            {tried && ` · tried ${tried.on}`}
          </small>
        </span>
        <label class="box" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={!off}
            disabled={readOnly}
            aria-label={`Use ${file.label}`}
            onChange={(event) => void toggle(event.currentTarget, off, use)}
          />
          Use
        </label>
        {own && (
          <button
            type="button"
            class="btn plain danger"
            disabled={readOnly}
            onClick={() => setAsking(true)}
            aria-label={`Remove ${file.label}`}
          >
            Remove
          </button>
        )}
      </header>
      {asking && (
        <ConfirmDialog
          title={`Remove ${file.label}?`}
          action="Remove"
          confirm={() => {
            setAsking(false);
            void remove();
          }}
          cancel={() => setAsking(false)}
        >
          {replaces
            ? 'The file is deleted from these settings, and the shipped rules are used again.'
            : 'The file is deleted from these settings. Calls that only it can read are no longer seen.'}
        </ConfirmDialog>
      )}
    </li>
  );
}

/** What was not saved must not stay on screen as if it were. */
async function toggle(box: HTMLInputElement, off: boolean, use: Props['use']): Promise<void> {
  if (!(await use(box.checked))) box.checked = !off;
}

function hostsOf({ rules }: RuleFile): string {
  const hosts = [...new Set(rules.flatMap(({ where }) => where.map(({ host }) => host)))];
  return hosts.includes('*') ? 'any host' : hosts.join(', ');
}
