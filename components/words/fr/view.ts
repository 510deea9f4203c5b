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
import { crmFirst, identifierNoun, inSentence, ofCrm, thisChannel } from './grammar/nouns.ts';
import { sharedFrench } from './shared.ts';
import { stepsFrench } from './steps.ts';
import { writeFrench } from './writes.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

/** What the contact view says, in French. */
export const viewFrench: ViewWords = {
  errors: errorFrench,
  problems: problemFrench,
  limits: limitFrench,
  interactions: 'Interactions',
  needsAttention: 'À vérifier',
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
    count: (count: number) => `${amount(count)} à envoyer`,
    title: 'À envoyer au CRM',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, '\u00a0: ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, ', pour ', whose],
    since: <Part>(time: Part): Sentence<Part> => [time, ', pas encore envoyé'],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => [time, ', sera envoyé à ', crm],
    sendNow: 'Envoyer maintenant',
    chip: 'à envoyer',
    bySelf: (crm: string) => `À envoyer. L’envoi se fera automatiquement dès la réponse ${ofCrm(crm)}.`,
  },
  tryAgain: 'Réessayer',
  tryNow: 'Réessayer maintenant',
  giveUp: 'Abandonner',
  back: 'Retour',
  signIn: 'Se connecter',
  options: 'Options',
  newContact: 'Nouveau contact',
  search: 'Rechercher des contacts',
  searchCopies: 'Rechercher dans les copies enregistrées',
  notThisPerson: 'Pas cette personne',
  fullView: 'Vue complète',
  reducedView: 'Vue réduite',
  assign: assignFrench,
  now: {
    last: 'Dernière interaction',
    unknown: 'Dernière interaction inconnue',
    notTold: (crm: string) => `${crmFirst(crm)} n’en indique pas la date`,
    nothing: (crm: string) => `Rien d’enregistré dans ${crm}`,
    recorded: (crm: string) => `selon ${crm}`,
  },
  openIn: (crm: string) => `Ouvrir dans ${crm}`,
  openRecord: 'Ouvrir le contact dans le CRM',
  copied: (label: string) => `Copié\u00a0: ${inSentence(label)}`,
  notCopied: 'Échec de la copie. Sélectionnez la valeur et copiez-la manuellement.',
  browsed: { copy: 'Copie enregistrée', opened: 'Ouvert par vous', reading: 'lecture en cours' },
  candidates: {
    peopleOf: <Part>(name: Part, people: number): Sentence<Part> => [
      'Numéro appartenant à ',
      name,
      ` · ${amount(people)} ${plural(people, { one: 'personne', many: 'de personnes', other: 'personnes' })}`,
    ],
    list: 'Contacts correspondants',
    none: 'Aucun de ces contacts\u202f?',
    more: (count: number) => `Liste limitée à ${amount(count)}. Recherchez les autres par nom.`,
    search: 'Rechercher',
    noCompany: 'sans société',
    fact: (label: string, value: string) => `${inSentence(label)}\u00a0: ${value}`,
  },
  host: {
    wasOpen: (name: string) => `La page ${name} était ouverte avant Ringside`,
    reload: 'Rechargez-la pour que ses appels soient détectés. Pas pendant un appel\u00a0: il serait coupé',
    reloadNow: 'Recharger',
    cannotRead: (name: string) => `Ringside ne peut pas lire la page ${name}`,
    signInThere:
      'Connectez-vous sur cette page ou rechargez-la. Si le problème persiste, prévenez votre administrateur\u00a0: ses appels risquent de ne pas être détectés',
  },
  idle: {
    recent: 'Contacts récents',
    nobody: 'Personne pour l’instant. Vos interlocuteurs apparaîtront ici.',
    testCall: 'Recevoir un appel test',
  },
  body: {
    notLookedUpYet: 'Pas encore recherché',
    noCopy: 'Aucune copie enregistrée',
    choose: 'choisissez votre interlocuteur',
    nothingToLookFor: 'Aucun numéro à rechercher ni à associer',
    hostHasNotSaid: (channel: Channel) =>
      `La page de travail n’a pas encore indiqué l’interlocuteur de ${thisChannel(channel)}`,
    rejected: 'Contact écarté par vous',
    nobodyByIt: 'Aucun contact ne peut être trouvé ainsi',
    again: 'Relancer',
    searchFor: <Part>(name: Part): Sentence<Part> => ['Rechercher «\u00a0', name, '\u00a0»'],
    madeThere: (crm: string) => `Les nouveaux contacts se créent directement dans ${crm}.`,
    mayNotCreate: (crm: string) =>
      `Vous n’avez pas l’autorisation de créer des contacts dans ${crm}. Demandez-la à votre administrateur.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `par ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `par ${sought(by)}, ${seconds}\u00a0s`,
  },
  late: {
    pageGone: (channel: Channel) => `La page de ${thisChannel(channel)} n’est plus ouverte`,
    finishedIn: <Part>(time: Part): Sentence<Part> => ['Fin dans ', time, ' si la page ne revient pas'],
    since: <Part>(time: Part): Sentence<Part> => [
      'Depuis ',
      time,
      '\u202f; les données affichées ne sont peut-être plus à jour',
    ],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['Nouvel essai dans ', time],
    trying: 'Nouvel essai en cours',
    notSignedIn: (crm: string) => `Aucune session ouverte dans ${crm}`,
    notAskedThere: 'Aucune recherche n’y est effectuée',
    stillLooking: (crm: string) => `${crmFirst(crm)} n’a pas encore répondu`,
    othersShown: 'Les autres réponses sont affichées',
  },
  menu: {
    more: 'Plus',
    letGo: 'Désépingler cette interaction',
    keep: 'Épingler cette interaction',
    remove: 'Retirer de la liste',
    showIn: (crm: string) => `Afficher le contact dans ${crm}`,
    keys: 'Raccourcis',
    oneTo: '1 à 9',
    escape: 'Échap',
    choose: 'Choisir un contact correspondant',
    searchCaller: 'Rechercher le nom de l’appelant',
    next: 'Interaction suivante ou précédente',
    pin: 'Épingler ou désépingler cette interaction',
    show: 'Afficher cette liste',
    singleKeys: 'Activer les raccourcis à une touche',
    copyKey: 'Ctrl+C',
    copy: 'Copier la valeur active',
    back: 'Revenir en arrière ou fermer ce qui est ouvert',
  },
  commands: {
    'open-panel': 'Ouvrir le panneau',
    'next-interaction': 'Interaction suivante',
    'previous-interaction': 'Interaction précédente',
    'search-contacts': 'Rechercher des contacts',
    'not-this-person': 'Pas cette personne',
  },
  rail: {
    moreInteractions: ' autres interactions',
    fresh: (count: number) => `${amount(count)} à prendre`,
    more: 'autres',
    noHost: 'Pas encore de page de travail connectée',
    nothingLive: 'Aucune interaction en cours',
    connected: (names: string[]) => `Connecté à ${listOf(names)}`,
    withheld: 'Masqué',
    noNumber: 'Sans numéro',
    pinned: 'épinglée',
    rings: (who: string, state: string) => `${who}\u00a0: ${inSentence(state)}`,
    ringsFor: (who: string, state: string, campaign: string) =>
      `${who}\u00a0: ${inSentence(state)}, ${campaign}`,
  },
  found: foundFrench,
  signedOut: {
    lossless: 'Rien n’est perdu. Reconnectez-vous pour continuer.',
    losslessAs: (agent: string) =>
      `Rien n’est perdu. Reconnectez-vous avec le compte ${agent} pour continuer.`,
    noCrm: 'Aucun CRM connecté pour l’instant',
    soNobody: 'Aucune recherche n’est donc possible',
    connect: 'Connecter',
    never: 'Aucune session ouverte',
    since: (time: string) => `Session fermée à ${time}`,
    nobody: 'aucune recherche effectuée',
    refused: 'clé refusée',
    deleted: 'copies enregistrées supprimées',
  },
  steps: stepsFrench,
  fields: fieldFrench,
};

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'ID client';
  return by === 'phone' || by === 'email'
    ? inSentence(sharedFrench.identifiers.labels[by])
    : identifierNoun(by);
}

export { viewFrench as words };
