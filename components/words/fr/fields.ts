import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { fieldEnglish } from '../en/fields.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inSentence, ofTheChannel, thisChannel } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

/** What fields and the form of a new contact say, in French. */
export const fieldFrench: typeof fieldEnglish = {
  nobody: 'Personne',
  notSet: 'Non renseigné',
  empty: 'vide',
  this: (channel: Channel) => thisChannel(channel),
  from: (channel: Channel) => ofTheChannel(channel),
  tooLong: (crm: string) => ` Texte trop long pour être affiché en entier. Consultez-le dans ${crm}.`,
  unread: (crm: string) => ` Contenu en partie illisible. Consultez-le dans ${crm}.`,
  edit: (label: string) => `Modifier\u00a0: ${inSentence(label)}`,
  typeToFind: 'Saisir pour rechercher',
  noSuchOption: 'Aucun choix correspondant',
  chosen: (count: number) => {
    const forms = { one: 'choix sélectionné', many: 'de choix sélectionnés', other: 'choix sélectionnés' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  whyNot: (label: string) => `Pourquoi ce champ n’est pas modifiable\u00a0: ${inSentence(label)}`,
  notEditable: {
    crm: (crm: string) => `${crmFirst(crm)} ne permet pas de modifier ce contact depuis Ringside.`,
    field: (crm: string) => `${crmFirst(crm)} ne permet pas de modifier ce champ depuis Ringside.`,
    cut: (crm: string) => `Ce champ n’est pas affiché en entier ici. Modifiez-le dans ${crm}.`,
    kind: (crm: string) => `Aucun champ prévu pour cette valeur. Modifiez-la directement dans ${crm}.`,
    unlink: (crm: string) =>
      `Les numéros et adresses ne peuvent pas être retirés depuis Ringside. Faites-le dans ${crm}.`,
  },
  copyOf: (label: string) => `Copier\u00a0: ${inSentence(label)}`,
  copyIt: 'Copier',
  emptyFields: (count: number) => {
    const forms = { one: 'champ vide', many: 'de champs vides', other: 'champs vides' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  elsewhere: 'Quelqu’un d’autre a modifié ce contact, mais pas cette valeur.',
  changed: <Part>(newer: Part): Sentence<Part> => [
    'Quelqu’un d’autre a modifié cette valeur. Elle est maintenant «\u00a0',
    newer,
    '\u00a0».',
  ],
  saveMine: 'Enregistrer la mienne',
  takeNewer: 'Prendre la nouvelle',
  name: 'Nom',
  phone: 'Téléphone',
  email: 'E-mail',
  identifiers: 'Identifiants',
  shared: 'partagé',
  only: <Part>(campaigns: Part): Sentence<Part> => [campaigns, ' uniquement'],
  copy: (age: string) => `copie, ${age}`,
  notKept: 'non enregistré',
  createIn: 'Créer dans',
  required: 'obligatoire',
  optional: 'facultatif',
  create: 'Créer le contact',
  draftNotKept: 'Brouillon non enregistré',
  keepingDraft: 'Enregistrement du brouillon',
  draftKept: 'Brouillon enregistré',
};
