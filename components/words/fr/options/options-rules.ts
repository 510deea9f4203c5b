import type { rulesEnglish } from '../../en/options/options-rules.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

/** What the editor of host rules says, and a trial of them on an open tab, in French. */
export const rulesFrench: typeof rulesEnglish = {
  startFrom: 'Partir de…',
  startFromLabel: 'Partir d’un modèle ou d’un fichier',
  templates: 'Modèles',
  shipped: 'Fournies',
  own: 'Personnalisées',
  template: {
    phone: 'Un téléphone\u00a0: un bloc par appel',
    inbox: 'Une boîte de réception\u00a0: des chats, dont un ouvert',
    mails: 'Un webmail\u00a0: une liste et le cadre qui ouvre un e-mail',
    messages: 'Messages de fenêtre',
    socket: 'JSON sur WebSocket',
  },
  askReplace: (name: string) => `Remplacer votre saisie par ${name}\u202f?`,
  replaceMeans: 'Le contenu de l’éditeur n’a pas été ajouté aux règles et serait perdu.',
  usable: (name: string) => `${name}\u00a0: utilisable.`,
  counts: (rules: number) =>
    `${amount(rules)} ${plural(rules, { one: 'règle', many: 'de règles', other: 'règles' })}`,
  line: (line: number) => `Ligne ${amount(line)}`,
  goToLine: (line: number) => `Aller à la ligne ${amount(line)}`,
  tryIt: 'Essayer dans l’onglet ouvert',
  lead: 'Montre ce que chaque sélecteur trouve dans une page ouverte, à mesure qu’elle change. Le contenu de cette page n’est montré qu’à vous et n’est conservé nulle part\u202f; aucune recherche n’est faite. Placez la page à côté de celle-ci pour voir les deux.',
  beside: 'Ouvrir à côté de la page',
  address: 'Adresse de la page',
  addressHint:
    'Le navigateur demande si Ringside peut la lire\u202f; quand vous arrêtez, cette autorisation est rendue.',
  try: 'Essayer',
  stop: 'Arrêter',
  whichTab: 'Onglet',
  untitled: (id: number) => `Onglet ${id}`,
  notYet: 'Rien à essayer tant que les règles ci-dessus ne sont pas utilisables.',
  noneOfPages:
    'Aucune de ces règles ne lit le contenu d’une page. Celles pour les messages et les WebSockets s’essaient avec la page elle-même\u00a0: connectez-la, puis voyez sous «\u00a0Diagnostic\u00a0».',
  refused: (origin: string) =>
    `La lecture de ${origin} par Ringside n’a pas été autorisée dans le navigateur.`,
  noTab: (origin: string) => `Aucun onglet n’est ouvert sur ${origin}. Ouvrez la page, puis réessayez.`,
  notEntered: 'Le navigateur n’admet aucun script dans cet onglet. Rechargez-le ou essayez une autre page.',
  loading: 'En attente de la page…',
  page: 'La page elle-même',
  frame: 'Un cadre de la page',
  reading: {
    reads: 'peut lire cette page',
    unseen: 'trouve des lignes, aucune visible',
    'cannot-read': 'aucune version ne convient à cette page',
    elsewhere: 'est prévue pour un autre endroit',
  },
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? rule : `${rule}, version du ${version}`,
  columns: { path: 'Où', selector: 'Sélecteur', found: 'Trouvés', seen: 'Visibles', texts: 'Texte' },
  selectorsOf: (rule: string) => `Sélecteurs\u00a0: ${rule}`,
  interactionsOf: (rule: string) => `Interactions\u00a0: ${rule}`,
  interactions: (count: number) => {
    if (count === 0) return 'Aucune interaction';
    const forms = { one: 'interaction', many: 'd’interactions', other: 'interactions' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  unknownSelector: 'Le navigateur ne connaît pas ce sélecteur',
  looked: 'l’agent la regarde',
  beginsNothing: 'ne démarre rien à elle seule',
};
