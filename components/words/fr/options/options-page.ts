import type { pageEnglish } from '../../en/options/options-page.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { fileFrench } from './options-files.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const choiceNoun = {
  one: 'choix de l’agent',
  many: 'de choix de l’agent',
  other: 'choix de l’agent',
};

/** The frame of the options page, and what all its sections say, in French. */
export const pageFrench: typeof pageEnglish = {
  title: 'Options de Ringside',
  version: 'Version',
  documents: 'Documents',
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
  removed: (name: string) => `${name} a été retiré.`,
  nothingChanged: 'Rien n’a été modifié',
  someUnsaved: 'Certaines modifications ne sont pas encore enregistrées.',
  unreadable: 'Les réglages ne peuvent pas être lus. Rechargez cette page.',
  notSaved:
    'Non enregistré\u00a0: le navigateur a refusé de le conserver. Votre saisie est toujours là\u202f; réessayez.',
  settingsProblems: {
    newer: (version: number) =>
      `Ces réglages viennent d’un Ringside plus récent (version ${version} des réglages). Ils sont visibles ici, mais non modifiables.`,
    damaged: (paths: string[]) =>
      `Les réglages enregistrés n’ont pas pu être lus (${paths.map((path) => path || fileFrench.allOfIt).join(', ')}). Ringside utilise ses valeurs par défaut\u202f; les réglages endommagés sont conservés.`,
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
    host: 'Connecter votre softphone ou boîte de réception',
    call: 'Prendre un appel\u00a0: le prochain appelant apparaît dans le panneau',
    done: ' (terminé)',
  },
  view: {
    title: 'Vue',
    lead: 'Ce qui s’ouvre à l’arrivée d’un appel ou d’un chat, et son apparence.',
    opensWith: 'S’ouvre avec',
    views: { auto: 'Selon la boîte de réception', reduced: 'Vue réduite', full: 'Vue complète' },
    autoHint:
      'La vue complète à côté d’une boîte de réception entière, sinon la vue réduite. Ce qu’un agent a choisi est retenu pour cette page de travail et cette boîte.',
    sameHint:
      'Toujours la même, quel que soit l’usage de la boîte de réception. L’agent peut tout de même changer.',
    remembered: 'Retenus',
    choices: (count: number) => `${amount(count)} ${plural(count, choiceNoun)}`,
    forget: 'Les oublier',
    forgotten: 'Les choix retenus sont oubliés.',
    arrival: 'Une arrivée affiche',
    surfaces: { card: 'La carte dans la page', notification: 'Une notification', badge: 'La pastille seule' },
    arrivalHint:
      'Seulement tant qu’aucun panneau n’est ouvert à côté de la page. Si une page n’autorise pas la carte, une notification la remplace.',
    names: 'Les notifications nomment la personne',
    namesHint: 'Sinon elles ne nomment que le canal et la campagne\u00a0: d’autres peuvent voir cet écran.',
    discreet: 'N’annoncer ni noms ni numéros',
    discreetHint: 'Un lecteur d’écran apprend qu’un contact a été trouvé, et non de qui il s’agit.',
    singleKeys: 'Touches seules dans la vue',
    singleKeysHint:
      'Comme N pour «\u00a0Pas cette personne\u00a0». Désactivez-les si la voix ou un geste involontaire les déclenche.',
    browserKeys: 'Touches dans tout le navigateur',
    browserKeysHint: 'Ouvrir le panneau, passer d’une interaction à l’autre, rechercher.',
    changeKeys: 'Changer les touches',
    language: 'Langue',
    languageAuto: 'Comme la page de travail, sinon comme le navigateur',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  },
  address: {
    none: 'Saisissez ou collez d’abord une adresse.',
    'not-an-address':
      'Ce n’est pas une adresse. Collez ce que le navigateur affiche dans sa barre d’adresse.',
    'not-web':
      'Ringside ne travaille qu’avec des pages web, pas avec les pages du navigateur ni avec des fichiers.',
    insecure:
      'Cette adresse n’est pas chiffrée (http)\u00a0: n’importe qui sur le trajet pourrait lire et modifier ce qui passe. Utilisez https\u202f; http ne vaut que sur cet ordinateur (localhost).',
    'user-info': 'Retirez le nom et le mot de passe de l’adresse.',
    closed: 'Le navigateur ne laisse entrer aucune extension dans cette page.',
    many: 'Ceci désigne de nombreux sites. Saisissez l’adresse d’un seul\u00a0: Ringside ne demande jamais tout un domaine.',
    blanks:
      'Une adresse ne contient pas d’espaces. Collez ce que le navigateur affiche dans sa barre d’adresse.',
    word: 'C’est un seul mot et non une adresse. Collez toute l’adresse que le navigateur affiche, avec https://.',
  },
};
