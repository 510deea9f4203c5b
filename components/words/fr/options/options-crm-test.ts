import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { crmTestEnglish } from '../../en/options/options-crm-test.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'de numéros de téléphone',
  email: 'd’adresses e-mail',
  instagram: 'd’ID Instagram',
  facebook: 'd’ID Facebook',
  telegram: 'd’ID Telegram',
  whatsapp: 'd’ID WhatsApp',
  username: 'de noms d’utilisateur',
  other: 'd’autres ID client',
};

const doings = {
  create: 'créer des contacts',
  update: 'modifier des champs',
  search: 'rechercher par nom',
  link: 'ajouter un numéro ou une adresse à un contact',
  move: 'transférer un numéro ou une adresse d’un contact à un autre',
  unlink: 'retirer un numéro ou une adresse d’un contact',
};

/** The test of a CRM, and what to know of it, in French. */
export const crmTestFrench: typeof crmTestEnglish = {
  lookup: 'Ce que demande une recherche',
  title: 'Test',
  test: 'Tester',
  testing: 'Test en cours',
  again: 'Tester à nouveau',
  before: 'testé avant votre modification',
  justNow: 'testé à l’instant',
  milliseconds: (count: number) => `${count}\u00a0ms`,
  seconds: (count: number) => {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `${numberFormat(digits).format(count)}\u00a0s`;
  },
  notTried: 'non testé',
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
  fieldsRead: (workspace: string) => `Champs et campagnes lus\u00a0: ${workspace}`,
  fieldsUnread: 'Les champs et les campagnes ne sont pas lisibles',
  campaigns: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'campagne', many: 'de campagnes', other: 'campagnes' })}`,
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'Recherche par téléphone',
  noNumber: 'Aucun des contacts lus n’a de numéro de téléphone pour faire l’essai.',
  phoneSearchFails: 'La recherche par téléphone échoue',
  isFound: (who: string, number: string) => `La recherche de ${number} trouve ${who}`,
  isNotFound: (who: string, number: string) => `La recherche de ${number} ne trouve pas ${who}`,
  notFoundMeans:
    'Le numéro figure dans le CRM, mais sa recherche ne trouve pas le contact. Vérifiez le pays des numéros nationaux\u202f; un CRM qui indexe en différé peut avoir besoin d’une minute.',
  withOthers: (count: number) => {
    const forms = { one: 'autre contact a', many: 'd’autres contacts ont', other: 'autres contacts ont' };
    return `${amount(count)} ${plural(count, forms)} aussi ce numéro\u00a0: les agents devront choisir.`;
  },
  leftOut: (contacts: number, parts: number) => {
    const whole = { one: 'contact', many: 'de contacts', other: 'contacts' };
    const some = {
      one: 'partie d’un contact ou d’un champ',
      many: 'de parties de contacts ou de champs',
      other: 'parties de contacts ou de champs',
    };
    const left = [
      ...(contacts > 0 ? [`${amount(contacts)} ${plural(contacts, whole)}`] : []),
      ...(parts > 0 ? [`${amount(parts)} ${plural(parts, some)}`] : []),
    ];
    return `Tout n’est pas lisible. Éléments ignorés\u00a0: ${listOf(left, 'conjunction')}`;
  },
  leftOutMeans:
    'Le reste est utilisé. Le diagnostic indique ce qui a été ignoré, une fois que des agents s’en sont servis.',
  creating: 'Création de contacts',
  creatingUnknown:
    'Ce CRM n’indique pas qui en a le droit. On ne le saura qu’à la création du premier contact.',
  createsNone: (crm: string) => `${crm} ne crée pas de contacts depuis Ringside`,
  canCreate: 'La création de contacts est possible',
  cannotCreate: 'La création de contacts est impossible',
  giveRight: (crm: string) =>
    `Donnez à cet utilisateur le droit de créer des contacts dans ${crm}, puis testez à nouveau. La lecture fonctionne sans ce droit.`,
  headlines: {
    noFields: 'Les contacts sont lisibles, mais pas les champs',
    notByPhone: 'Les contacts sont lisibles, mais introuvables par téléphone',
    noCreating: 'La lecture fonctionne, mais pas la création',
    slow: 'Tout fonctionne, mais lentement',
    notAll: 'Tout fonctionne, mais certains contacts ne sont pas entièrement lisibles',
    all: 'Tout fonctionne',
  },
  tried: {
    'running-product': 'Testé sur le produit en service',
    'recorded-exchanges': 'Testé sur des échanges enregistrés avec le produit en service',
    'published-contract': 'Conçu d’après le contrat publié, non testé sur le service',
    'documents-only': 'Conçu d’après la documentation, non testé sur le service',
  },
  cannot: (what: (keyof typeof doings)[]) =>
    `Ne peut pas ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds: (keyof typeof kindNames)[]) =>
    `Ne peut pas enregistrer ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) =>
    `Créez dans le CRM un champ de texte prévu à cet effet et indiquez son nom ci-dessus, dans «\u00a0${field}\u00a0».`,
  byHand: 'Quand une personne se présente avec l’un d’eux, son contact est à choisir à la main chaque fois.',
  unguarded: 'Ne détecte pas que deux personnes modifient le même contact',
  laterHolds: 'La dernière modification l’emporte.',
  almostGuarded: 'Deux personnes modifient le même contact dans la même seconde',
  numbersAreKept:
    'Pour un même champ, la dernière modification l’emporte. Un numéro qui en a remplacé un autre est détecté une seconde plus tard\u00a0: l’autre est rétabli, ou la perte est signalée.',
  searchesInAddress: 'Reçoit les recherches dans l’adresse (URL)',
  inLogs:
    'Son journal d’accès, et celui d’un éventuel proxy placé devant lui, peuvent contenir les numéros et les noms recherchés.',
};
