import type { ExpectedValue, Unread } from '../../../../lib/domain/crm/unread.ts';
import type { DropReason, EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const endings: Record<EndReason, string> = {
  completed: 'completed',
  missed: 'missed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  elsewhere: 'answered elsewhere',
  failed: 'failed',
  'host-gone': 'page gone',
};

const expected: Record<ExpectedValue, string> = {
  text: 'text expected',
  number: 'number expected',
  'yes-or-no': 'yes or no expected',
  list: 'list expected',
  object: 'object expected',
  time: 'date and time expected',
  form: 'of another form than expected',
  size: 'longer or shorter than expected',
  charset: 'text in a known character set expected',
};

/** What Ringside sees on host pages and reads of CRMs, in English. */
export const diagnosticsEnglish = {
  /** By their ids: those that are no product with a name. */
  adapters: {
    'dom-rules': 'Page rules',
    'host-protocol': 'Host protocol',
    'json-websocket': 'JSON over WebSocket',
    media: 'Media state',
    'message-rules': 'Message rules',
    'sip-websocket': 'SIP over WebSocket',
    'xmpp-websocket': 'XMPP over WebSocket',
  },
  title: 'Diagnostics',
  lead: 'What Ringside sees on the host pages that are open and reads of the CRMs, and why it left something out. Nothing here names or numbers a customer; letters such as #3fa9c1 stand for an interaction.',
  copy: 'Copy report',
  copied: 'The report was copied.',
  notCopied: 'The browser did not let the report be copied. Open "What the report says" and copy it there.',
  clear: 'Clear',
  cleared: 'Events and counts were cleared.',
  notCleared: 'Events and counts could not be cleared. Try again.',
  noPage: 'No host page is open. Open or reload the page you take calls and chats in.',
  reportSays: 'What the report says',
  report: 'Report',
  thePage: 'the page',
  lastFew: (count: number) => `Last events (${count})`,
  last: (count: number) => `Last ${count} events`,
  lastEvents: 'Last events',
  live: 'Live interactions',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${state}, ${channel}, ${direction}`,
  tab: (tab: number) => `tab ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `tab ${tab}, frame ${frame}`,
  seenBy: 'Seen by',
  since: (time: string) => `since ${time}`,
  strategies: 'Strategies',
  idle: (names: string[]) => `Running, nothing seen: ${names.join(', ')}`,
  leftOut: (dropped: string) => `Left out: ${dropped}`,
  reasons: {
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
  } satisfies Record<DropReason, string>,
  briefly: {
    'forged-sender': 'forged sender',
    'never-live': 'ended unseen',
    echo: 'echo',
    older: 'older',
    internal: 'internal',
    'untrusted-contact-id': 'ContactID not trusted',
  } as Partial<Record<DropReason, string>>,
  reasonAt: (reason: string, path: string) => `${reason} at ${path}`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
    return `${state}${ending}, ${channel}, ${direction}${withheld ? ', number withheld' : numberless ? ', no number' : ''}`;
  },
  inFocus: 'in focus',
  noFocus: 'nothing in focus',
  inbox: (mode: string) => `inbox ${mode}`,
  language: (tag: string) => `language ${tag}`,
  hello: 'host says hello',
  entry: 'entry of the timeline',
  unread: 'dropped unread',
  told: {
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
  } as Record<string, string>,
  standing: {
    notAllowed: {
      words: 'Connected, but not served',
      advice:
        'The page is open and Ringside is in it, but does not listen to it: its host is not connected, or the browser has not said that Ringside may read it. Look under Hosts.',
    },
    notEntered: {
      words: 'Open, but not answering',
      advice:
        'This tab did not let Ringside in: it hangs, or is still loading. Other pages are not held up by it. Reload or close it.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'Cannot read this page',
      advice: `On it the ${plural(rules.length, { one: 'rule', other: 'rules' })} ${rules.join(', ')} ${plural(rules.length, { one: 'does', other: 'do' })} not find what to look for. Sign in there, or open its calls; if that changes nothing, the host has a new version and needs a newer rule.`,
    }),
    reload: {
      words: 'Reload needed',
      advice:
        'This page was open before Ringside: what goes on in it may not be seen until it is loaded again.',
    },
    unseen: (rules: string[]) => ({
      words: 'Rows found, none visible',
      advice: `The ${plural(rules.length, { one: 'rule', other: 'rules' })} ${rules.join(', ')} ${plural(rules.length, { one: 'finds', other: 'find' })} rows on this page, and none of them can be seen. That is as it should be while nothing goes on. Else the page may be too narrow to show its list: make its window wider, or the panel narrower.`,
    }),
    sees: 'Sees interactions',
    nothing: 'Nothing seen yet',
    /** On top of all else of a page. */
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `What goes on in this page is seen: ${amount(count)} ${plural(count, { one: 'event', other: 'events' })} by ${listOf(by)}, the last at ${last}`,
      nothing: 'This page can be read; nothing has gone on in it yet',
    },
    details: 'Details',
  },
  strategy: {
    failed: 'could not start in this page',
    cannotRead: 'cannot read this page',
    canRead: 'can read this page',
    unseen: 'can read this page: rows found, none visible',
    hasSeen: (count: number) =>
      `has seen ${amount(count)} ${plural(count, { one: 'event', other: 'events' })}`,
    forOthers: (name: string) => `${name} (for other pages)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const calls = plural(seen, { one: 'call', other: 'calls' });
      const others = plural(seen, { one: 'interaction', other: 'interactions' });
      return `clientId: ${at} found nothing in ${empty} of ${seen} ${channel === 'phone' ? calls : others}`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${version}, diagnostics of ${time}`,
    noPage: 'No host page is open.',
    seenBy: (names: string[]) => `seen by ${names.join(', ')}`,
    nothingSeen: (names: string[]) => `Nothing seen: ${names.join(', ')}`,
  },
  leftOfCrm: {
    title: 'Not all that it answers can be read',
    advice:
      'What is listed here was left out, and the rest used. An import or another program may have written it; put right in the CRM, it is read again.',
    part: ({ of, whole, path, expected: code }: Unread) => {
      const what = {
        contact: whole ? 'Contact left out' : 'Left out of a contact',
        company: whole ? 'Company left out' : 'Left out of a company',
        field: whole ? 'Field left out' : 'Left out of a field',
      }[of];
      return `${what}${path === '' ? '' : `: ${path}`}, ${expected[code]}`;
    },
    times: (times: string, last: string) => `${times}, last ${last}`,
  },
  times: (count: number) => `${amount(count)} ${plural(count, { one: 'time', other: 'times' })}`,
};
