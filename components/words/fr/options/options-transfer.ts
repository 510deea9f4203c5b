import type { transferEnglish } from '../../en/options/options-transfer.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('fr');
const amount = (count: number): string => numberFormat().format(count);
const allOf = (names: string[]): string => (names.length === 0 ? 'aucun' : listOf(names));

/** Saved copies, and settings as a file, in French. */
export const transferFrench: typeof transferEnglish = {
  copies: {
    title: 'Copies enregistrées',
    lead: 'Ringside garde des copies chiffrées des contacts qu’il a lus, pour les afficher aussitôt, même quand le CRM ne répond pas. Elles deviennent illisibles après la déconnexion ou la fermeture du navigateur.',
    freshMinutes: 'À jour, en minutes',
    freshMinutesHint:
      'Jusque-là, une copie est affichée sans interroger à nouveau le CRM. Avec 0, il est interrogé à chaque fois.',
    staleHours: 'Conservation, en heures',
    staleHoursHint:
      'Jusque-là, une copie est affichée aussitôt avec son âge, pendant que le CRM est interrogé. Ensuite, elle est supprimée.',
    missSeconds: 'Introuvable, en secondes',
    missSecondsHint: 'Combien de temps Ringside retient que le CRM ne connaît personne avec un numéro.',
    deleteNow: 'Supprimer les copies enregistrées',
    askDelete: 'Supprimer les copies enregistrées\u202f?',
    delete: 'Supprimer',
    deleteMeans: 'Rien ne change dans le CRM. Les contacts y sont relus au besoin.',
    deleted: 'Les copies enregistrées sont supprimées.',
    notDeleted:
      'Les copies enregistrées n’ont pas pu être supprimées. Fermez le navigateur\u00a0: elles seront alors illisibles.',
    numberUpTo: (most: number) => `Un nombre de 0 à ${most}.`,
  },
  title: 'Importer, exporter',
  lead: 'Transférez les réglages vers d’autres navigateurs dans un fichier. Il ne contient jamais les clés des CRM.',
  export: 'Exporter',
  exportHolds: 'Pages de travail, adresses des CRM, vue et copies enregistrées, en JSON',
  exported: (file: string) => `${file} a été remis au navigateur.`,
  import: 'Importer',
  shownFirst: 'Les changements sont d’abord présentés',
  wrongFile: 'Erreurs dans le fichier',
  nothingChanged: 'rien n’a été modifié',
  read: (file: string) => `${file} a été lu. Rien n’a encore changé.`,
  unreadable: (file: string) => `${file} ne peut pas être importé.`,
  imported: 'Les réglages ont été importés.',
  importedInPart:
    'Les réglages ont été importés. Des pages de travail ou des CRM restent à autoriser\u00a0: voyez sous «\u00a0Pages de travail\u00a0» et «\u00a0CRM\u00a0».',
  notImported: 'Rien n’a été importé.',
  wouldChange: 'Ce qui changerait',
  nothingWould: 'Rien ne changerait',
  thisWould: 'Voici ce qui changerait',
  replaceMine: 'Remplacer mes réglages',
  lines: {
    hosts: 'Pages de travail',
    fresh: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'nouvelle', many: 'nouvelles', other: 'nouvelles' })}`,
    changed: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'modifiée', many: 'modifiées', other: 'modifiées' })}`,
    removed: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'retirée', many: 'retirées', other: 'retirées' })}`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `${amount(now)} maintenant, puis ${amount(then)}\u00a0: ${changes.join(', ')}`,
    header: 'En-tête ContactID',
    trusted: (origins: string[]) => `sera considéré comme fiable pour ${listOf(origins)}`,
    crm: 'CRM',
    stay: 'l’option «\u00a0Rester connecté\u00a0» change',
    crmsChange: 'l’ordre, les noms, les pages de travail ou les champs changent',
    crmThen: (now: string[], then: string[]) => `${allOf(now)} maintenant, puis ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `${allOf(now)} maintenant, puis ${allOf(then)}\u202f; connectez-vous ensuite à ${listOf(signIns)}`,
    rules: 'Règles',
    rulesThen: (now: number, then: number) =>
      `personnalisées\u00a0: ${amount(now)} maintenant, puis ${amount(then)}`,
    view: 'Vue',
    changes: 'change',
    copies: 'Copies enregistrées',
    livesChange: 'les durées changent',
  },
};
