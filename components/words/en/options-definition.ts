import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { sharedEnglish } from './shared.ts';

const plural = pluralOf('en');
const startSmall = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const startLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a definition lets Ringside do. */
export interface Offers {
  kinds: IdentifierKind[];
  searches: boolean;
  creates: boolean;
  edits: boolean;
  links: boolean;
  fields: number;
}

/** The definition of a CRM and the try of it, in English. */
export const definitionEnglish = {
  title: 'The definition',
  usable: (name: string) => `${name}: this can be used`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => startSmall(sharedEnglish.identifiers.labels[kind])).join(', ');
    const can = [
      kinds.length > 0 && `finds by ${names}`,
      searches && 'searches',
      creates && 'creates',
      edits && 'edits',
      links && 'links',
      `${numberFormat().format(fields)} ${plural(fields, { one: 'field', other: 'fields' })}`,
    ];
    return startLarge(can.filter((one) => one !== false).join(' · '));
  },
  startFromExample: 'Start from an example',
  startFrom: 'Start from…',
  openFile: 'Open a definition from a file',
  askReplace: (name: string) => `Replace the definition by ${name}?`,
  replaceMeans: 'What is in the editor now is not kept anywhere else until you save it.',
  bodySent: 'Body of the request',
  reply: 'Reply',
  fine: 'OK',
  refused: 'refused',
  noContent: 'no content',
  milliseconds: (count: number) => `${count} ms`,
  noReply: 'No reply.',
  noReplyYet: 'No reply yet…',
  errors: {
    'bad-reply': {
      text: 'The reply is not what the definition says',
      advice: 'Compare the reply with the paths of the definition: the list, the record and its id.',
    },
    'not-found': {
      text: 'The CRM has nothing at this path',
      advice:
        'Compare the path with the documentation of the API. Where it says 404 when it finds nobody, noneIs404 is true.',
    },
    invalid: {
      text: 'The CRM does not accept the request',
      advice:
        'What it says against it is in the reply. Compare parameters and body with the documentation of the API.',
    },
    'not-supported': {
      text: 'The definition does not say how',
      advice: 'There is no search in it.',
    },
    'too-many': {
      text: 'More contacts come into question than were looked at',
      advice:
        'Say how the list goes on (pages), or ask for less: a longer piece of the number, or a filter that the CRM heeds.',
    },
  },
  signedInAs: (name: string, id: string) => `Signed in as ${name} (${id})`,
  nobody: 'Nobody',
  nobodyMeans:
    'No record in the reply carries it. Is it in a field that the definition does not name, or is the path to the list wrong?',
  name: 'Name',
  contactId: 'ContactID',
  changed: 'Changed',
  tryIt: 'Try it',
  lead: 'Asks the CRM as an interaction would, and shows what passed. Nothing is changed there, and nothing of it is kept.',
  lookFor: 'Look for',
  byWhat: 'By what',
  kinds: {
    phone: { label: 'Phone number', placeholder: '+44 20 7946 0123' },
    email: { label: 'E-mail address', placeholder: 'name@example.com' },
    id: { label: 'ContactID', placeholder: 'As the CRM numbers it' },
    text: { label: 'Text search', placeholder: 'Part of a name' },
    who: { label: 'Who is signed in', placeholder: '' },
  },
  unfit: {
    phone: 'This is no phone number. Fewer than seven digits are an extension.',
    email: 'Type an e-mail address.',
  },
  trying: 'Trying',
  try: 'Try',
  sentAndAnswered: 'Sent and answered',
  nothingSent: 'Nothing was sent.',
  made: 'What Ringside makes of it',
  waiting: 'Waiting for the CRM…',
};
