import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { SharedWords } from '../en/shared.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignRefusedFrench } from './assign.ts';
import { crmFirst, inSentence, theCrm, thisIdentifier } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const daysNoun = { one: 'jour', many: 'de jours', other: 'jours' };
const contactsHave = { one: 'contact a', many: 'de contacts ont', other: 'contacts ont' };

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'numéros de téléphone',
  email: 'adresses e-mail',
  instagram: 'ID Instagram',
  facebook: 'ID Facebook',
  telegram: 'ID Telegram',
  whatsapp: 'ID WhatsApp',
  username: 'noms d’utilisateur',
  extension: 'numéros de poste',
  other: 'identifiants de ce type',
};

const channelNames: Record<Channel, string> = {
  phone: 'Appel',
  sms: 'SMS',
  whatsapp: 'Message WhatsApp',
  email: 'E-mail',
  chat: 'Chat',
  instagram: 'Message Instagram',
  facebook: 'Message Facebook',
  telegram: 'Message Telegram',
  other: 'Message',
};

const fieldNames: SharedWords['fields'] = {
  address: 'Adresse',
  birthday: 'Anniversaire',
  city: 'Ville',
  company: 'Société',
  country: 'Pays',
  countryName: 'Pays',
  jobTitle: 'Fonction',
  language: 'Langue',
  nickname: 'Surnom',
  note: 'Note',
  owner: 'Responsable',
  role: 'Rôle',
  street: 'Rue',
  timeZone: 'Fuseau horaire',
  website: 'Site web',
  zip: 'Code postal',
};

