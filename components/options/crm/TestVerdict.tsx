import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import type { TestResult } from './test-crm.ts';

interface Props {
  result: TestResult;
  /** More lines are to come. */
  running: boolean;
  /** What was tested is no longer what the form says. */
  outdated: boolean;
}

/** What the test of a CRM found, line by line. */
export function TestVerdict({ result, running, outdated }: Props) {
  const words = optionsWords().test;
  return (
    <section class="verdict" aria-label={words.title} aria-busy={running}>
      <header>
        <b>{result.headline}</b>
        {!running && (
          <span class="when">
            {outdated ? words.before : words.justNow} ·{' '}
            <bdi dir="ltr" class="num">
              {duration(result.ms)}
            </bdi>
          </span>
        )}
      </header>
      <ul>
        {result.lines.map(({ verdict, text, advice, ms, note }) => (
          <li key={text} class="verdictline">
            <Sign verdict={verdict} />
            <span>
              <span class={verdict === 'none' ? 'quiet' : undefined}>{text}</span>
              {advice && <p>{advice}</p>}
            </span>
            <bdi dir="ltr" class="took num">
              {note ?? (ms === undefined ? '' : duration(ms))}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function duration(ms: number): string {
  const { milliseconds, seconds } = optionsWords().test;
  return ms < 1_000 ? milliseconds(Math.round(ms)) : seconds(ms / 1_000);
}
