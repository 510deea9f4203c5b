import type { transferEnglish } from '../../en/options/options-transfer.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const fresh = { one: 'nouvelle', many: 'nouvelles', other: 'nouvelles' };
const changed = { one: 'modifiée', many: 'modifiées', other: 'modifiées' };
const removed = { one: 'retirée', many: 'retirées', other: 'retirées' };

const allOf = (names: string[]): string => (names.length === 0 ? 'aucun' : listOf(names));

/** Saved copies, and settings as a file, in French. */
export const transferFrench: typeof transferEnglish = {
  copies: {
    title: 'Copies enregistrées',
    lead: 'Ringside conserve des copies chiffrées des contacts lus, pour les afficher aussitôt, même quand le CRM ne répond pas. Elles ne sont plus lisibles après la déconnexion ou la fermeture du navigateur.',
    freshMinutes: 'Fraîches, en minutes',
    freshMinutesHint:
      'Pendant ce temps, une copie est affichée sans interroger de nouveau le CRM. Avec 0, il l’est à chaque fois.',
    staleHours: 'Conservées, en heures',
    staleHoursHint:
      'Pendant ce temps, une copie est affichée aussitôt avec son âge, tandis que le CRM est interrogé. Ensuite elle est supprimée.',
    missSeconds: 'Introuvable, en secondes',
    missSecondsHint: 'Combien de temps Ringside retient que le CRM ne connaît personne avec un numéro.',
    deleteNow: 'Supprimer maintenant les copies',
    askDelete: 'Supprimer les copies enregistrées\u202f?',
    delete: 'Supprimer',
    deleteMeans: 'Rien ne change dans le CRM. Les contacts y sont relus quand il le faut.',
    deleted: 'Les copies enregistrées sont supprimées.',
    notDeleted:
      'Les copies enregistrées n’ont pas pu être supprimées. Fermez le navigateur\u00a0: elles ne seront plus lisibles.',
    numberUpTo: (most: number) => `Un nombre de 0 à ${most}.`,
  },
  title: 'Importer, exporter',
  lead: 'Emportez les réglages vers d’autres navigateurs dans un fichier. Les clés des CRM n’y figurent jamais.',
  export: 'Exporter',
  exportHolds: 'Pages de travail, adresses des CRM, vue et copies enregistrées, en JSON',
  exported: (file: string) => `${file} a été remis au navigateur.`,
  import: 'Importer',
  shownFirst: 'Ce qui changerait est montré d’abord',
  wrongFile: 'Ce qui ne va pas dans le fichier',
  nothingChanged: 'rien n’a été modifié',
  read: (file: string) => `${file} a été lu. Rien n’a encore changé.`,
  unreadable: (file: string) => `${file} ne peut pas être importé.`,
  imported: 'Les réglages ont été importés.',
  importedInPart:
    'Les réglages ont été importés. Certaines pages de travail ou certains CRM restent à autoriser\u00a0: voyez ces rubriques.',
  notImported: 'Rien n’a été importé.',
  wouldChange: 'Ce qui changerait',
  nothingWould: 'Rien ne changerait',
  thisWould: 'Ceci changerait',
  replaceMine: 'Remplacer mes réglages',
  lines: {
    hosts: 'Pages de travail',
    fresh: (count: number) => `${amount(count)} ${plural(count, fresh)}`,
    changed: (count: number) => `${amount(count)} ${plural(count, changed)}`,
    removed: (count: number) => `${amount(count)} ${plural(count, removed)}`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `${amount(now)} maintenant, puis ${amount(then)}\u00a0: ${changes.join(', ')}`,
    header: 'En-tête ContactID',
    trusted: (origins: string[]) => `sera jugé fiable pour ${listOf(origins)}`,
    crm: 'CRM',
    stay: '«\u00a0Rester connecté\u00a0» change',
    crmsChange: 'leur ordre, leurs noms, leurs pages de travail ou leurs champs changent',
    crmThen: (now: string[], then: string[]) => `${allOf(now)} maintenant, puis ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `${allOf(now)} maintenant, puis ${allOf(then)}\u202f; se connecter ensuite à ${listOf(signIns)}`,
    rules: 'Règles',
    rulesThen: (now: number, then: number) => `${amount(now)} à vous maintenant, puis ${amount(then)}`,
    view: 'Vue',
    changes: 'change',
    copies: 'Copies enregistrées',
    livesChange: 'leurs durées changent',
  },
};