/** What card, panel and options page all say, in French. */
export const sharedFrench: SharedWords = {
  theCrm,
  crms: (names: string[]) => listOf(names),
  contact: 'Contact',
  sections: { details: 'Détails', more: 'Autres' },
  fields: fieldNames,
  contacts: { noName: 'Sans nom', company: 'Société', noCompany: 'Sans société' },
  values: { yes: 'Oui', no: 'Non', dayAndTime: (day: string, time: string) => `${day}, ${time}` },
  times: {
    justNow: 'à l’instant',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} ${plural(count, daysNoun)}`,
    seconds: (count: number) => `${count} s`,
    minutesAgo: (count: number) => `il y a ${count} min`,
    hoursAgo: (count: number) => `il y a ${count} h`,
    daysAgo: (count: number) => `il y a ${count} ${plural(count, daysNoun)}`,
    dayAt: (day: string, time: string) => `${day}, ${time}`,
    copy: (ago: string) => `copie, ${ago}`,
  },
  identifiers: {
    labels: {
      phone: 'Téléphone',
      email: 'E-mail',
      instagram: 'ID Instagram',
      facebook: 'ID Facebook',
      telegram: 'ID Telegram',
      whatsapp: 'ID WhatsApp',
      username: 'Nom d’utilisateur',
      extension: 'Poste',
      other: 'Identifiant',
    },
    carriers: (count: number, kind: IdentifierKind, more = false) =>
      `${more ? `Plus de ${amount(count)}` : amount(count)} ${plural(count, contactsHave)} ${thisIdentifier(kind)}`,
    organisationHas: (name: string, kind: IdentifierKind) => `\u2068${name}\u2069 a ${thisIdentifier(kind)}`,
    anOrganisation: 'Une organisation',
    noContactHas: (kind: IdentifierKind) => `Aucun contact n’a ${thisIdentifier(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `Aucune copie enregistrée pour ${thisIdentifier(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) =>
      `${crmFirst(crm)} n’a pas de place pour les ${identifiersHeld[kind]}`,
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `${crmFirst(crm)} n’accepte que\u00a0: ${listOf(kinds.map((kind) => identifiersHeld[kind]))}.`,
    chooseField: 'Un administrateur peut choisir un champ pour eux dans les options.',
    noteByHand: (crm: string) => `Notez-le à la main dans ${crm} si besoin.`,
    ...assignRefusedFrench,
  },
  interactions: {
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      if (direction === 'unknown') return channelNames[channel];
      return `${channelNames[channel]} ${{ inbound: 'entrant', outbound: 'sortant', internal: 'interne' }[direction]}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) => {
      const who = channel !== 'phone' ? 'avec qui' : outbound ? 'qui est appelé' : 'qui appelle';
      return `La page de travail n’a pas dit ${who}`;
    },
    withheld: 'Numéro masqué',
    noNumber: 'Aucun numéro indiqué',
    pageClosed: 'Page fermée',
    waiting: 'En file',
    calling: 'Appelle',
    ringing: 'Sonne',
    fresh: 'Nouveau',
    held: 'En attente',
    active: 'En cours',
    joinedLate: 'Rejoint ensuite',
    whyLate: 'Ringside n’était pas là au début',
    ended: (ago: string) => `terminé ${ago}`,
    missed: 'Manqué',
    failed: 'Échoué',
    notAnswered: 'Sans réponse',
    finished: 'Terminé',
  },
  reasons: {
    chosen: 'Choisi par vous',
    created: 'Créé par vous',
    byContactId: 'ContactID de la page de travail',
    matched: (label: string) => `${label}\u00a0: correspondance`,
    matchedExactly: (label: string) => `${label}\u00a0: correspondance exacte`,
    matchedAssuming: (label: string, country: string) =>
      `${label}\u00a0: correspondance, pays supposé\u00a0: ${country}`,
    matchedReading: (label: string, number: string) => `${label}\u00a0: correspondance, lu comme ${number}`,
    merged: 'fusionné avec ce contact',
    unknownContactId: (crm: string) => `ContactID absent de ${crm === theCrm ? 'ce CRM' : crm}`,
    copyJustMade: 'Copie enregistrée à l’instant',
    copyOld: (span: string) => `Copie enregistrée il y a ${span}`,
    lookingIn: (crm: string) => `Recherche dans ${crm}`,
    notLookedUp: 'Non recherché',
    nothingYet: 'Rien à rechercher pour l’instant',
    noAnswer: (crm: string) => `${crmFirst(crm)} ne répond pas`,
  },
  announced: {
    sentence: (words: string) => `${words}.`,
    match: (name: string, reason: string) => `${name}. ${reason}.`,
    noContact: 'Aucun contact.',
    rejected: 'Pas cette personne. Recherchez ou créez un contact.',
    copy: (name: string, reason: string) => `${name}. Copie enregistrée. ${reason}.`,
    noAnswer: 'Le CRM ne répond pas.',
  },
  spoke: {
    never: 'Jamais en contact',
    before: {
      phone: 'Échange',
      email: 'E-mail',
      chat: 'Chat',
      sms: 'SMS',
      whatsapp: 'WhatsApp',
      instagram: 'Instagram',
      facebook: 'Facebook',
      telegram: 'Telegram',
    },
    beforeOther: 'Dernier échange',
    withYou: 'avec vous',
    with: (agent: string) => `avec ${agent}`,
  },
  writes: {
    create: 'Nouveau contact',
    createOf: (name: string) => `Nouveau contact ${name}`,
    update: 'Modification',
    updateOf: (label: string) => `Modification\u00a0: ${inSentence(label)}`,
    assign: 'Identifiant',
    undo: 'Annulation',
  },
  card: {
    hide: 'Masquer la carte',
    open: 'Ouvrir le panneau',
    more: 'Plus',
    move: 'Faites-la glisser, ou utilisez les flèches',
    notHere: 'Pas sur cette page',
    noMore: 'Plus de carte sur cette page',
    undo: 'Annuler l’action',
    unfold: (who: string, state: string) => `${who}, ${state}. Ouvrir la carte`,
    signedOut: (crm: string) => `Session fermée dans ${crm}`,
    noCrm: 'Aucun CRM connecté',
    notMatched: 'Sans correspondance',
  },
  head: {
    placeUnknown: 'Lieu inconnu',
    there: <Part>(time: Part): Sentence<Part> => [time, ' là-bas'],
    callerName: <Part>(name: Part): Sentence<Part> => ['Nom de l’appelant «\u00a0', name, '\u00a0»'],
    name: <Part>(name: Part): Sentence<Part> => ['Nom «\u00a0', name, '\u00a0»'],
    was: (value: string) => `avant\u00a0: ${value}`,
  },
};

export { sharedFrench as words };
