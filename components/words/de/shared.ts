import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { SharedWords } from '../en/shared.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignRefusedGerman } from './assign.ts';
import { crmFirst, inCrm, isMasculine, theCrm, thisIdentifier, toThisIdentifier } from './grammar/nouns.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'Telefonnummern',
  email: 'E-Mail-Adressen',
  instagram: 'Instagram-IDs',
  facebook: 'Facebook-IDs',
  telegram: 'Telegram-IDs',
  whatsapp: 'WhatsApp-IDs',
  username: 'Benutzernamen',
  extension: 'Durchwahlen',
  other: 'Kennungen dieser Art',
};

const channelNames: Record<Channel, string> = {
  phone: 'Anruf',
  sms: 'SMS',
  whatsapp: 'WhatsApp-Nachricht',
  email: 'E-Mail',
  chat: 'Chat',
  instagram: 'Instagram-Nachricht',
  facebook: 'Facebook-Nachricht',
  telegram: 'Telegram-Nachricht',
  other: 'Nachricht',
};

const fieldNames: SharedWords['fields'] = {
  address: 'Anschrift',
  birthday: 'Geburtstag',
  city: 'Ort',
  company: 'Firma',
  country: 'Land',
  countryName: 'Land',
  jobTitle: 'Position',
  language: 'Sprache',
  nickname: 'Spitzname',
  note: 'Notiz',
  owner: 'Zuständig',
  role: 'Rolle',
  street: 'Straße',
  timeZone: 'Zeitzone',
  website: 'Website',
  zip: 'Postleitzahl',
};

