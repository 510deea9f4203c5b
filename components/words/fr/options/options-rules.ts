import type { rulesEnglish } from '../../en/options/options-rules.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const ruleNoun = { one: 'règle', many: 'de règles', other: 'règles' };
const interactionNoun = { one: 'interaction', many: 'd’interactions', other: 'interactions' };

/** What the editor of host rules says, and a trial of them on an open tab, in French. */
export const rulesFrench: typeof rulesEnglish = {
  startFrom: 'Partir de…',
  startFromLabel: 'Partir d’un modèle ou d’un fichier',
  templates: 'Modèles',
  shipped: 'Fournis',
  own: 'Les vôtres',
  template: {
    phone: 'Un téléphone\u00a0: un cadre par appel',
    inbox: 'Une boîte de réception\u00a0: des chats, dont un est ouvert',
    mails: 'Un webmail\u00a0: une liste et le cadre qui ouvre un e-mail',
    messages: 'Messages de fenêtre',
    socket: 'JSON par WebSocket',
  },
  askReplace: (name: string) => `Mettre ${name} à la place de ce que vous avez écrit\u202f?`,
  replaceMeans: 'Ce que contient l’éditeur n’a pas été ajouté aux règles, et serait perdu.',
  usable: (name: string) => `${name} est utilisable.`,
  counts: (rules: number) => `${amount(rules)} ${plural(rules, ruleNoun)}`,
  line: (line: number) => `Ligne ${amount(line)}`,
  goToLine: (line: number) => `Aller à la ligne ${amount(line)}`,
  tryIt: 'Essayer sur l’onglet ouvert',
  lead: 'Montre ce que chaque sélecteur trouve dans une page ouverte, pendant qu’elle change. Ce que contient cette page n’est montré qu’à vous et n’est conservé nulle part\u202f; rien n’est recherché. Avec la page à côté de celle-ci, vous voyez les deux.',
  beside: 'Ouvrir à côté de la page',
  address: 'Adresse de la page',
  addressHint: 'Le navigateur demande si Ringside peut la lire\u202f; quand vous arrêtez, cela est rendu.',
  try: 'Essayer',
  stop: 'Arrêter',
  whichTab: 'Quel onglet',
  untitled: (id: number) => `Onglet ${id}`,
  notYet: 'Il n’y a rien à essayer tant que les règles ci-dessus ne sont pas utilisables.',
  noneOfPages:
    'Aucune de ces règles ne lit ce que contient une page. Celles des messages et des sockets s’essaient avec la page elle-même\u00a0: connectez-la, et regardez sous Diagnostic.',
  refused: (origin: string) => `Le navigateur n’a pas été autorisé à laisser Ringside lire ${origin}.`,
  noTab: (origin: string) => `Aucun onglet n’est ouvert à ${origin}. Ouvrez la page, puis réessayez.`,
  notEntered:
    'Le navigateur ne laisse entrer aucun script dans cet onglet. Rechargez-le, ou essayez une autre page.',
  loading: 'En attente de la page…',
  page: 'La page elle-même',
  frame: 'Un cadre de la page',
  reading: {
    reads: 'sait lire cette page',
    unseen: 'trouve des lignes, aucune visible',
    'cannot-read': 'aucune version ne convient à cette page',
    elsewhere: 'est pour un autre endroit',
  },
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? rule : `${rule}, version du ${version}`,
  columns: { path: 'Où', selector: 'Sélecteur', found: 'Trouvés', seen: 'Visibles', texts: 'Dit' },
  selectorsOf: (rule: string) => `Sélecteurs\u00a0: ${rule}`,
  interactionsOf: (rule: string) => `Interactions\u00a0: ${rule}`,
  interactions: (count: number) =>
    count === 0 ? 'Aucune interaction' : `${amount(count)} ${plural(count, interactionNoun)}`,
  unknownSelector: 'Le navigateur ne connaît pas ce sélecteur',
  looked: 'l’agent la regarde',
  beginsNothing: 'ne commence rien de lui-même',
};
