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
  return (
    <section class="verdict" aria-label="Test" aria-busy={running}>
      <header>
        <b>{result.headline}</b>
        {!running && (
          <span class="when">
            {outdated ? 'tested before your change' : 'tested just now'} ·{' '}
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
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
