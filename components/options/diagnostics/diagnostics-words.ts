import type {
  DiagnosedEvent,
  DiagnosedPage,
  DropReason,
  EventFacts,
} from '../../../lib/domain/host/host-diagnostics.ts';
import { dateFormat } from '../../words/language/formats.ts';
import { optionsWords } from '../../words/options-words.ts';
import type { Verdict } from '../parts/Sign.tsx';

/** `not valid 2×, too big 1×`; empty where nothing was dropped. */
export function droppedWords(dropped: DiagnosedPage['dropped']): string {
  const { briefly, reasons } = optionsWords().diagnostics;
  return (Object.entries(dropped) as [DropReason, number][]) // Keys of the record above, from our own store.
    .map(([reason, count]) => `${briefly[reason] ?? reasons[reason]} ${count}×`)
    .join(', ');
}

/** Why an event was dropped, and where it is wrong. */
export function whyWords({ reason, path }: DiagnosedEvent): string | undefined {
  if (reason === undefined) return undefined;
  const { reasons, reasonAt } = optionsWords().diagnostics;
  return path === undefined ? reasons[reason] : reasonAt(reasons[reason], path);
}

/** `offered, phone, inbound`. */
export function eventWords(facts: EventFacts | undefined): string {
  const words = optionsWords().diagnostics;
  switch (facts?.what) {
    case 'interaction':
      return words.interaction(facts);
    case 'focus':
      return facts.on ? words.inFocus : words.noFocus;
    case 'inbox':
      return words.inbox(facts.mode);
    case 'language':
      return words.language(facts.language);
    case 'hello':
      return words.hello;
    case 'event':
      return words.entry;
    default:
      return words.unread;
  }
}

/** What a field of an interaction is called. */
export function fieldWords(field: string): string {
  return optionsWords().diagnostics.told[field] ?? field;
}

/** How a page stands, and what to do. `unread`: rules that are for it and do not fit. */
export function standing(
  page: DiagnosedPage,
  unread: readonly string[],
): { verdict: Verdict; words: string; advice?: string } {
  const words = optionsWords().diagnostics.standing;
  if (page.unserved === 'not-allowed') return { verdict: 'warn', ...words.notAllowed };
  if (page.unserved === 'not-entered') return { verdict: 'warn', ...words.notEntered };
  const lost = page.strategies.flatMap(({ rule, state }) =>
    rule !== undefined && state === 'cannot-read' && unread.includes(rule) ? [rule] : [],
  );
  if (lost.length > 0) return { verdict: 'warn', ...words.cannotRead(lost) };
  const sees = Object.keys(page.seen).length > 0;
  if (page.late && !sees) return { verdict: 'warn', ...words.reload };
  const unseen = page.strategies.flatMap(({ rule, state }) =>
    rule !== undefined && state === 'unseen' ? [rule] : [],
  );
  if (!sees && unseen.length > 0) return { verdict: 'none', ...words.unseen(unseen) };
  return sees ? { verdict: 'ok', words: words.sees } : { verdict: 'none', words: words.nothing };
}

/** How a page stands, as one sentence that answers whoever looks for calls that are not shown. */
export function sentenceOf(
  page: DiagnosedPage,
  stands: { verdict: Verdict; words: string },
  labelOf: (adapter: string) => string,
): string {
  const { sees, nothing } = optionsWords().diagnostics.standing.sentence;
  const count = Object.values(page.seen).reduce((sum, one) => sum + one, 0);
  const last = page.events.findLast(({ facts }) => facts?.what === 'interaction');
  if (stands.verdict === 'ok' && last)
    return sees(count, Object.keys(page.seen).map(labelOf), eventTime(last.at));
  return stands.verdict === 'none' && page.strategies.every(({ state }) => state !== 'unseen')
    ? nothing
    : stands.words;
}

/** `20 Nov 2026, 15:28:07 GMT+1`. */
export function reportTime(at: number): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'long' }).format(at);
}

/** `15:28:07` on this computer's clock. */
export function eventTime(at: number): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}

/** `tab 7`, or `tab 7, frame 3`. */
export function placeWords({ tabId, frameId }: Pick<DiagnosedPage, 'tabId' | 'frameId'>): string {
  const { tab, tabAndFrame } = optionsWords().diagnostics;
  return frameId === 0 ? tab(tabId) : tabAndFrame(tabId, frameId);
}
