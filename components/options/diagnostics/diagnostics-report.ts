import type { DiagnosedPage, HostDiagnostics } from '../../../lib/domain/host/host-diagnostics.ts';
import { unreadRules } from '../../../lib/domain/host/unread-rules.ts';
import { optionsWords } from '../../words/options-words.ts';
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
import type { UnreadCrm } from './unread-crms.ts';

export interface ReportParts {
  diagnostics: HostDiagnostics;
  unread: readonly UnreadCrm[];
  labelOf(adapter: string): string;
  version: string;
  /** Epoch milliseconds. */
  now: number;
}

/** What *Copy report* copies: all that the section shows, as plain text. */
export function diagnosticsReport({ diagnostics, unread, labelOf, version, now }: ReportParts): string {
  const pages = diagnostics.pages.filter(({ gone }) => !gone);
  const words = optionsWords().diagnostics.inReport;
  const lines = [words.title(version, reportTime(now))];
  if (pages.length === 0) lines.push('', words.noPage);
  for (const page of pages) {
    const unread = unreadRules(pages.filter(({ origin }) => origin === page.origin));
    lines.push('', ...pageLines(page, unread, labelOf));
  }
  if (diagnostics.interactions.length > 0) lines.push('', optionsWords().diagnostics.live);
  for (const one of diagnostics.interactions) {
    const { state, channel, direction, origin, tabId, seenBy, told } = one;
    const seers = seenBy.map(({ adapter, interaction }) => `${labelOf(adapter)} #${interaction}`);
    lines.push(
      `  ${optionsWords().diagnostics.facts(state, channel, direction)} (${origin}, ${optionsWords().diagnostics.tab(tabId)})`,
      `    ${words.seenBy(seers)}`,
      ...Object.entries(told).map(([field, adapter]) => `    ${fieldWords(field)}: ${labelOf(adapter)}`),
    );
  }
  for (const { name, parts } of unread) lines.push('', ...unreadLines(name, parts));
  return `${lines.join('\n')}\n`;
}

function unreadLines(name: string, parts: UnreadCrm['parts']): string[] {
  const { leftOfCrm, times } = optionsWords().diagnostics;
  return [
    `${name}: ${leftOfCrm.title}`,
    ...parts.map(
      (part) => `  ${leftOfCrm.part(part)} (${leftOfCrm.times(times(part.times), reportTime(part.at))})`,
    ),
  ];
}

function pageLines(page: DiagnosedPage, unread: string[], labelOf: ReportParts['labelOf']): string[] {
  const { words, advice } = standing(page, unread);
  const { lines, idle } = strategyLines(page, labelOf);
  const texts = optionsWords().diagnostics;
  const dropped = droppedWords(page.dropped);
  return [
    `${page.origin}, ${placeWords(page)}, ${texts.since(eventTime(page.since))}`,
    `  ${words}${advice === undefined ? '' : `. ${advice}`}`,
    ...lines.map((line) => `  ${line.name}: ${line.words}`),
    ...(idle.length === 0 ? [] : [`  ${texts.inReport.nothingSeen(idle)}`]),
    ...(dropped === '' ? [] : [`  ${texts.leftOut(dropped)}`]),
    ...(page.events.length === 0 ? [] : [`  ${texts.lastEvents}`]),
    ...page.events.toReversed().map((event) => {
      const name = event.interaction === undefined ? '' : ` #${event.interaction}`;
      const why = whyWords(event);
      const times = event.times === 1 ? '' : ` (${texts.times(event.times)})`;
      const by = event.adapter === '' ? '' : `${labelOf(event.adapter)}: `;
      return `    ${eventTime(event.at)} ${by}${eventWords(event.facts)}${name}${why ? ` - ${why}` : ''}${times}`;
    }),
  ];
}
