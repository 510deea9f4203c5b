import type { definitionEnglish, Offers } from '../en/options-definition.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { inSentence } from './grammar/nouns.ts';
import { sharedFrench } from './shared.ts';

const plural = pluralOf('fr');
const fieldNoun = { one: 'champ', many: 'de champs', other: 'champs' };
const startLarge = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

/** The definition of a CRM and the try of it, in French. */
export const definitionFrench: typeof definitionEnglish = {
  title: 'La définition',
  usable: (name: string) => `${name}\u00a0: utilisable`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => inSentence(sharedFrench.identifiers.labels[kind])).join(', ');
    const can = [
      kinds.length > 0 && `trouve par ${names}`,
      searches && 'recherche',
      creates && 'crée',
      edits && 'modifie',
      links && 'associe',
      `${numberFormat().format(fields)} ${plural(fields, fieldNoun)}`,
    ];
    return startLarge(can.filter((one) => one !== false).join(' · '));
  },
  startFromExample: 'Partir d’un exemple',
  startFrom: 'Partir de…',
  openFile: 'Ouvrir une définition depuis un fichier',
  askReplace: (name: string) => `Remplacer la définition par ${name}\u202f?`,
  replaceMeans: 'Ce que contient l’éditeur n’est conservé nulle part tant que vous ne l’enregistrez pas.',
  bodySent: 'Corps de la requête',
  reply: 'Réponse',
  fine: 'OK',
  refused: 'refusé',
  noContent: 'aucun contenu',
  milliseconds: (count: number) => `${count} ms`,
  noReply: 'Aucune réponse.',
  noReplyYet: 'Pas encore de réponse…',
  errors: {
    'bad-reply': {
      text: 'La réponse n’est pas celle que dit la définition',
      advice:
        'Comparez la réponse aux chemins de la définition\u00a0: la liste, l’enregistrement et son identifiant.',
    },
    'not-found': {
      text: 'Le CRM n’a rien à ce chemin',
      advice:
        'Comparez le chemin à la documentation de l’API. Si elle répond 404 quand elle ne trouve personne, noneIs404 vaut true.',
    },
    invalid: {
      text: 'Le CRM n’accepte pas la requête',
      advice:
        'La réponse dit ce qui ne va pas. Comparez les paramètres et le corps à la documentation de l’API.',
    },
    'not-supported': {
      text: 'La définition ne dit pas comment',
      advice: 'Elle ne contient pas de recherche.',
    },
    'too-many': {
      text: 'Il y a plus de contacts possibles que n’en ont été examinés',
      advice:
        'Dites comment la liste continue (pages), ou demandez-en moins\u00a0: une plus longue partie du numéro, ou un filtre que le CRM respecte.',
    },
  },
  signedInAs: (name: string, id: string) => `Session ouverte\u00a0: ${name} (${id})`,
  nobody: 'Personne',
  nobodyMeans:
    'Aucun enregistrement de la réponse ne le porte. Est-il dans un champ que la définition ne nomme pas, ou le chemin de la liste est-il faux\u202f?',
  name: 'Nom',
  contactId: 'ContactID',
  changed: 'Modifié',
  tryIt: 'Essayer',
  lead: 'Interroge le CRM comme le ferait une interaction, et montre ce qui a été échangé. Rien n’y est modifié, et rien n’en est conservé.',
  lookFor: 'Rechercher',
  byWhat: 'Par quoi',
  kinds: {
    phone: { label: 'Numéro de téléphone', placeholder: '+44 20 7946 0123' },
    email: { label: 'Adresse e-mail', placeholder: 'nom@example.com' },
    id: { label: 'ContactID', placeholder: 'Comme le CRM le numérote' },
    text: { label: 'Recherche de texte', placeholder: 'Partie d’un nom' },
    who: { label: 'Qui est connecté', placeholder: '' },
  },
  unfit: {
    phone: 'Ce n’est pas un numéro de téléphone. Moins de sept chiffres forment un poste.',
    email: 'Saisissez une adresse e-mail.',
  },
  trying: 'Essai en cours',
  try: 'Essayer',
  sentAndAnswered: 'Envoyé et répondu',
  nothingSent: 'Rien n’a été envoyé.',
  made: 'Ce que Ringside en fait',
  waiting: 'En attente du CRM…',
};
