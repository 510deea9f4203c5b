import type { TriedRule } from '../../../../lib/domain/host/tried-rule.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);

/** What the editor of host rules says, and a trial of them on an open tab, in English. */
export const rulesEnglish = {
  startFrom: 'Start from…',
  startFromLabel: 'Start from a template or a file',
  templates: 'Templates',
  shipped: 'Shipped',
  own: 'Your own',
  template: {
    phone: 'A phone: one box for each call',
    inbox: 'An inbox: chats, of which one is open',
    mails: 'A webmail: a list and the frame that opens a mail',
    messages: 'Window messages',
    socket: 'JSON over WebSocket',
  },
  askReplace: (name: string) => `Put ${name} in the place of what you wrote?`,
  replaceMeans: 'What stands in the editor was not added to the rules, and would be gone.',
  usable: (name: string) => `${name} can be used.`,
  counts: (rules: number) => `${amount(rules)} ${plural(rules, { one: 'rule', other: 'rules' })}`,
  line: (line: number) => `Line ${amount(line)}`,
  goToLine: (line: number) => `Go to line ${amount(line)}`,
  tryIt: 'Try on the open tab',
  lead: 'Shows what each selector finds in a page that is open, while it changes. What stands in that page is shown to you alone and kept nowhere; nothing is looked up. With the page beside this one you see both.',
  beside: 'Open beside the page',
  address: 'Address of the page',
  addressHint: 'The browser asks whether Ringside may read it; when you stop, that is given back.',
  try: 'Try',
  stop: 'Stop',
  whichTab: 'Which tab',
  untitled: (id: number) => `Tab ${id}`,
  notYet: 'There is nothing to try until the rules above can be used.',
  noneOfPages:
    'None of these rules reads what stands in a page. Those for messages and sockets are tried with the page itself: connect it, and look under Diagnostics.',
  refused: (origin: string) => `The browser was not allowed to let Ringside read ${origin}.`,
  noTab: (origin: string) => `No tab is open at ${origin}. Open the page, then try again.`,
  notEntered: 'The browser lets no script into this tab. Load it again, or try another page.',
  loading: 'Waiting for the page…',
  page: 'The page itself',
  frame: 'A frame in the page',
  reading: {
    reads: 'can read this page',
    unseen: 'finds rows, none visible',
    'cannot-read': 'no version fits this page',
    elsewhere: 'is for another place',
  } satisfies Record<TriedRule['reading'], string>,
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? rule : `${rule}, version of ${version}`,
  columns: { path: 'Where', selector: 'Selector', found: 'Found', seen: 'Visible', texts: 'Says' },
  selectorsOf: (rule: string) => `Selectors of ${rule}`,
  interactionsOf: (rule: string) => `Interactions of ${rule}`,
  interactions: (count: number) =>
    count === 0
      ? 'No interaction'
      : `${amount(count)} ${plural(count, { one: 'interaction', other: 'interactions' })}`,
  unknownSelector: 'The browser does not know this selector',
  looked: 'the agent looks at it',
  beginsNothing: 'begins nothing by itself',
};
