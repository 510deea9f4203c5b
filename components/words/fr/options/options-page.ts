import type { pageEnglish } from '../../en/options/options-page.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { fileFrench } from './options-files.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

/** The frame of the options page, what all its sections say, and how the view looks. In French. */
export const pageFrench: typeof pageEnglish = {
  title: 'Options de Ringside',
  version: 'Version',
  documents: 'Documentation',
  options: 'Options',
  save: 'Enregistrer',
  saved: 'Enregistré',
  cancel: 'Annuler',
  remove: 'Retirer',
  replace: 'Remplacer',
  allow: 'Autoriser',
  tryAgain: 'Réessayer',
  discard: 'Abandonner les modifications',
  discarded: 'Vos modifications ont été abandonnées.',
  askRemove: (name: string) => `Retirer ${name}\u202f?`,
  removeOf: (name: string) => `Retirer ${name}`,
  removed: (name: string) => `Retrait effectué\u00a0: ${name}.`,
  nothingChanged: 'Rien n’a été modifié',
  someUnsaved: 'Certaines modifications ne sont pas encore enregistrées.',
  unreadable: 'Les réglages sont illisibles. Rechargez cette page.',
  notSaved:
    'Non enregistré\u00a0: le navigateur a refusé l’enregistrement. Votre saisie est toujours là\u202f; réessayez.',
  settingsProblems: {
    newer: (version: number) =>
      `Ces réglages viennent d’un Ringside plus récent (version ${version} des réglages). Vous pouvez les consulter ici, mais pas les modifier.`,
    damaged: (paths: string[]) =>
      `Les réglages enregistrés n’ont pas pu être lus (${paths.map((path) => path || fileFrench.allOfIt).join(', ')}). Ringside utilise les valeurs par défaut\u202f; les réglages endommagés sont conservés.`,
  },
  sections: {
    hosts: 'Pages de travail',
    rules: 'Règles',
    diagnostics: 'Diagnostic',
    crms: 'CRM',
    fields: 'Champs et sections',
    view: 'Vue',
    'saved-copies': 'Copies enregistrées',
    transfer: 'Importer, exporter',
  },
  steps: {
    list: 'Étapes jusqu’au premier appel',
    crm: 'Connecter votre CRM',
    host: 'Connecter votre softphone ou votre boîte de réception',
    call: 'Prendre un appel\u00a0: la prochaine personne qui appelle apparaît dans le panneau',
    done: ' (fait)',
  },
  view: {
    title: 'Vue',
    lead: 'Ce qui s’ouvre à l’arrivée d’un appel ou d’un chat, et son apparence.',
    opensWith: 'Ouvrir avec',
    views: {
      auto: 'Selon l’usage de la boîte de réception',
      reduced: 'Vue réduite',
      full: 'Vue complète',
    },
    autoHint:
      'La vue complète à côté d’une boîte de réception complète, sinon la vue réduite. Si un agent change de vue, son choix est retenu pour cette page de travail et cette boîte de réception.',
    sameHint: 'Toujours la même, quel que soit l’usage de la boîte de réception. L’agent peut en changer.',
    remembered: 'Choix retenus',
    choices: (count: number) => {
      const forms = { one: 'choix de l’agent', many: 'de choix de l’agent', other: 'choix de l’agent' };
      return `${amount(count)} ${plural(count, forms)}`;
    },
    forget: 'Les oublier',
    forgotten: 'Les choix retenus sont oubliés.',
    arrival: 'À l’arrivée, afficher',
    surfaces: { card: 'Fiche dans la page', notification: 'Notification', badge: 'Pastille seule' },
    arrivalHint:
      'Seulement tant qu’aucun panneau n’est ouvert à côté de la page. Si une page n’admet pas la fiche, une notification la remplace.',
    names: 'Nommer la personne dans les notifications',
    namesHint:
      'Sinon, elles n’indiquent que le canal et la campagne\u00a0: d’autres personnes peuvent voir cet écran.',
    discreet: 'Ne pas annoncer les noms et les numéros',
    discreetHint: 'Un lecteur d’écran annonce qu’un contact a été trouvé, sans dire qui.',
    singleKeys: 'Raccourcis à une touche dans la vue',
    singleKeysHint:
      'Par exemple N pour «\u00a0Pas cette personne\u00a0». Désactivez-les si la voix ou une fausse manœuvre les déclenche.',
    browserKeys: 'Raccourcis dans tout le navigateur',
    browserKeysHint: 'Ouvrir le panneau, passer d’une interaction à l’autre, rechercher.',
    changeKeys: 'Modifier les raccourcis',
    language: 'Langue',
    languageAuto: 'Celle de la page de travail, sinon du navigateur',
    theme: 'Thème',
    themes: { system: 'Celui du système', light: 'Clair', dark: 'Sombre' },
  },
  address: {
    none: 'Saisissez ou collez d’abord une adresse.',
    'not-an-address':
      'Ce n’est pas une adresse. Collez ce que le navigateur affiche dans la barre d’adresse.',
    'not-web':
      'Ringside ne fonctionne qu’avec des pages web, pas avec les pages du navigateur lui-même ni avec des fichiers.',
    insecure:
      'Cette adresse n’est pas chiffrée (http)\u00a0: n’importe qui sur le trajet pourrait lire et modifier les données. Utilisez https\u202f; http ne fonctionne que sur cet ordinateur (localhost).',
    'user-info': 'N’indiquez ni nom ni mot de passe dans l’adresse.',
    closed: 'Le navigateur n’admet aucune extension dans cette page.',
    many: 'Cela désigne de nombreux sites. Saisissez l’adresse d’un seul\u00a0: Ringside ne demande jamais un domaine entier.',
    blanks:
      'Une adresse ne contient pas d’espaces. Collez ce que le navigateur affiche dans la barre d’adresse.',
    word: 'C’est un simple mot, pas une adresse. Collez l’adresse complète affichée par le navigateur, avec https://.',
  },
};
