import type { ExpectedValue, Unread } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import type { diagnosticsEnglish } from '../../en/options/options-diagnostics.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const eventNoun = { one: 'événement', many: 'd’événements', other: 'événements' };
const theRules = { one: 'la règle', many: 'les règles', other: 'les règles' };
const theRulesFirst = { one: 'La règle', many: 'Les règles', other: 'Les règles' };
const find = { one: 'trouve', many: 'trouvent', other: 'trouvent' };
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const endings: Record<EndReason, string> = {
  completed: 'terminé',
  missed: 'manqué',
  rejected: 'refusé',
  cancelled: 'annulé',
  elsewhere: 'pris ailleurs',
  failed: 'échoué',
  'host-gone': 'page disparue',
};

const expected: Record<ExpectedValue, string> = {
  text: 'texte attendu',
  number: 'nombre attendu',
  'yes-or-no': 'oui ou non attendu',
  list: 'liste attendue',
  object: 'objet attendu',
  time: 'date et heure attendues',
  form: 'd’une autre forme que prévu',
  size: 'plus long ou plus court que prévu',
  charset: 'texte dans un jeu de caractères connu attendu',
};

/** What Ringside sees on host pages and reads of CRMs, in French. */
export const diagnosticsFrench: typeof diagnosticsEnglish = {
  adapters: {
    'dom-rules': 'Règles de page',
    'host-protocol': 'Protocole d’hôte',
    'json-websocket': 'JSON par WebSocket',
    media: 'État des médias',
    'message-rules': 'Règles de messages',
    'sip-websocket': 'SIP par WebSocket',
    'xmpp-websocket': 'XMPP par WebSocket',
  },
  title: 'Diagnostic',
  lead: 'Ce que Ringside voit sur les pages de travail ouvertes et lit dans les CRM, et pourquoi il a omis quelque chose. Rien ici ne nomme un client ni son numéro\u202f; des caractères comme #3fa9c1 désignent une interaction.',
  copy: 'Copier le rapport',
  copied: 'Le rapport a été copié.',
  notCopied:
    'Le navigateur n’a pas laissé copier le rapport. Ouvrez «\u00a0Ce que dit le rapport\u00a0» et copiez-le là.',
  clear: 'Effacer',
  cleared: 'Les événements et les compteurs ont été effacés.',
  notCleared: 'Les événements et les compteurs n’ont pas pu être effacés. Réessayez.',
  noPage: 'Aucune page de travail n’est ouverte. Ouvrez ou rechargez la page où vous prenez appels et chats.',
  reportSays: 'Ce que dit le rapport',
  report: 'Rapport',
  thePage: 'la page',
  lastFew: (count: number) => `Derniers événements (${count})`,
  last: (count: number) => `Les ${count} derniers événements`,
  lastEvents: 'Derniers événements',
  live: 'Interactions en cours',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${state}, ${channel}, ${direction}`,
  tab: (tab: number) => `onglet ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `onglet ${tab}, cadre ${frame}`,
  seenBy: 'Vu par',
  since: (time: string) => `depuis ${time}`,
  strategies: 'Stratégies',
  idle: (names: string[]) => `En marche, rien vu\u00a0: ${names.join(', ')}`,
  leftOut: (dropped: string) => `Omis\u00a0: ${dropped}`,
  reasons: {
    'not-valid': 'non valide',
    'too-big': 'trop grand',
    'forbidden-key': 'contient un nom qui pourrait nuire',
    'too-many': 'trop à la fois',
    'forged-sender': 'expéditeur falsifié\u00a0: dit par une fenêtre qui n’en a pas le droit',
    older: 'plus ancien que ce qui était connu',
    echo: 'écho d’une interaction terminée',
    'never-live': 'terminé avant d’avoir été vu en cours',
    internal: 'appel interne\u00a0: non affiché sur cette page de travail',
    'untrusted-contact-id':
      'ContactID omis\u00a0: son en-tête n’est pas jugé fiable sur cette page de travail',
    failed: 'Ringside a buté dessus',
  },
  briefly: {
    'forged-sender': 'expéditeur falsifié',
    'never-live': 'terminé sans être vu',
    echo: 'écho',
    older: 'plus ancien',
    internal: 'interne',
    'untrusted-contact-id': 'ContactID non fiable',
  },
  reasonAt: (reason: string, path: string) => `${reason}, à ${path}`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
    const number = withheld ? ', numéro masqué' : numberless ? ', aucun numéro' : '';
    return `${state}${ending}, ${channel}, ${direction}${number}`;
  },
  inFocus: 'au premier plan',
  noFocus: 'rien au premier plan',
  inbox: (mode: string) => `boîte de réception ${mode}`,
  language: (tag: string) => `langue ${tag}`,
  hello: 'la page de travail s’annonce',
  entry: 'entrée de la chronologie',
  unread: 'écarté sans être lu',
  told: {
    clientId: 'ClientID',
    contactId: 'ContactID',
    displayName: 'nom',
    campaign: 'campagne',
    queue: 'file',
    agent: 'agent',
    threadId: 'fil',
    startedAt: 'début',
    answeredAt: 'réponse',
    attributes: 'attributs',
  },
  standing: {
    notAllowed: {
      words: 'Connectée, mais non servie',
      advice:
        'La page est ouverte et Ringside y est, mais ne l’écoute pas\u00a0: sa page de travail n’est pas connectée, ou le navigateur n’a pas dit que Ringside peut la lire. Regardez sous Pages de travail.',
    },
    notEntered: {
      words: 'Ouverte, mais sans réponse',
      advice:
        'Cet onglet n’a pas laissé entrer Ringside\u00a0: il est bloqué, ou se charge encore. Il ne retarde pas les autres pages. Rechargez-le ou fermez-le.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'Ne sait pas lire cette page',
      advice: `Sur cette page, ${plural(rules.length, theRules)} ${rules.join(', ')} ne ${plural(rules.length, find)} pas ce qu’il faut chercher. Connectez-vous là-bas, ou ouvrez ses appels\u202f; si cela ne change rien, la page de travail a une nouvelle version et demande une règle plus récente.`,
    }),
    reload: {
      words: 'À recharger',
      advice:
        'Cette page était ouverte avant Ringside\u00a0: ce qui s’y passe peut rester inaperçu tant qu’elle n’est pas rechargée.',
    },
    unseen: (rules: string[]) => ({
      words: 'Lignes trouvées, aucune visible',
      advice: `${plural(rules.length, theRulesFirst)} ${rules.join(', ')} ${plural(rules.length, find)} des lignes sur cette page, et aucune n’est visible. C’est normal tant qu’il ne se passe rien. Sinon la page est peut-être trop étroite pour montrer sa liste\u00a0: élargissez sa fenêtre, ou rétrécissez le panneau.`,
    }),
    sees: 'Voit des interactions',
    nothing: 'Rien vu pour l’instant',
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `Ce qui se passe sur cette page est vu\u00a0: ${amount(count)} ${plural(count, eventNoun)} par ${listOf(by)}, le dernier à ${last}`,
      nothing: 'Cette page est lisible\u202f; il ne s’y est encore rien passé',
    },
    details: 'Détails',
  },
  strategy: {
    failed: 'n’a pas pu démarrer dans cette page',
    cannotRead: 'ne sait pas lire cette page',
    canRead: 'sait lire cette page',
    unseen: 'sait lire cette page\u00a0: lignes trouvées, aucune visible',
    hasSeen: (count: number) => `a vu ${amount(count)} ${plural(count, eventNoun)}`,
    forOthers: (name: string) => `${name} (pour d’autres pages)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const calls = plural(seen, { one: 'appel', many: 'd’appels', other: 'appels' });
      const others = plural(seen, { one: 'interaction', many: 'd’interactions', other: 'interactions' });
      return `clientId\u00a0: ${at} n’a rien trouvé dans ${empty} sur ${seen} ${channel === 'phone' ? calls : others}`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${version}, diagnostic du ${time}`,
    noPage: 'Aucune page de travail n’est ouverte.',
    seenBy: (names: string[]) => `vu par ${names.join(', ')}`,
    nothingSeen: (names: string[]) => `Rien vu\u00a0: ${names.join(', ')}`,
  },
  leftOfCrm: {
    title: 'Toutes ses réponses ne sont pas lisibles',
    advice:
      'Ce qui est énuméré ici a été omis, et le reste utilisé. Un import ou un autre programme l’a peut-être écrit\u202f; corrigé dans le CRM, c’est de nouveau lu.',
    part: ({ of, whole, path, expected: code }: Unread) => {
      const what = {
        contact: whole ? 'Contact omis' : 'Omis d’un contact',
        company: whole ? 'Société omise' : 'Omis d’une société',
        field: whole ? 'Champ omis' : 'Omis d’un champ',
      }[of];
      return `${what}${path === '' ? '' : `\u00a0: ${path}`}, ${expected[code]}`;
    },
    times: (times: string, last: string) => `${times}, la dernière ${last}`,
  },
  times: (count: number) => `${amount(count)} fois`,
};
