import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { identifierNoun } from './nouns.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'phone numbers',
  email: 'e-mail addresses',
  instagram: 'Instagram IDs',
  facebook: 'Facebook IDs',
  telegram: 'Telegram IDs',
  whatsapp: 'WhatsApp IDs',
  username: 'user names',
  extension: 'extensions',
  other: 'client IDs of this kind',
};

const channelNames: Record<Channel, string> = {
  phone: 'call',
  sms: 'SMS',
  whatsapp: 'WhatsApp message',
  email: 'e-mail',
  chat: 'chat',
  instagram: 'Instagram message',
  facebook: 'Facebook message',
  telegram: 'Telegram message',
  other: 'message',
};

const fieldNames = {
  address: 'Address',
  birthday: 'Birthday',
  city: 'City',
  company: 'Company',
  country: 'Country',
  countryName: 'Country',
  jobTitle: 'Job title',
  language: 'Language',
  nickname: 'Nickname',
  note: 'Note',
  owner: 'Owner',
  role: 'Role',
  street: 'Street',
  timeZone: 'Time zone',
  website: 'Web site',
  zip: 'Postal code',
};

/** What card, panel and options page all say, in English. */
export const sharedEnglish = {
  theCrm: 'the CRM',
  crms: (names: string[]) => listOf(names),
  contact: 'Contact',
  /** By the ids of sections that nobody named. */
  sections: { details: 'Details', more: 'More' } satisfies Record<string, string>,
  /** By the keys of fields that nobody named. */
  fields: fieldNames,
  contacts: {
    noName: 'No name',
    company: 'Company',
    noCompany: 'No company',
  },
  values: {
    yes: 'Yes',
    no: 'No',
    dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  },
  times: {
    justNow: 'just now',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} days`,
    seconds: (count: number) => `${count} s`,
    minutesAgo: (count: number) => `${count} min ago`,
    hoursAgo: (count: number) => `${count} h ago`,
    daysAgo: (count: number) => `${count} days ago`,
    /** `today, 10:02`. */
    dayAt: (day: string, time: string) => `${day}, ${time}`,
    copy: (ago: string) => `copy, ${ago}`,
  },
  identifiers: {
    labels: {
      phone: 'Phone',
      email: 'E-mail',
      instagram: 'Instagram ID',
      facebook: 'Facebook ID',
      telegram: 'Telegram ID',
      whatsapp: 'WhatsApp ID',
      username: 'User name',
      extension: 'Extension',
      other: 'Client ID',
    } satisfies Record<IdentifierKind, string>,
    /** How many contacts carry it; `more`: at least one beyond. */
    carriers: (count: number, kind: IdentifierKind, more = false) =>
      `${more ? `More than ${amount(count)}` : amount(count)} ${plural(count, { one: 'contact has', other: 'contacts have' })} this ${identifierNoun(kind)}`,
    /** Of an organisation whose people do not carry it; the name keeps its own direction. */
    organisationHas: (name: string, kind: IdentifierKind) =>
      `\u2068${name}\u2069 has this ${identifierNoun(kind)}`,
    anOrganisation: 'An organisation',
    noContactHas: (kind: IdentifierKind) => `No contact has this ${identifierNoun(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `No saved copy of this ${identifierNoun(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) => `${crm} has no place for ${identifiersHeld[kind]}`,
    /** `crm` can hold these kinds and no other. */
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `${crm} holds ${listOf(kinds.map((kind) => identifiersHeld[kind]))} only.`,
    chooseField: 'An administrator can choose a field for them in the options.',
    noteByHand: (crm: string) => `Note it in ${crm} by hand, if you need it.`,
    nobodyAssigns: (crm: string) => `${crm} lets nobody assign client IDs from here`,
    assignThere: (crm: string) => `Do it in ${crm} itself.`,
  },
  interactions: {
    /** `Inbound call`; `Call` where nobody saw who began. */
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      const name = channelNames[channel];
      if (direction === 'unknown') return name.charAt(0).toUpperCase() + name.slice(1);
      return `${{ inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' }[direction]} ${name}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) =>
      `The host did not say who ${channel !== 'phone' ? 'this is with' : outbound ? 'is called' : 'calls'}`,
    withheld: 'Number withheld',
    noNumber: 'No number was given',
    pageClosed: 'Page closed',
    waiting: 'Waiting',
    calling: 'Calling',
    ringing: 'Ringing',
    fresh: 'New',
    held: 'Held',
    active: 'Active',
    joinedLate: 'Joined late',
    whyLate: 'Ringside was not there when it began',
    ended: (ago: string) => `ended ${ago}`,
    missed: 'Missed',
    failed: 'Failed',
    notAnswered: 'Not answered',
    finished: 'Finished',
  },
  reasons: {
    chosen: 'Chosen by you',
    created: 'Created by you',
    byContactId: 'ContactID from the host',
    matched: (label: string) => `${label} matched`,
    matchedExactly: (label: string) => `${label} matched exactly`,
    matchedAssuming: (label: string, country: string) => `${label} matched, country assumed: ${country}`,
    matchedReading: (label: string, number: string) => `${label} matched, read as ${number}`,
    merged: 'merged into this contact',
    unknownContactId: (crm: string) => `ContactID not in ${crm}`,
    copyJustMade: 'Saved copy, just made',
    copyOld: (span: string) => `Saved copy, ${span} old`,
    lookingIn: (crm: string) => `Looking in ${crm}`,
    notLookedUp: 'Not looked up',
    nothingYet: 'Nothing to look for yet',
    noAnswer: (crm: string) => `${crm} does not answer`,
  },
  announced: {
    sentence: (words: string) => `${words}.`,
    match: (name: string, reason: string) => `${name}. ${reason}.`,
    noContact: 'No contact.',
    rejected: 'Not this person. Search or create a contact.',
    copy: (name: string, reason: string) => `${name}. Saved copy. ${reason}.`,
    noAnswer: 'The CRM does not answer.',
  },
  spoke: {
    never: 'Never spoke',
    before: {
      phone: 'Spoke',
      email: 'E-mail',
      chat: 'Chat',
      sms: 'SMS',
      whatsapp: 'WhatsApp',
      instagram: 'Instagram',
      facebook: 'Facebook',
      telegram: 'Telegram',
    } as Partial<Record<string, string>>,
    beforeOther: 'Last',
    withYou: 'with you',
    with: (agent: string) => `with ${agent}`,
  },
  writes: {
    create: 'New contact',
    createOf: (name: string) => `New contact ${name}`,
    update: 'Change',
    updateOf: (label: string) => `Change of ${label}`,
    assign: 'Client ID',
    undo: 'Undo',
  },
  card: {
    hide: 'Hide the card',
    open: 'Open panel',
    /** A button: what else can be done with the card. */
    more: 'More',
    move: 'Drag it, or use the arrow keys',
    notHere: 'Not on this host',
    noMore: 'No card on this host any more',
    undo: 'Undo',
    unfold: (who: string, state: string) => `${who}, ${state}. Open the card`,
    signedOut: (crm: string) => `Signed out of ${crm}`,
    noCrm: 'No CRM connected',
    notMatched: 'Not matched',
  },
  head: {
    placeUnknown: 'Place unknown',
    there: <Part>(time: Part): Sentence<Part> => [time, ' there'],
    callerName: <Part>(name: Part): Sentence<Part> => ['Caller name “', name, '”'],
    name: <Part>(name: Part): Sentence<Part> => ['Name “', name, '”'],
    was: (value: string) => `was ${value}`,
  },
};

export type SharedWords = typeof sharedEnglish;
