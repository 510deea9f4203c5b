import { useState } from 'preact/hooks';
import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { optionsWords } from '../../words/options-words.ts';
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
  const { hosts, ...page } = optionsWords();
  const words = hosts.rules;
  return (
    <li class="host">
      <header>
        <Sign verdict={off ? 'none' : 'ok'} />
        <span class="what">
          <b dir="auto">{file.label}</b>
          <small>
            {own ? (replaces ? words.ownInPlace : words.own) : words.shipped}
            {' · '}
            <bdi dir="ltr">{hostsOf(file)}</bdi>
            {tried && ` · ${words.tried(tried.on)}`}
          </small>
        </span>
        <label class="box" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={!off}
            disabled={readOnly}
            aria-label={words.useOf(file.label)}
            onChange={(event) => void toggle(event.currentTarget, off, use)}
          />
          {words.use}
        </label>
        {own && (
          <button
            type="button"
            class="btn plain danger"
            disabled={readOnly}
            onClick={() => setAsking(true)}
            aria-label={page.removeOf(file.label)}
          >
            {page.remove}
          </button>
        )}
      </header>
      {asking && (
        <ConfirmDialog
          title={page.askRemove(file.label)}
          action={page.remove}
          confirm={() => {
            setAsking(false);
            void remove();
          }}
          cancel={() => setAsking(false)}
        >
          {replaces ? words.removeShippedAgain : words.removeMeans}
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
  return hosts.includes('*') ? optionsWords().hosts.rules.anyHost : hosts.join(', ');
}
