import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignFrench } from './assign.ts';
import { errorFrench, limitFrench, problemFrench } from './errors.ts';
import { fieldFrench } from './fields.ts';
import { foundFrench } from './found.ts';
import { crmFirst, identifierNoun, inSentence, ofTheChannel, thisChannel } from './grammar/nouns.ts';
import { sharedFrench } from './shared.ts';
import { stepsFrench } from './steps.ts';
import { writeFrench } from './writes.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const peopleNoun = { one: 'personne', many: 'de personnes', other: 'personnes' };
const freshNoun = { one: 'nouvelle', many: 'nouvelles', other: 'nouvelles' };

/** What the contact view says, in French. */
const viewFrench: ViewWords = {
  errors: errorFrench,
  problems: problemFrench,
  limits: limitFrench,
  interactions: 'Interactions',
  needsAttention: 'À traiter',
  save: 'Enregistrer',
  cancel: 'Annuler',
  saving: 'Enregistrement',
  saved: 'Enregistré',
  allSaved: 'Tout est enregistré',
  notSaved: 'Non enregistré',
  notSavedBecause: (what: string) => `Non enregistré. ${what}.`,
  notSavedYet: 'Non enregistré.',
  notSavedSo: (what: string, next: string) => `Non enregistré. ${what}. ${next}`,
  ...writeFrench,
  waiting: {
    count: (count: number) => `${amount(count)} en attente`,
    title: 'En attente d’enregistrement',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, '\u00a0: ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, ', pour ', whose],
    since: <Part>(time: Part): Sentence<Part> => ['Depuis ', time],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => ['Depuis ', time, ', attend ', crm],
    sendNow: 'Envoyer maintenant',
    chip: 'en attente',
    bySelf: (crm: string) => `En attente. L’envoi se fait de lui-même dès que ${crm} répond.`,
  },
  tryAgain: 'Réessayer',
  tryNow: 'Essayer maintenant',
  giveUp: 'Abandonner',
  back: 'Retour',
  signIn: 'Se connecter',
  options: 'Options',
  newContact: 'Nouveau contact',
  search: 'Rechercher des contacts',
  searchCopies: 'Rechercher dans les copies',
  notThisPerson: 'Pas cette personne',
  fullView: 'Vue complète',
  reducedView: 'Vue réduite',
  assign: assignFrench,
  now: {
    last: 'Dernier contact',
    unknown: 'Dernier contact inconnu',
    notTold: (crm: string) => `${crmFirst(crm)} ne dit pas quand vous vous êtes parlé`,
    nothing: (crm: string) => `Rien n’est noté dans ${crm}`,
    recorded: (crm: string) => `noté dans ${crm}`,
  },
  openIn: (crm: string) => `Ouvrir dans ${crm}`,
  openRecord: 'Ouvrir la fiche dans le CRM',
  copied: (label: string) => `Copié\u00a0: ${inSentence(label)}`,
  notCopied: 'Non copié. Sélectionnez et copiez à la main.',
  browsed: { copy: 'Copie enregistrée', opened: 'Ouvert par vous', reading: 'lecture' },
  candidates: {
    peopleOf: <Part>(name: Part, people: number): Sentence<Part> => [
      'Numéro de ',
      name,
      ` · ${amount(people)} ${plural(people, peopleNoun)}`,
    ],
    list: 'Contacts correspondants',
    none: 'Aucun de ceux-ci\u202f?',
    more: (count: number) => `Seuls ${amount(count)} sont affichés. Recherchez les autres par leur nom.`,
    search: 'Rechercher',
    noCompany: 'sans société',
    fact: (label: string, value: string) => `${inSentence(label)} ${value}`,
  },
  host: {
    wasOpen: (name: string) => `${name} était ouverte avant Ringside`,
    reload:
      'Rechargez la page pour que ses appels soient vus. Pas pendant une conversation\u00a0: elle serait coupée',
    reloadNow: 'Recharger',
    cannotRead: (name: string) => `Ringside ne peut pas lire ${name}`,
    signInThere:
      'Connectez-vous là-bas, ou rechargez la page. Si cela persiste, prévenez votre administrateur\u00a0: ses appels pourraient passer inaperçus',
  },
  idle: {
    recent: 'Contacts récents',
    nobody: 'Personne encore. Vos interlocuteurs apparaissent ici.',
    testCall: 'Prendre un appel test',
  },
  body: {
    notLookedUpYet: 'Pas encore recherché',
    noCopy: 'Aucune copie enregistrée',
    choose: 'choisissez de qui il s’agit',
    nothingToLookFor: 'Il n’y a aucun numéro à rechercher ou à associer',
    hostHasNotSaid: (channel: Channel) =>
      `La page de travail n’a pas dit avec qui se tient ${thisChannel(channel)}`,
    rejected: 'Pas cette personne, selon vous',
    nobodyByIt: 'Il ne permet de trouver personne',
    again: 'De nouveau',
    searchFor: <Part>(name: Part): Sentence<Part> => ['Rechercher «\u00a0', name, '\u00a0»'],
    madeThere: (crm: string) => `Les nouveaux contacts se créent directement dans ${crm}.`,
    mayNotCreate: (crm: string) =>
      `Vous n’êtes pas autorisé à créer des contacts dans ${crm}. Demandez l’autorisation à votre administrateur.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `par ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `par ${sought(by)}, ${seconds} s`,
  },
  late: {
    pageGone: (channel: Channel) => `La page ${ofTheChannel(channel)} a disparu`,
    finishedIn: <Part>(time: Part): Sentence<Part> => ['Terminé dans ', time, ', sauf si la page revient'],
    since: <Part>(time: Part): Sentence<Part> => [
      'Depuis ',
      time,
      '\u202f; ce qui est affiché peut être plus ancien',
    ],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['Nouvel essai dans ', time],
    trying: 'Nouvel essai',
    notSignedIn: (crm: string) => `Pas de session dans ${crm}`,
    notAskedThere: 'Personne n’y est recherché',
    stillLooking: (crm: string) => `${crmFirst(crm)} n’a pas encore répondu`,
    othersShown: 'Les autres réponses sont affichées',
  },
  menu: {
    more: 'Plus',
    letGo: 'Laisser partir cette interaction',
    keep: 'Garder cette interaction devant',
    remove: 'Retirer de la liste',
    showIn: (crm: string) => `Afficher la fiche dans ${crm}`,
    keys: 'Touches',
    oneTo: '1 à 9',
    escape: 'Échap',
    choose: 'Choisir un contact correspondant',
    searchCaller: 'Rechercher le nom de l’appelant',
    next: 'Interaction suivante ou précédente',
    pin: 'Garder cette interaction devant, ou la laisser partir',
    show: 'Afficher cette liste',
    singleKeys: 'Les touches seules agissent',
    copyKey: 'Ctrl+C',
    copy: 'Copier la valeur sélectionnée',
    back: 'Revenir, ou fermer ce qui est ouvert',
  },
  commands: {
    'open-panel': 'Ouvrir le panneau',
    'next-interaction': 'Interaction suivante',
    'previous-interaction': 'Interaction précédente',
    'search-contacts': 'Rechercher des contacts',
    'not-this-person': 'Pas cette personne',
  },
  rail: {
    moreInteractions: ' interactions de plus',
    fresh: (count: number) => `${amount(count)} ${plural(count, freshNoun)}`,
    more: 'autres',
    noHost: 'Aucune page de travail connectée',
    nothingLive: 'Aucune interaction en cours',
    connected: (names: string[]) => `Connexion\u00a0: ${listOf(names)}`,
    withheld: 'Masqué',
    noNumber: 'Aucun numéro',
    pinned: 'épinglée',
    rings: (who: string, state: string) => `${who}\u00a0: ${inSentence(state)}`,
    ringsFor: (who: string, state: string, campaign: string) =>
      `${who}\u00a0: ${inSentence(state)}, ${campaign}`,
  },
  found: foundFrench,
  signedOut: {
    lossless: 'Rien n’est perdu. Reconnectez-vous pour continuer.',
    losslessAs: (agent: string) => `Rien n’est perdu. Reconnectez-vous en tant que ${agent} pour continuer.`,
    noCrm: 'Aucun CRM connecté',
    soNobody: 'Personne ne peut donc être recherché',
    connect: 'Connecter',
    never: 'Pas de session',
    since: (time: string) => `Session fermée à ${time}`,
    nobody: 'personne n’est recherché',
    refused: 'la clé a été refusée',
    deleted: 'copies enregistrées supprimées',
  },
  steps: stepsFrench,
  fields: fieldFrench,
};

export { viewFrench as words };

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'identifiant';
  return by === 'phone' || by === 'email'
    ? inSentence(sharedFrench.identifiers.labels[by])
    : identifierNoun(by);
}
