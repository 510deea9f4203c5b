import type { CrmTried } from '../../../../lib/crms/crm.ts';
import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'phone numbers',
  email: 'e-mail addresses',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp ids',
  username: 'user names',
  other: 'other client IDs',
};

const doings = {
  create: 'create contacts',
  update: 'change fields',
  search: 'search by name',
  link: 'add a number or address to a contact',
  move: 'move one from contact to contact',
  unlink: 'take one off a contact',
};

/** The test of a CRM, and what to know of it, in English. */
export const crmTestEnglish = {
  lookup: 'What a lookup asks',
  title: 'Test',
  test: 'Test',
  testing: 'Testing',
  again: 'Test again',
  before: 'tested before your change',
  justNow: 'tested just now',
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number) => `${count.toFixed(1)} s`,
  notTried: 'not tried',
  notKnown: 'not known',
  never: 'never',
  rest: ['Contacts', 'Fields and campaigns', 'Phone search', 'Creating'],
  signingIn: 'Signing in',
  answers: 'The address answers',
  answersSlowly: 'The address answers slowly',
  slowMeans: 'An agent waits as long for a contact that is not saved here yet.',
  signedInAs: (agent: string) => `Signed in as ${agent}`,
  contactsRead: 'Contacts can be read',
  contactsUnread: 'Contacts cannot be read',
  fieldsRead: (workspace: string) => `Fields and campaigns of ${workspace} were read`,
  fieldsUnread: 'Fields and campaigns cannot be read',
  campaigns: (count: number) => `${amount(count)} ${plural(count, { one: 'campaign', other: 'campaigns' })}`,
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'Phone search',
  noNumber: 'None of the contacts that were read has a phone number to try it with.',
  phoneSearchFails: 'Phone search fails',
  isFound: (who: string, number: string) => `${who} is found by ${number}`,
  isNotFound: (who: string, number: string) => `${who} is not found by ${number}`,
  notFoundMeans:
    'The number is in the CRM, yet looking for it does not find its contact. Check the region of national numbers; a CRM that indexes late may need a minute.',
  withOthers: (count: number) =>
    `With ${amount(count)} more who have this number: agents are asked to choose.`,
  leftOut: (contacts: number, parts: number) => {
    const whole = `${amount(contacts)} ${plural(contacts, { one: 'contact', other: 'contacts' })}`;
    const some = `${amount(parts)} ${plural(parts, { one: 'part of a contact or field', other: 'parts of contacts or fields' })}`;
    const left = [...(contacts > 0 ? [whole] : []), ...(parts > 0 ? [some] : [])];
    return `Not all can be read: ${listOf(left, 'conjunction')} left out`;
  },
  leftOutMeans: 'The rest is used. The diagnostics say what was left out, once agents have worked with it.',
  creating: 'Creating contacts',
  creatingUnknown: 'This CRM does not say who may. It is not known until the first contact is created.',
  createsNone: (crm: string) => `${crm} creates no contacts through Ringside`,
  canCreate: 'Contacts can be created',
  cannotCreate: 'Contacts cannot be created',
  giveRight: (crm: string) =>
    `Give this user the right to create contacts in ${crm}, then test again. Reading works without it.`,
  headlines: {
    noFields: 'Contacts can be read, the fields cannot',
    notByPhone: 'Contacts can be read, but not found by phone',
    noCreating: 'Reading works, creating does not',
    slow: 'Everything works, slowly',
    notAll: 'Everything works, though not all contacts can be read whole',
    all: 'Everything works',
  },
  tried: {
    'running-product': 'Tried on the running product',
    'recorded-exchanges': 'Tried on exchanges recorded from the running product',
    'published-contract': 'Built from the published contract, not tried on the service',
    'documents-only': 'Built from the documents, not tried on the service',
  } satisfies Record<CrmTried, string>,
  cannot: (what: (keyof typeof doings)[]) =>
    `Cannot ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds: (keyof typeof kindNames)[]) =>
    `Cannot hold ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) => `Make a text field for them in the CRM and name it above, at “${field}”.`,
  byHand: 'Who comes with one of these is chosen by hand each time.',
  unguarded: 'Does not notice that two people change one contact',
  laterHolds: 'The later change holds.',
  almostGuarded: 'Two people who change one contact in the same second',
  numbersAreKept:
    'Of one field the later change holds. A number that one wrote over the other’s is noticed a second later, and put back or said.',
  searchesInAddress: 'Takes searches in the address',
  inLogs:
    'Its own access log, and that of a proxy before it, may hold the numbers and names that were looked for.',
};
