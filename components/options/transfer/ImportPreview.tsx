import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
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
  return (
    <>
      <section class="boxed" aria-label="What would change">
        <header>
          <span class="what">
            <b>{lines.length === 0 ? 'Nothing would change' : 'This would change'}</b>
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
            Replace my settings
          </button>
        )}
        <button type="button" class="btn" onClick={cancel}>
          Cancel
        </button>
      </div>
    </>
  );
}
