import type { DiagnosedPage, HostDiagnostics } from '../../../lib/domain/host/host-diagnostics.ts';
import { unreadRules } from '../../../lib/domain/host/unread-rules.ts';
import { counted } from '../../words/counted.ts';
import { strategyLines } from './diagnostics-strategies.ts';
import {
  droppedWords,
  eventTime,
  eventWords,
  fieldWords,
  placeWords,
  reportTime,
  standing,
  whyWords,
} from './diagnostics-words.ts';

export interface ReportParts {
  diagnostics: HostDiagnostics;
  labelOf(adapter: string): string;
  version: string;
  /** Epoch milliseconds. */
  now: number;
}

/** What *Copy report* copies: all that the section shows, as plain text. */
export function diagnosticsReport({ diagnostics, labelOf, version, now }: ReportParts): string {
  const pages = diagnostics.pages.filter(({ gone }) => !gone);
  const lines = [`Ringside ${version}, host diagnostics of ${reportTime(now)}`];
  if (pages.length === 0) lines.push('', 'No host page is open.');
  for (const page of pages) {
    const unread = unreadRules(pages.filter(({ origin }) => origin === page.origin));
    lines.push('', ...pageLines(page, unread, labelOf));
  }
  if (diagnostics.interactions.length > 0) lines.push('', 'Live interactions');
  for (const one of diagnostics.interactions) {
    const { state, channel, direction, origin, tabId, seenBy, told } = one;
    const seers = seenBy.map(({ adapter, interaction }) => `${labelOf(adapter)} #${interaction}`);
    lines.push(
      `  ${state}, ${channel}, ${direction} (${origin}, tab ${tabId})`,
      `    seen by ${seers.join(', ')}`,
      ...Object.entries(told).map(([field, adapter]) => `    ${fieldWords(field)}: ${labelOf(adapter)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function pageLines(page: DiagnosedPage, unread: string[], labelOf: ReportParts['labelOf']): string[] {
  const { words, advice } = standing(page, unread);
  const { lines, idle } = strategyLines(page, labelOf);
  const dropped = droppedWords(page.dropped);
  return [
    `${page.origin}, ${placeWords(page)}, since ${eventTime(page.since)}`,
    `  ${words}${advice === undefined ? '' : `. ${advice}`}`,
    ...lines.map((line) => `  ${line.name}: ${line.words}`),
    ...(idle.length === 0 ? [] : [`  Nothing seen: ${idle.join(', ')}`]),
    ...(dropped === '' ? [] : [`  Left out: ${dropped}`]),
    ...(page.events.length === 0 ? [] : ['  Last events']),
    ...page.events.toReversed().map((event) => {
      const name = event.interaction === undefined ? '' : ` #${event.interaction}`;
      const why = whyWords(event);
      const times = event.times === 1 ? '' : ` (${counted(event.times, 'time', 'times')})`;
      const by = event.adapter === '' ? '' : `${labelOf(event.adapter)}: `;
      return `    ${eventTime(event.at)} ${by}${eventWords(event.facts)}${name}${why ? ` - ${why}` : ''}${times}`;
    }),
  ];
}
