import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { SharedWords } from '../en/shared.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inSentence, theCrm, thisIdentifier } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'les numéros de téléphone',
  email: 'les adresses e-mail',
  instagram: 'les ID Instagram',
  facebook: 'les ID Facebook',
  telegram: 'les ID Telegram',
  whatsapp: 'les ID WhatsApp',
  username: 'les noms d’utilisateur',
  extension: 'les numéros de poste',
  other: 'les ID client de ce type',
};

/** All masculine: an adjective may follow. */
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

/** What card, panel and options page all say, in French. */
export const sharedFrench: SharedWords = {
  theCrm,
  crms: (names: string[]) => listOf(names),
  contact: 'Contact',
  sections: { details: 'Détails', more: 'Plus' },
  fields: {
    address: 'Adresse',
    birthday: 'Date de naissance',
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
  },
  contacts: {
    noName: 'Sans nom',
    company: 'Société',
    noCompany: 'Sans société',
  },
  values: {
    yes: 'Oui',
    no: 'Non',
    dayAndTime: (day: string, time: string) => `${day} à ${time}`,
  },
  times: {
    justNow: 'à l’instant',
    minutes: (count: number) => `${count}\u00a0min`,
    hours: (count: number) => `${count}\u00a0h`,
    days: (count: number) => `${count}\u00a0jours`,
    seconds: (count: number) => `${count}\u00a0s`,
    minutesAgo: (count: number) => `il y a ${count}\u00a0min`,
    hoursAgo: (count: number) => `il y a ${count}\u00a0h`,
    daysAgo: (count: number) => `il y a ${count}\u00a0jours`,
    dayAt: (day: string, time: string) => `${day} à ${time}`,
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
      extension: 'Numéro de poste',
      other: 'ID client',
    },
    carriers: (count: number, kind: IdentifierKind, more = false) => {
      const forms = { one: 'contact a', many: 'de contacts ont', other: 'contacts ont' };
      return `${more ? 'Plus de ' : ''}${amount(count)} ${plural(count, forms)} ${thisIdentifier(kind)}`;
    },
    organisationHas: (name: string, kind: IdentifierKind) => `\u2068${name}\u2069 a ${thisIdentifier(kind)}`,
    anOrganisation: 'Une organisation',
    noContactHas: (kind: IdentifierKind) => `Aucun contact n’a ${thisIdentifier(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `Aucune copie enregistrée avec ${thisIdentifier(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) =>
      `${crmFirst(crm)} ne peut pas enregistrer ${identifiersHeld[kind]}`,
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `${crmFirst(crm)} n’enregistre que ${listOf(kinds.map((kind) => identifiersHeld[kind]))}.`,
    chooseField: 'Un administrateur peut leur attribuer un champ dans les options.',
    noteByHand: (crm: string) => `Si nécessaire, notez-le manuellement dans ${crm}.`,
    nobodyAssigns: (crm: string) => `${crmFirst(crm)} ne permet pas d’associer des ID client depuis Ringside`,
    assignThere: (crm: string) => `Faites-le directement dans ${crm}.`,
  },
  interactions: {
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      const sides = { inbound: ' entrant', outbound: ' sortant', internal: ' interne', unknown: '' };
      return `${channelNames[channel]}${sides[direction]}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) => {
      if (channel !== 'phone') return 'La page de travail n’a pas indiqué l’interlocuteur';
      return `La page de travail n’a pas indiqué qui ${outbound ? 'est appelé' : 'appelle'}`;
    },
    withheld: 'Numéro masqué',
    noNumber: 'Numéro non communiqué',
    pageClosed: 'Page fermée',
    waiting: 'Patiente',
    calling: 'Numérotation',
    ringing: 'Sonnerie',
    fresh: 'Nouveau',
    held: 'En attente',
    active: 'En cours',
    joinedLate: 'Début inconnu',
    whyLate: 'Commencé avant l’ouverture de Ringside',
    ended: (ago: string) => `terminé ${ago}`,
    missed: 'Manqué',
    failed: 'Échec',
    notAnswered: 'Sans réponse',
    finished: 'Terminé',
  },
  reasons: {
    chosen: 'Choisi par vous',
    created: 'Créé par vous',
    byContactId: 'ContactID de la page de travail',
    matched: (label: string) => `Correspondance\u00a0: ${inSentence(label)}`,
    matchedExactly: (label: string) => `Correspondance exacte\u00a0: ${inSentence(label)}`,
    matchedAssuming: (label: string, country: string) =>
      `Correspondance\u00a0: ${inSentence(label)}, pays supposé\u00a0: ${country}`,
    matchedReading: (label: string, number: string) =>
      `Correspondance\u00a0: ${inSentence(label)}, lu comme ${number}`,
    merged: 'fusionné avec ce contact',
    unknownContactId: (crm: string) => `ContactID introuvable dans ${crm}`,
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
    never: 'Aucune interaction précédente',
    before: {
      phone: 'Appel\u00a0:',
      email: 'E-mail\u00a0:',
      chat: 'Chat\u00a0:',
      sms: 'SMS\u00a0:',
      whatsapp: 'WhatsApp\u00a0:',
      instagram: 'Instagram\u00a0:',
      facebook: 'Facebook\u00a0:',
      telegram: 'Telegram\u00a0:',
    },
    beforeOther: 'Dernière interaction\u00a0:',
    withYou: 'avec vous',
    with: (agent: string) => `avec ${agent}`,
  },
  writes: {
    create: 'Nouveau contact',
    createOf: (name: string) => `Nouveau contact ${name}`,
    update: 'Modification',
    updateOf: (label: string) => `Modification du champ ${label}`,
    assign: 'ID client',
    undo: 'Annulation de l’association',
  },
  card: {
    hide: 'Masquer la fiche',
    open: 'Ouvrir le panneau',
    more: 'Plus',
    move: 'Faites glisser la fiche ou utilisez les touches fléchées',
    notHere: 'Pas sur cette page de travail',
    noMore: 'Plus de fiche sur cette page de travail',
    undo: 'Annuler l’action',
    unfold: (who: string, state: string) => `${who}, ${inSentence(state)}. Ouvrir la fiche`,
    signedOut: (crm: string) => `Session fermée dans ${crm}`,
    noCrm: 'Aucun CRM connecté',
    notMatched: 'Aucune correspondance',
  },
  head: {
    placeUnknown: 'Lieu inconnu',
    there: <Part>(time: Part): Sentence<Part> => [time, ' heure locale'],
    callerName: <Part>(name: Part): Sentence<Part> => ['Nom transmis «\u00a0', name, '\u00a0»'],
    name: <Part>(name: Part): Sentence<Part> => ['Nom «\u00a0', name, '\u00a0»'],
    was: (value: string) => `avant\u00a0: ${value}`,
  },
};

export { sharedFrench as words };
