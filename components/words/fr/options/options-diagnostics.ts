import type { ExpectedValue, Unread } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import type { diagnosticsEnglish } from '../../en/options/options-diagnostics.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { inSentence } from '../grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const states: Record<Facts['state'], string> = {
  pending: 'à prendre',
  offered: 'proposée',
  active: 'en cours',
  held: 'en attente',
  finished: 'terminée',
  closed: 'clôturée',
};

const channels: Record<Channel, string> = {
  phone: 'téléphone',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'e-mail',
  chat: 'chat',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  other: 'autre canal',
};

const directions: Record<Facts['direction'], string> = {
  inbound: 'entrante',
  outbound: 'sortante',
  internal: 'interne',
  unknown: 'sens inconnu',
};

const endings: Record<EndReason, string> = {
  completed: 'aboutie',
  missed: 'manquée',
  rejected: 'refusée',
  cancelled: 'annulée',
  elsewhere: 'prise ailleurs',
  failed: 'en échec',
  'host-gone': 'page fermée',
};

const inboxes: Record<string, string> = {
  docked: 'ancrée',
  full: 'complète',
  hidden: 'masquée',
  unknown: 'de mode inconnu',
};

const expected: Record<ExpectedValue, string> = {
  text: 'texte attendu',
  number: 'nombre attendu',
  'yes-or-no': 'oui ou non attendu',
  list: 'liste attendue',
  object: 'objet attendu',
  time: 'date et heure attendues',
  form: 'forme inattendue',
  size: 'longueur inattendue',
  charset: 'texte attendu dans un jeu de caractères connu',
};

const theRules = (rules: string[]): string =>
  `${plural(rules.length, { one: 'la règle', many: 'les règles', other: 'les règles' })} ${rules.join(', ')}`;
const find = (rules: string[]): string =>
  plural(rules.length, { one: 'trouve', many: 'trouvent', other: 'trouvent' });
