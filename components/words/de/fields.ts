import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { fieldEnglish } from '../en/fields.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, fromTheChannel, inCrm, thisChannel } from './grammar/nouns.ts';

/** What fields and the form of a new contact say, in German. */
export const fieldGerman: typeof fieldEnglish = {
  nobody: 'Niemand',
  notSet: 'Nicht gesetzt',
  empty: 'leer',
  this: (channel: Channel) => thisChannel(channel),
  from: (channel: Channel) => fromTheChannel(channel),
  tooLong: (crm: string) => ` Zu lang, um hier ganz zu stehen. Sehen Sie ${inCrm(crm)} nach.`,
  unread: (crm: string) => ` Nicht alles davon ist lesbar. Sehen Sie ${inCrm(crm)} nach.`,
  edit: (label: string) => `${label} bearbeiten`,
  typeToFind: 'Zum Finden tippen',
  noSuchOption: 'Keine solche Option',
  chosen: (count: number) => `${numberFormat().format(count)} gewählt`,
  whyNot: (label: string) => `Warum sich ${label} nicht ändern lässt`,
  notEditable: {
    crm: (crm: string) => `${crmFirst(crm)} nimmt von hier aus keine Änderungen an diesem Kontakt an.`,
    field: (crm: string) => `${crmFirst(crm)} lässt dies von hier aus nicht ändern.`,
    cut: (crm: string) => `Es steht hier nicht ganz. Ändern Sie es ${inCrm(crm)}.`,
    kind: (crm: string) => `${crmFirst(crm)} hat dafür keinen Platz. Ändern Sie es dort.`,
    unlink: (crm: string) =>
      `${crmFirst(crm)} entfernt von hier aus keine Nummer oder Adresse. Ändern Sie es dort.`,
  },
  copyOf: (label: string) => `${label} kopieren`,
  copyIt: 'Kopieren',
  emptyFields: (count: number) =>
    `${numberFormat().format(count)} ${pluralOf('de')(count, { one: 'leeres Feld', other: 'leere Felder' })}`,
  elsewhere: 'Jemand anders hat diesen Kontakt geändert, aber nicht dies.',
  changed: <Part>(newer: Part): Sentence<Part> => [
    'Jemand anders hat dies geändert. Jetzt steht dort „',
    newer,
    '“.',
  ],
  saveMine: 'Meins speichern',
  takeNewer: 'Neueres nehmen',
  name: 'Name',
  phone: 'Telefon',
  email: 'E-Mail',
  identifiers: 'Kennungen',
  shared: 'gemeinsam',
  only: <Part>(campaigns: Part): Sentence<Part> => ['nur ', campaigns],
  copy: (age: string) => `Kopie, ${age}`,
  notKept: 'nicht behalten',
  createIn: 'Anlegen in',
  required: 'Pflichtfeld',
  optional: 'freiwillig',
  create: 'Kontakt anlegen',
  draftNotKept: 'Entwurf nicht behalten',
  keepingDraft: 'Entwurf wird behalten',
  draftKept: 'Entwurf behalten',
};
