import type { ViewWords } from '../en/view.ts';
import { listOf } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { crmFirst } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const connected = { one: 'est connectée', many: 'sont connectées', other: 'sont connectées' };

/** The three steps to the first pop, in French. */
export const stepsFrench: ViewWords['steps'] = {
  step: (now: number, all: number) => `Étape ${now} sur ${all}`,
  notConnected: 'Pas encore connecté',
  widget: 'Un administrateur connecte ce widget au CRM. Rien n’est lu d’ici là.',
  title: 'Trois étapes jusqu’à la première fiche',
  lead: 'Environ deux minutes. Aucune page n’est lue sans votre accord.',
  crm: 'Connecter votre CRM',
  softphone: 'Connecter ce softphone',
  hostsConnected: (names: string[]) => `${listOf(names)} ${plural(names.length, connected)}.`,
  hostOpen: (name: string) =>
    `${name} est ouverte dans cette fenêtre. Ringside ne demande que cette adresse.`,
  allowOn: (name: string) => `Autoriser sur ${name}`,
  openHost:
    'Ouvrez votre softphone ou votre boîte de réception dans cette fenêtre. Ringside n’en demande que l’adresse.',
  connectHost: 'Connecter une page de travail',
  testCall: 'Prendre un appel test',
  call: 'Prendre un appel',
  nobodyToCall: 'Aucun contact avec un numéro de téléphone n’a été trouvé pour un appel test.',
  testCallIs: 'Un appel fictif de l’un de vos propres contacts. Rien n’est écrit.',
  callIs: 'Le prochain appelant apparaît ici, avant votre «\u00a0bonjour\u00a0». Rien n’est écrit.',
  crmConnected: (crm: string) => `${crmFirst(crm)} est connecté.`,
  crmRefused: (crm: string) => `${crmFirst(crm)} n’a pas accepté la clé. Elle est peut-être mal saisie.`,
  crmNeedsKey: (crm: string) => `${crmFirst(crm)} attend encore sa clé.`,
  whichCrm: 'Celui qui connaît vos contacts, ou le CRM Companion.',
  typeAgain: 'Saisir de nouveau la clé',
  connectCrm: 'Connecter un CRM',
  done: ' (terminé)',
};
