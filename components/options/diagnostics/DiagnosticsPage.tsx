import type { DiagnosedPage } from '../../../lib/domain/host/host-diagnostics.ts';
import { listTime } from '../../words/format-time.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { DiagnosticsEvents } from './DiagnosticsEvents.tsx';
import { strategyLines } from './diagnostics-strategies.ts';
import { droppedWords, placeWords, sentenceOf, standing } from './diagnostics-words.ts';

interface Props {
  page: DiagnosedPage;
  /** Rules of this origin that do not fit it. */
  unread: readonly string[];
  labelOf(adapter: string): string;
}

/** One frame of a host page: how it stands, who sees something in it, and its last events. */
export function DiagnosticsPage({ page, unread, labelOf }: Props) {
  const stands = standing(page, unread);
  const { verdict, words, advice } = stands;
  const { lines, idle } = strategyLines(page, labelOf);
  const texts = optionsWords().diagnostics;
  const dropped = droppedWords(page.dropped);
  return (
    <section class="boxed" aria-label={`${page.origin}, ${placeWords(page)}`}>
      <header>
        <Sign verdict={verdict} />
        <span class="what">
          <b>{sentenceOf(page, stands, labelOf)}</b>
          <small>
            <bdi dir="ltr">{page.origin}</bdi>
            {` · ${[placeWords(page), texts.since(listTime(page.since, Date.now()))].join(' · ')}`}
          </small>
        </span>
      </header>
      {advice && (
        <p class="advice">
          <b>{words}.</b> {advice}
        </p>
      )}
      <details class="advanced" open={verdict === 'warn' || lines.some((line) => line.verdict !== 'ok')}>
        <summary>{texts.standing.details}</summary>
        <ul aria-label={texts.strategies}>
          {lines.map((line) => (
            <li key={`${line.name} ${line.words}`} class="verdictline">
              <Sign verdict={line.verdict} />
              <span>{line.name}</span>
              <span class="took">{line.words}</span>
            </li>
          ))}
          {idle.length > 0 && (
            <li class="verdictline">
              <Sign verdict="none" />
              <span class="quiet">{texts.idle(idle)}</span>
            </li>
          )}
        </ul>
        {dropped !== '' && <p class="advice">{texts.leftOut(dropped)}</p>}
        <DiagnosticsEvents events={page.events} labelOf={labelOf} />
      </details>
    </section>
  );
}