/** What card, panel and options page all say, in German. */
export const sharedGerman: SharedWords = {
  theCrm,
  crms: (names: string[]) => listOf(names),
  contact: 'Kontakt',
  sections: { details: 'Details', more: 'Weiteres' },
  fields: fieldNames,
  contacts: { noName: 'Kein Name', company: 'Firma', noCompany: 'Keine Firma' },
  values: { yes: 'Ja', no: 'Nein', dayAndTime: (day: string, time: string) => `${day}, ${time}` },
  times: {
    justNow: 'gerade eben',
    minutes: (count: number) => `${count} Min.`,
    hours: (count: number) => `${count} Std.`,
    days: (count: number) => `${count} ${plural(count, { one: 'Tag', other: 'Tage' })}`,
    seconds: (count: number) => `${count} s`,
    minutesAgo: (count: number) => `vor ${count} Min.`,
    hoursAgo: (count: number) => `vor ${count} Std.`,
    daysAgo: (count: number) => `vor ${count} ${plural(count, { one: 'Tag', other: 'Tagen' })}`,
    dayAt: (day: string, time: string) => `${day}, ${time}`,
    copy: (ago: string) => `Kopie, ${ago}`,
  },
  identifiers: {
    labels: {
      phone: 'Telefon',
      email: 'E-Mail',
      instagram: 'Instagram-ID',
      facebook: 'Facebook-ID',
      telegram: 'Telegram-ID',
      whatsapp: 'WhatsApp-ID',
      username: 'Benutzername',
      extension: 'Durchwahl',
      other: 'Kennung',
    },
    carriers: (count: number, kind: IdentifierKind, more = false) =>
      `${more ? `Mehr als ${amount(count)}` : amount(count)} ${plural(count, { one: 'Kontakt hat', other: 'Kontakte haben' })} ${thisIdentifier(kind)}`,
    organisationHas: (name: string, kind: IdentifierKind) =>
      `\u2068${name}\u2069 hat ${thisIdentifier(kind)}`,
    anOrganisation: 'Eine Organisation',
    noContactHas: (kind: IdentifierKind) => `Kein Kontakt hat ${thisIdentifier(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `Keine gespeicherte Kopie ${toThisIdentifier(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) =>
      `${crmFirst(crm)} hat keinen Platz für ${identifiersHeld[kind]}`,
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `${crmFirst(crm)} speichert nur ${listOf(kinds.map((kind) => identifiersHeld[kind]))}.`,
    chooseField: 'Die Administration kann in den Einstellungen ein Feld dafür wählen.',
    noteByHand: (crm: string) => `Notieren Sie es bei Bedarf von Hand ${inCrm(crm)}.`,
    ...assignRefusedGerman,
  },
  interactions: {
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      if (direction === 'unknown') return channelNames[channel];
      const adjective = { inbound: 'Eingehende', outbound: 'Ausgehende', internal: 'Interne' }[direction];
      return `${adjective}${isMasculine(channel) ? 'r' : ''} ${channelNames[channel]}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) => {
      if (channel !== 'phone') return 'Die Arbeitsseite hat nicht gesagt, mit wem';
      return `Die Arbeitsseite hat nicht gesagt, wer ${outbound ? 'angerufen wird' : 'anruft'}`;
    },
    withheld: 'Nummer unterdrückt',
    noNumber: 'Keine Nummer angegeben',
    pageClosed: 'Seite geschlossen',
    waiting: 'Wartet',
    calling: 'Ruft an',
    ringing: 'Klingelt',
    fresh: 'Neu',
    held: 'Gehalten',
    active: 'Aktiv',
    joinedLate: 'Später dazu',
    whyLate: 'Ringside war am Anfang nicht dabei',
    ended: (ago: string) => `beendet ${ago}`,
    missed: 'Verpasst',
    failed: 'Fehlgeschlagen',
    notAnswered: 'Nicht angenommen',
    finished: 'Beendet',
  },
  reasons: {
    chosen: 'Von Ihnen gewählt',
    created: 'Von Ihnen angelegt',
    byContactId: 'ContactID von der Arbeitsseite',
    matched: (label: string) => `${label} stimmt überein`,
    matchedExactly: (label: string) => `${label} stimmt genau überein`,
    matchedAssuming: (label: string, country: string) =>
      `${label} stimmt überein, Land angenommen: ${country}`,
    matchedReading: (label: string, number: string) => `${label} stimmt überein, gelesen als ${number}`,
    merged: 'mit diesem Kontakt zusammengeführt',
    unknownContactId: (crm: string) => `ContactID nicht ${inCrm(crm)}`,
    copyJustMade: 'Gespeicherte Kopie, eben erst angelegt',
    copyOld: (span: string) => `Gespeicherte Kopie, ${span} alt`,
    lookingIn: (crm: string) => `Suche ${inCrm(crm)}`,
    notLookedUp: 'Nicht nachgeschlagen',
    nothingYet: 'Noch nichts zu suchen',
    noAnswer: (crm: string) => `${crmFirst(crm)} antwortet nicht`,
  },
  announced: {
    sentence: (words: string) => `${words}.`,
    match: (name: string, reason: string) => `${name}. ${reason}.`,
    noContact: 'Kein Kontakt.',
    rejected: 'Nicht diese Person. Suchen Sie einen Kontakt oder legen Sie einen an.',
    copy: (name: string, reason: string) => `${name}. Gespeicherte Kopie. ${reason}.`,
    noAnswer: 'Das CRM antwortet nicht.',
  },
  spoke: {
    never: 'Noch kein Kontakt',
    before: {
      phone: 'Gesprochen',
      email: 'E-Mail',
      chat: 'Chat',
      sms: 'SMS',
      whatsapp: 'WhatsApp',
      instagram: 'Instagram',
      facebook: 'Facebook',
      telegram: 'Telegram',
    },
    beforeOther: 'Zuletzt',
    withYou: 'mit Ihnen',
    with: (agent: string) => `mit ${agent}`,
  },
  writes: {
    create: 'Neuer Kontakt',
    createOf: (name: string) => `Neuer Kontakt ${name}`,
    update: 'Änderung',
    updateOf: (label: string) => `Änderung: ${label}`,
    assign: 'Kennung',
    undo: 'Rückgängig',
  },
  card: {
    hide: 'Karte ausblenden',
    open: 'Seitenleiste öffnen',
    more: 'Mehr',
    move: 'Ziehen oder mit den Pfeiltasten bewegen',
    notHere: 'Nicht auf dieser Seite',
    noMore: 'Auf dieser Seite keine Karte mehr',
    undo: 'Rückgängig',
    unfold: (who: string, state: string) => `${who}, ${state}. Karte öffnen`,
    signedOut: (crm: string) => `Abgemeldet: ${crm}`,
    noCrm: 'Kein CRM verbunden',
    notMatched: 'Kein Treffer',
  },
  head: {
    placeUnknown: 'Ort unbekannt',
    there: <Part>(time: Part): Sentence<Part> => ['dort ', time],
    callerName: <Part>(name: Part): Sentence<Part> => ['Anrufername „', name, '“'],
    name: <Part>(name: Part): Sentence<Part> => ['Name „', name, '“'],
    was: (value: string) => `vorher ${value}`,
  },
};

export { sharedGerman as words };
