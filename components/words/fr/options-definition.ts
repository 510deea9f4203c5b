import type { definitionEnglish, Offers } from '../en/options-definition.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { inSentence } from './grammar/nouns.ts';
import { sharedFrench } from './shared.ts';

const plural = pluralOf('fr');
const startLarge = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

/** The definition of a CRM and the try of it, in French. */
export const definitionFrench: typeof definitionEnglish = {
  title: 'La définition',
  usable: (name: string) => `${name}\u00a0: utilisable`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => inSentence(sharedFrench.identifiers.labels[kind])).join(', ');
    const forms = { one: 'champ', many: 'de champs', other: 'champs' };
    const can = [
      kinds.length > 0 && `trouve par ${names}`,
      searches && 'recherche',
      creates && 'crée',
      edits && 'modifie',
      links && 'associe',
      `${numberFormat().format(fields)} ${plural(fields, forms)}`,
    ];
    return startLarge(can.filter((one) => one !== false).join(' · '));
  },
  startFromExample: 'Partir d’un exemple',
  startFrom: 'Partir de…',
  openFile: 'Ouvrir une définition depuis un fichier',
  askReplace: (name: string) => `Remplacer la définition par ${name}\u202f?`,
  replaceMeans: 'Le contenu actuel de l’éditeur n’est conservé nulle part tant qu’il n’est pas enregistré.',
  bodySent: 'Corps de la requête',
  reply: 'Réponse',
  fine: 'OK',
  refused: 'refusée',
  noContent: 'aucun contenu',
  milliseconds: (count: number) => `${count}\u00a0ms`,
  noReply: 'Aucune réponse.',
  noReplyYet: 'Pas encore de réponse…',
  errors: {
    'bad-reply': {
      text: 'La réponse n’est pas conforme à la définition',
      advice: 'Comparez la réponse aux chemins de la définition\u00a0: la liste, l’enregistrement et son id.',
    },
    'not-found': {
      text: 'Le CRM n’a rien sous ce chemin',
      advice:
        'Comparez le chemin à la documentation de l’API. Si le CRM répond 404 quand il ne trouve personne, noneIs404 vaut true.',
    },
    invalid: {
      text: 'Le CRM n’accepte pas la requête',
      advice:
        'La réponse en donne la raison. Comparez les paramètres et le corps à la documentation de l’API.',
    },
    'not-supported': {
      text: 'La définition ne dit pas comment faire',
      advice: 'Elle ne contient pas de recherche.',
    },
    'too-many': {
      text: 'Il y a plus de contacts possibles que de contacts examinés',
      advice:
        'Indiquez comment la liste se poursuit (pages) ou demandez moins\u00a0: une plus longue partie du numéro, ou un filtre que le CRM respecte.',
    },
  },
  signedInAs: (name: string, id: string) => `Session ouverte\u00a0: ${name} (${id})`,
  nobody: 'Personne',
  nobodyMeans:
    'Aucun enregistrement de la réponse ne contient la valeur. Est-elle dans un champ que la définition ne cite pas, ou le chemin vers la liste est-il faux\u202f?',
  name: 'Nom',
  contactId: 'ContactID',
  changed: 'Modifié',
  tryIt: 'Essayer',
  lead: 'Interroge le CRM comme le ferait une interaction et montre les échanges. Rien n’est modifié dans le CRM et rien n’en est conservé.',
  lookFor: 'Rechercher',
  byWhat: 'Rechercher par',
  kinds: {
    phone: { label: 'Numéro de téléphone', placeholder: '+33 1 99 00 12 34' },
    email: { label: 'Adresse e-mail', placeholder: 'nom@example.com' },
    id: { label: 'ContactID', placeholder: 'Tel que le CRM l’attribue' },
    text: { label: 'Recherche de texte', placeholder: 'Partie d’un nom' },
    who: { label: 'Utilisateur connecté', placeholder: '' },
  },
  unfit: {
    phone: 'Ce n’est pas un numéro de téléphone. En dessous de sept chiffres, c’est un numéro de poste.',
    email: 'Saisissez une adresse e-mail.',
  },
  trying: 'Essai en cours',
  try: 'Essayer',
  sentAndAnswered: 'Requêtes et réponses',
  nothingSent: 'Rien n’a été envoyé.',
  made: 'Ce que Ringside en tire',
  waiting: 'En attente du CRM…',
};
