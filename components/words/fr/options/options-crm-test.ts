import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { crmTestEnglish } from '../../en/options/options-crm-test.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { crmFirst, ofName } from '../grammar/nouns.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const campaignNoun = { one: 'campagne', many: 'de campagnes', other: 'campagnes' };
const contactNoun = { one: 'contact', many: 'de contacts', other: 'contacts' };
const partNoun = {
  one: 'partie d’un contact ou d’un champ',
  many: 'de parties de contacts ou de champs',
  other: 'parties de contacts ou de champs',
};
const othersHave = {
  one: 'autre contact qui a',
  many: 'd’autres contacts qui ont',
  other: 'autres contacts qui ont',
};

const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'numéros de téléphone',
  email: 'adresses e-mail',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  whatsapp: 'ID WhatsApp',
  username: 'noms d’utilisateur',
  other: 'autres identifiants',
};

const doings: Record<Parameters<typeof crmTestEnglish.cannot>[0][number], string> = {
  create: 'créer des contacts',
  update: 'modifier des champs',
  search: 'rechercher par nom',
  link: 'ajouter un numéro ou une adresse à un contact',
  move: 'en déplacer un d’un contact à un autre',
  unlink: 'en retirer un à un contact',
};

/** The test of a CRM, and what to know of it, in French. */
export const crmTestFrench: typeof crmTestEnglish = {
  lookup: 'Ce que demande une recherche',
  title: 'Test',
  test: 'Tester',
  testing: 'Test en cours',
  again: 'Tester de nouveau',
  before: 'testé avant votre modification',
  justNow: 'testé à l’instant',
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number) =>
    `${numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(count)} s`,
  notTried: 'non essayé',
  notKnown: 'inconnu',
  never: 'jamais',
  rest: ['Contacts', 'Champs et campagnes', 'Recherche par téléphone', 'Création'],
  signingIn: 'Connexion',
  answers: 'L’adresse répond',
  answersSlowly: 'L’adresse répond lentement',
  slowMeans: 'Un agent attend aussi longtemps un contact qui n’est pas encore enregistré ici.',
  signedInAs: (agent: string) => `Session ouverte\u00a0: ${agent}`,
  contactsRead: 'Les contacts sont lisibles',
  contactsUnread: 'Les contacts ne sont pas lisibles',
  fieldsRead: (workspace: string) => `Les champs et campagnes ${ofName(workspace)} ont été lus`,
  fieldsUnread: 'Les champs et campagnes ne sont pas lisibles',
  campaigns: (count: number) => `${amount(count)} ${plural(count, campaignNoun)}`,
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'Recherche par téléphone',
  noNumber: 'Aucun des contacts lus n’a de numéro de téléphone pour l’essayer.',
  phoneSearchFails: 'La recherche par téléphone échoue',
  isFound: (who: string, number: string) => `${number} permet de trouver ${who}`,
  isNotFound: (who: string, number: string) => `${number} ne permet pas de trouver ${who}`,
  notFoundMeans:
    'Le numéro est dans le CRM, mais le rechercher ne trouve pas son contact. Vérifiez le pays des numéros nationaux\u202f; un CRM qui indexe tard peut avoir besoin d’une minute.',
  withOthers: (count: number) =>
    `Avec ${amount(count)} ${plural(count, othersHave)} ce numéro\u00a0: les agents sont invités à choisir.`,
  leftOut: (contacts: number, parts: number) => {
    const whole = `${amount(contacts)} ${plural(contacts, contactNoun)}`;
    const some = `${amount(parts)} ${plural(parts, partNoun)}`;
    const left = [...(contacts > 0 ? [whole] : []), ...(parts > 0 ? [some] : [])];
    return `Tout n’est pas lisible. Omis\u00a0: ${listOf(left, 'conjunction')}`;
  },
  leftOutMeans:
    'Le reste est utilisé. Le diagnostic dit ce qui a été omis, une fois que des agents ont travaillé avec.',
  creating: 'Création de contacts',
  creatingUnknown: 'Ce CRM ne dit pas qui en a le droit. On ne le sait qu’une fois le premier contact créé.',
  createsNone: (crm: string) => `${crmFirst(crm)} ne crée pas de contacts par Ringside`,
  canCreate: 'Des contacts peuvent être créés',
  cannotCreate: 'Des contacts ne peuvent pas être créés',
  giveRight: (crm: string) =>
    `Donnez à cet utilisateur le droit de créer des contacts dans ${crm}, puis testez de nouveau. La lecture fonctionne sans cela.`,
  headlines: {
    noFields: 'Les contacts sont lisibles, pas les champs',
    notByPhone: 'Les contacts sont lisibles, mais introuvables par téléphone',
    noCreating: 'La lecture fonctionne, pas la création',
    slow: 'Tout fonctionne, lentement',
    notAll: 'Tout fonctionne, mais certains contacts ne sont pas lisibles en entier',
    all: 'Tout fonctionne',
  },
  tried: {
    'running-product': 'Essayé sur le produit en marche',
    'recorded-exchanges': 'Essayé sur des échanges enregistrés du produit en marche',
    'published-contract': 'Conçu d’après l’interface publiée, non essayé sur le service',
    'documents-only': 'Conçu d’après les documents, non essayé sur le service',
  },
  cannot: (what) =>
    `Ne peut pas\u00a0: ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds) =>
    `Ne peut pas contenir\u00a0: ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) =>
    `Créez-leur un champ de texte dans le CRM et nommez-le ci-dessus, sous «\u00a0${field}\u00a0».`,
  byHand: 'Qui arrive avec l’un d’eux est choisi à la main à chaque fois.',
  unguarded: 'Ne remarque pas que deux personnes modifient un contact',
  laterHolds: 'La dernière modification l’emporte.',
  almostGuarded: 'Deux personnes qui modifient un contact dans la même seconde',
  numbersAreKept:
    'Pour un champ, la dernière modification l’emporte. Un numéro que l’une a écrit sur celui de l’autre est remarqué une seconde plus tard, et rétabli ou signalé.',
  searchesInAddress: 'Reçoit les recherches dans l’adresse',
  inLogs:
    'Son journal d’accès, et celui d’un proxy placé devant, peuvent contenir les numéros et les noms recherchés.',
};