const events = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'événement', many: 'd’événements', other: 'événements' })}`;

/** What Ringside sees on host pages and reads of CRMs, in French. */
export const diagnosticsFrench: typeof diagnosticsEnglish = {
  adapters: {
    'dom-rules': 'Règles de page',
    'host-protocol': 'Protocole de page de travail',
    'json-websocket': 'JSON sur WebSocket',
    media: 'État des médias',
    'message-rules': 'Règles de messages',
    'sip-websocket': 'SIP sur WebSocket',
    'xmpp-websocket': 'XMPP sur WebSocket',
  },
  title: 'Diagnostic',
  lead: 'Ce que Ringside voit dans les pages de travail ouvertes et lit dans les CRM, et pourquoi il a ignoré certains éléments. Aucun nom ni numéro de client n’y figure\u202f; un code comme #3fa9c1 désigne une interaction.',
  copy: 'Copier le rapport',
  copied: 'Le rapport a été copié.',
  notCopied:
    'Le navigateur n’a pas autorisé la copie du rapport. Ouvrez «\u00a0Contenu du rapport\u00a0» et copiez-le à cet endroit.',
  clear: 'Effacer',
  cleared: 'Les événements et les compteurs ont été effacés.',
  notCleared: 'Les événements et les compteurs n’ont pas pu être effacés. Réessayez.',
  noPage:
    'Aucune page de travail n’est ouverte. Ouvrez ou rechargez la page où vous prenez les appels et les chats.',
  reportSays: 'Contenu du rapport',
  report: 'Rapport',
  thePage: 'la page',
  lastFew: (count: number) => `Derniers événements (${count})`,
  last: (count: number) => `Les ${count} derniers événements`,
  lastEvents: 'Derniers événements',
  live: 'Interactions en cours',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${states[state]}, ${channels[channel]}, ${directions[direction]}`,
  tab: (tab: number) => `onglet ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `onglet ${tab}, cadre ${frame}`,
  seenBy: 'Vue par',
  since: (time: string) => `depuis ${time}`,
  strategies: 'Stratégies',
  idle: (names: string[]) => `Actif, rien vu\u00a0: ${names.join(', ')}`,
  leftOut: (dropped: string) => `Ignoré\u00a0: ${dropped}`,
  reasons: {
    'not-valid': 'non valide',
    'too-big': 'trop volumineux',
    'forbidden-key': 'contient un nom potentiellement dangereux',
    'too-many': 'trop nombreux à la fois',
    'forged-sender': 'expéditeur falsifié\u00a0: envoyé par une fenêtre qui n’en a pas le droit',
    older: 'plus ancien que ce qui est déjà connu',
    echo: 'écho d’une interaction terminée',
    'never-live': 'terminée avant d’avoir été vue en cours',
    internal: 'appel interne\u00a0: pas d’affichage pour cette page de travail',
    'untrusted-contact-id': 'ContactID ignoré\u00a0: son en-tête n’est pas fiable pour cette page de travail',
    failed: 'échec du traitement par Ringside',
  },
  briefly: {
    'forged-sender': 'expéditeur falsifié',
    'never-live': 'terminée sans être vue',
    echo: 'écho',
    older: 'plus ancien',
    internal: 'interne',
    'untrusted-contact-id': 'ContactID non fiable',
  },
  reasonAt: (reason: string, path: string) => `${reason} (${path})`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
    const number = withheld ? ', numéro masqué' : numberless ? ', aucun numéro' : '';
    return `${states[state]}${ending}, ${channels[channel]}, ${directions[direction]}${number}`;
  },
  inFocus: 'au premier plan',
  noFocus: 'rien au premier plan',
  inbox: (mode: string) => `boîte de réception ${inboxes[mode] ?? mode}`,
  language: (tag: string) => `langue ${tag}`,
  hello: 'la page de travail s’annonce',
  entry: 'entrée de la chronologie',
  unread: 'ignoré sans être lu',
  told: {
    clientId: 'ClientID',
    contactId: 'ContactID',
    displayName: 'nom',
    campaign: 'campagne',
    queue: 'file d’attente',
    agent: 'agent',
    threadId: 'conversation',
    startedAt: 'début',
    answeredAt: 'réponse',
    attributes: 'attributs',
  },
  standing: {
    notAllowed: {
      words: 'Ouverte, mais non lue',
      advice:
        'La page est ouverte et Ringside y est présent, mais il ne la lit pas\u00a0: la page de travail n’est pas connectée, ou le navigateur n’a pas confirmé que Ringside peut la lire. Voyez sous «\u00a0Pages de travail\u00a0».',
    },
    notEntered: {
      words: 'Ouverte, mais sans réponse',
      advice:
        'Cet onglet n’a pas laissé entrer Ringside\u00a0: il est bloqué ou en cours de chargement. Les autres pages n’en souffrent pas. Rechargez-le ou fermez-le.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'Page illisible',
      advice: `Dans cette page, ${theRules(rules)} ne ${find(rules)} pas les éléments attendus. Connectez-vous à la page ou ouvrez-y les appels\u202f; si cela ne change rien, la page de travail a une nouvelle version et demande une règle plus récente.`,
    }),
    reload: {
      words: 'À recharger',
      advice:
        'Cette page était ouverte avant Ringside\u00a0: ce qui s’y passe peut rester invisible tant qu’elle n’est pas rechargée.',
    },
    unseen: (rules: string[]) => ({
      words: 'Lignes trouvées, aucune visible',
      advice: `Dans cette page, ${theRules(rules)} ${find(rules)} des lignes, mais aucune n’est visible. C’est normal tant qu’il ne se passe rien. Sinon, la page est peut-être trop étroite pour afficher sa liste\u00a0: élargissez sa fenêtre ou rétrécissez le panneau.`,
    }),
    sees: 'Interactions vues',
    nothing: 'Rien vu pour l’instant',
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `L’activité de cette page est vue\u00a0: ${events(count)} (${listOf(by)}), le dernier à ${last}`,
      nothing: 'Cette page est lisible\u202f; rien ne s’y est encore passé',
    },
    details: 'Détails',
  },
  strategy: {
    failed: 'n’a pas pu démarrer dans cette page',
    cannotRead: 'ne peut pas lire cette page',
    canRead: 'peut lire cette page',
    unseen: 'peut lire cette page\u00a0: lignes trouvées, aucune visible',
    hasSeen: (count: number) => `a vu ${events(count)}`,
    forOthers: (name: string) => `${name} (pour d’autres pages)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const calls = plural(seen, { one: 'appel', many: 'd’appels', other: 'appels' });
      const others = plural(seen, { one: 'interaction', many: 'd’interactions', other: 'interactions' });
      const what = channel === 'phone' ? calls : others;
      return `clientId\u00a0: ${at} n’a rien trouvé (${empty} sur ${seen} ${what})`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${version}, diagnostic du ${time}`,
    noPage: 'Aucune page de travail n’est ouverte.',
    seenBy: (names: string[]) => `vue par ${names.join(', ')}`,
    nothingSeen: (names: string[]) => `Rien vu\u00a0: ${names.join(', ')}`,
  },
  leftOfCrm: {
    title: 'Une partie de ses réponses est illisible',
    advice:
      'Les éléments de cette liste ont été ignorés, le reste est utilisé. Ils viennent peut-être d’une importation ou d’un autre programme\u202f; une fois corrigés dans le CRM, ils sont relus.',
    part: ({ of, whole, path, expected: code }: Unread) => {
      const what = {
        contact: whole ? 'Contact ignoré' : 'Partie d’un contact ignorée',
        company: whole ? 'Société ignorée' : 'Partie d’une société ignorée',
        field: whole ? 'Champ ignoré' : 'Partie d’un champ ignorée',
      }[of];
      return `${what}${path === '' ? '' : `\u00a0: ${path}`}, ${expected[code]}`;
    },
    times: (times: string, last: string) => `${times}, dernière fois\u00a0: ${inSentence(last)}`,
  },
  times: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'fois', many: 'de fois', other: 'fois' })}`,
};
