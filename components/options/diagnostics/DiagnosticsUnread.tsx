import { listTime } from '../../words/format-time.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import type { UnreadCrm } from './unread-crms.ts';

/** What of the answers of CRMs could not be read, by CRM. Nothing where all could be. */
export function DiagnosticsUnread({ crms }: { crms: readonly UnreadCrm[] }) {
  const words = optionsWords().diagnostics;
  return crms.map(({ id, name, parts }) => (
    <section key={id} class="boxed" aria-label={name}>
      <header>
        <Sign verdict="warn" />
        <span class="what">
          <b>
            <bdi>{name}</bdi>
          </b>
          <small>{words.leftOfCrm.title}</small>
        </span>
      </header>
      <p class="advice">{words.leftOfCrm.advice}</p>
      <ul aria-label={words.leftOfCrm.title}>
        {parts.map((part) => (
          <li key={`${part.of} ${part.whole} ${part.path} ${part.expected}`} class="verdictline">
            <Sign verdict="none" />
            <span>{words.leftOfCrm.part(part)}</span>
            <span class="took">
              {words.leftOfCrm.times(words.times(part.times), listTime(part.at, Date.now()))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
