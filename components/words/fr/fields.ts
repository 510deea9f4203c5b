import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { fieldEnglish } from '../en/fields.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inSentence, ofTheChannel, thisChannel } from './grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const emptyOnes = { one: 'champ vide', many: 'de champs vides', other: 'champs vides' };
const chosenOnes = { one: 'choisi', many: 'choisis', other: 'choisis' };

/** What fields and the form of a new contact say, in French. */
export const fieldFrench: typeof fieldEnglish = {
  nobody: 'Personne',
  notSet: 'Non défini',
  empty: 'vide',
  this: (channel: Channel) => thisChannel(channel),
  from: (channel: Channel) => ofTheChannel(channel),
  tooLong: (crm: string) => ` Trop long pour tenir ici en entier. Consultez ${crm}.`,
  unread: (crm: string) => ` Tout n’est pas lisible. Consultez ${crm}.`,
  edit: (label: string) => `Modifier ${inSentence(label)}`,
  typeToFind: 'Saisir pour trouver',
  noSuchOption: 'Cette option n’existe pas',
  chosen: (count: number) => `${amount(count)} ${plural(count, chosenOnes)}`,
  whyNot: (label: string) => `Pourquoi «\u00a0${label}\u00a0» n’est pas modifiable`,
  notEditable: {
    crm: (crm: string) => `${crmFirst(crm)} n’accepte pas de modification de ce contact d’ici.`,
    field: (crm: string) => `${crmFirst(crm)} ne permet pas de modifier ceci d’ici.`,
    cut: (crm: string) => `Ce n’est pas entier ici. Modifiez-le dans ${crm}.`,
    kind: (crm: string) => `${crmFirst(crm)} n’a pas de place pour ceci. Modifiez-le là-bas.`,
    unlink: (crm: string) =>
      `${crmFirst(crm)} ne retire aucun numéro ni aucune adresse d’ici. Modifiez-le là-bas.`,
  },
  copyOf: (label: string) => `Copier ${inSentence(label)}`,
  copyIt: 'Copier',
  emptyFields: (count: number) => `${amount(count)} ${plural(count, emptyOnes)}`,
  elsewhere: 'Quelqu’un d’autre a modifié ce contact, mais pas ceci.',
  changed: <Part>(newer: Part): Sentence<Part> => [
    'Quelqu’un d’autre a modifié ceci. La valeur est maintenant «\u00a0',
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
  notKept: 'non conservé',
  createIn: 'Créer dans',
  required: 'obligatoire',
  optional: 'facultatif',
  create: 'Créer le contact',
  draftNotKept: 'Brouillon non conservé',
  keepingDraft: 'Conservation du brouillon',
  draftKept: 'Brouillon conservé',
};
