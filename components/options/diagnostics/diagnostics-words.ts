import type {
  DiagnosedEvent,
  DiagnosedPage,
  DropReason,
  EventFacts,
} from '../../../lib/domain/host/host-diagnostics.ts';
import type { EndReason } from '../../../lib/domain/host/host-event.ts';
import { plural } from '../../words/counted.ts';
import type { Verdict } from '../parts/Sign.tsx';

const reasons: Record<DropReason, string> = {
  'not-valid': 'not valid',
  'too-big': 'too big',
  'forbidden-key': 'has a name in it that could do harm',
  'too-many': 'too many at once',
  'forged-sender': 'forged sender: said by a window that may not say it',
  older: 'older than what was known',
  echo: 'echo of an interaction that has ended',
  'never-live': 'ended before it was seen to live',
  internal: 'internal call: does not pop on this host',
  'untrusted-contact-id': 'ContactID left out: its header is not trusted on this host',
  failed: 'Ringside stumbled over it',
};

const briefly: Partial<Record<DropReason, string>> = {
  'forged-sender': 'forged sender',
  'never-live': 'ended unseen',
  echo: 'echo',
  older: 'older',
  internal: 'internal',
  'untrusted-contact-id': 'ContactID not trusted',
};

const endings: Record<EndReason, string> = {
  completed: 'completed',
  missed: 'missed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  elsewhere: 'answered elsewhere',
  failed: 'failed',
  'host-gone': 'page gone',
};

/** `not valid 2×, too big 1×`; empty where nothing was dropped. */
export function droppedWords(dropped: DiagnosedPage['dropped']): string {
  return (Object.entries(dropped) as [DropReason, number][]) // Keys of the record above, from our own store.
    .map(([reason, count]) => `${briefly[reason] ?? reasons[reason]} ${count}×`)
    .join(', ');
}

/** Why an event was dropped, and where it is wrong. */
export function whyWords({ reason, path }: DiagnosedEvent): string | undefined {
  if (reason === undefined) return undefined;
  return path === undefined ? reasons[reason] : `${reasons[reason]} at ${path}`;
}

/** `offered, phone, inbound`. */
export function eventWords(facts: EventFacts | undefined): string {
  switch (facts?.what) {
    case 'interaction': {
      const { state, channel, direction, endReason, withheld, numberless } = facts;
      const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
      return `${state}${ending}, ${channel}, ${direction}${withheld ? ', number withheld' : numberless ? ', no number' : ''}`;
    }
    case 'focus':
      return facts.on ? 'in focus' : 'nothing in focus';
    case 'inbox':
      return `inbox ${facts.mode}`;
    case 'hello':
      return 'host says hello';
    case 'event':
      return 'entry of the timeline';
    default:
      return 'dropped unread';
  }
}

const toldLabels: Record<string, string> = {
  clientId: 'ClientID',
  contactId: 'ContactID',
  displayName: 'name',
  campaign: 'campaign',
  queue: 'queue',
  agent: 'agent',
  threadId: 'thread',
  startedAt: 'start',
  answeredAt: 'answer',
  attributes: 'attributes',
};

/** What a field of an interaction is called. */
export function fieldWords(field: string): string {
  return toldLabels[field] ?? field;
}

/** How a page stands, and what to do. `unread`: rules that are for it and do not fit. */
export function standing(
  page: DiagnosedPage,
  unread: readonly string[],
): { verdict: Verdict; words: string; advice?: string } {
  if (page.unserved === 'not-allowed')
    return {
      verdict: 'warn',
      words: 'Connected, but not served',
      advice:
        'The page is open and Ringside is in it, but does not listen to it: its host is not connected, or the browser has not said that Ringside may read it. Look under Hosts.',
    };
  if (page.unserved === 'not-entered')
    return {
      verdict: 'warn',
      words: 'Open, but not answering',
      advice:
        'This tab did not let Ringside in: it hangs, or is still loading. Other pages are not held up by it. Reload or close it.',
    };
  const lost = page.strategies.flatMap(({ rule, state }) =>
    rule !== undefined && state === 'cannot-read' && unread.includes(rule) ? [rule] : [],
  );
  if (lost.length > 0) {
    const what = `the ${plural(lost.length, 'rule', 'rules')} ${lost.join(', ')} ${plural(lost.length, 'does', 'do')} not find`;
    return {
      verdict: 'warn',
      words: 'Cannot read this page',
      advice: `On it ${what} what to look for. Sign in there, or open its calls; if that changes nothing, the host has a new version and needs a newer rule.`,
    };
  }
  const sees = Object.keys(page.seen).length > 0;
  if (page.late && !sees)
    return {
      verdict: 'warn',
      words: 'Reload needed',
      advice:
        'This page was open before Ringside: what goes on in it may not be seen until it is loaded again.',
    };
  return sees
    ? { verdict: 'ok', words: 'Sees interactions' }
    : { verdict: 'none', words: 'Nothing seen yet' };
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });

/** `20 Nov 2026, 15:28:07 GMT+1`. */
export function reportTime(at: number): string {
  return moment.format(at);
}

/** `15:28:07` on this computer's clock. */
export function eventTime(at: number): string {
  return clock.format(at);
}

/** `tab 7`, or `tab 7, frame 3`. */
export function placeWords({ tabId, frameId }: Pick<DiagnosedPage, 'tabId' | 'frameId'>): string {
  return frameId === 0 ? `tab ${tabId}` : `tab ${tabId}, frame ${frameId}`;
}
