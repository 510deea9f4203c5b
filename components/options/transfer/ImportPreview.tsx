import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { describeImport } from './describe-import.ts';

interface Props {
  /** Of the file. */
  name: string;
  now: Settings;
  next: Settings;
  crms: readonly CrmConnector[];
  replace(next: Settings): void;
  cancel(): void;
}

/** What an import would change, before it does. */
export function ImportPreview({ name, now, next, crms, replace, cancel }: Props) {
  const lines = describeImport(now, next, crms);
  const { transfer: words, cancel: cancelWords } = optionsWords();
  return (
    <>
      <section class="boxed" aria-label={words.wouldChange}>
        <header>
          <span class="what">
            <b>{lines.length === 0 ? words.nothingWould : words.thisWould}</b>
            <small>
              <bdi>{name}</bdi>
            </small>
          </span>
        </header>
        <ul>
          {lines.map(({ what, change, warn }) => (
            <li key={what} class="verdictline">
              <Sign verdict={warn ? 'warn' : 'none'} />
              <span>
                {what}
                <p>{change}</p>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <div class="finish">
        {lines.length > 0 && (
          <button type="button" class="btn main" onClick={() => replace(next)}>
            {words.replaceMine}
          </button>
        )}
        <button type="button" class="btn" onClick={cancel}>
          {cancelWords}
        </button>
      </div>
    </>
  );
}
