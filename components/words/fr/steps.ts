import type { ViewWords } from '../en/view.ts';
import { listOf } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { crmFirst, ofCrm } from './grammar/nouns.ts';

const plural = pluralOf('fr');

/** The steps to the first call, in French. */
export const stepsFrench: ViewWords['steps'] = {
  step: (now: number, all: number) => `Étape ${now} sur ${all}`,
  notConnected: 'Pas encore connecté',
  widget: 'Un administrateur connecte ce widget au CRM. D’ici là, rien n’est lu.',
  title: 'Trois étapes avant le premier contact à l’écran',
  lead: 'Environ deux minutes. Aucune page n’est lue sans votre autorisation.',
  crm: 'Connecter votre CRM',
  softphone: 'Connecter ce softphone',
  hostsConnected: (names: string[]) => {
    const forms = { one: 'est connecté', many: 'sont connectés', other: 'sont connectés' };
    return `${listOf(names)} ${plural(names.length, forms)}.`;
  },
  hostOpen: (name: string) =>
    `La page ${name} est ouverte dans cette fenêtre. Ringside ne demande l’accès qu’à cette adresse.`,
  allowOn: (name: string) => `Autoriser sur ${name}`,
  openHost:
    'Ouvrez votre softphone ou votre boîte de réception dans cette fenêtre. Ringside ne demande l’accès qu’à son adresse.',
  connectHost: 'Connecter une page de travail',
  testCall: 'Recevoir un appel test',
  call: 'Recevoir un appel',
  nobodyToCall: 'Aucun contact avec un numéro de téléphone n’a été trouvé pour un appel test.',
  testCallIs: 'Un appel fictif de l’un de vos contacts. Rien n’est écrit dans le CRM.',
  callIs: 'Le prochain appelant s’affiche ici, avant même le premier mot. Rien n’est écrit dans le CRM.',
  crmConnected: (crm: string) => `${crmFirst(crm)} est connecté.`,
  crmRefused: (crm: string) =>
    `${crmFirst(crm)} n’a pas accepté la clé. Elle comporte peut-être une faute de frappe.`,
  crmNeedsKey: (crm: string) => `Il manque encore la clé ${ofCrm(crm)}.`,
  whichCrm: 'Celui qui contient vos contacts, ou le Companion CRM.',
  typeAgain: 'Ressaisir la clé',
  connectCrm: 'Connecter un CRM',
  done: ' (fait)',
};
