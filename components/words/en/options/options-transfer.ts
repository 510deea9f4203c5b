import { listOf, numberFormat } from '../../language/formats.ts';

const amount = (count: number): string => numberFormat().format(count);

const allOf = (names: string[]): string => (names.length === 0 ? 'none' : listOf(names));

/** Saved copies, and settings as a file, in English. */
export const transferEnglish = {
  copies: {
    title: 'Saved copies',
    lead: 'Ringside keeps copies of contacts it has read, encrypted, so that they show at once and when the CRM does not answer. They cannot be read after signing out or after the browser was closed.',
    freshMinutes: 'Fresh, in minutes',
    freshMinutesHint: 'Until then a copy is shown without asking the CRM again. 0 asks every time.',
    staleHours: 'Kept, in hours',
    staleHoursHint:
      'Until then a copy is shown at once and marked with its age, while the CRM is asked. Then it is deleted.',
    missSeconds: 'Not found, in seconds',
    missSecondsHint: 'How long Ringside remembers that the CRM knows nobody with a number.',
    deleteNow: 'Delete saved copies now',
    askDelete: 'Delete the saved copies?',
    delete: 'Delete',
    deleteMeans: 'Nothing in the CRM changes. Contacts are read from it again when they are needed.',
    deleted: 'The saved copies are deleted.',
    notDeleted:
      'The saved copies could not be deleted. Close the browser: then they cannot be read any more.',
    numberUpTo: (most: number) => `A number from 0 to ${most}.`,
  },
  title: 'Import, export',
  lead: 'Take the settings to other browsers as a file. The keys of the CRMs are never in it.',
  export: 'Export',
  exportHolds: 'Hosts, CRM addresses, view and saved copies, as JSON',
  exported: (file: string) => `${file} was handed to the browser.`,
  import: 'Import',
  shownFirst: 'What would change is shown first',
  wrongFile: 'What is wrong with the file',
  nothingChanged: 'nothing was changed',
  read: (file: string) => `${file} was read. Nothing has changed yet.`,
  unreadable: (file: string) => `${file} cannot be imported.`,
  imported: 'The settings were imported.',
  importedInPart:
    'The settings were imported. Some hosts or CRMs still have to be allowed: see Hosts and CRMs.',
  notImported: 'Nothing was imported.',
  wouldChange: 'What would change',
  nothingWould: 'Nothing would change',
  thisWould: 'This would change',
  replaceMine: 'Replace my settings',
  lines: {
    hosts: 'Hosts',
    fresh: (count: number) => `${amount(count)} new`,
    changed: (count: number) => `${amount(count)} changed`,
    removed: (count: number) => `${amount(count)} removed`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `${amount(now)} now, then ${amount(then)}: ${changes.join(', ')}`,
    header: 'ContactID header',
    trusted: (origins: string[]) => `will be trusted for ${listOf(origins)}`,
    crm: 'CRMs',
    stay: 'Stay signed in changes',
    crmsChange: 'their order, names, hosts or fields change',
    crmThen: (now: string[], then: string[]) => `${allOf(now)} now, then ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `${allOf(now)} now, then ${allOf(then)}; sign in to ${listOf(signIns)} afterwards`,
    rules: 'Rules',
    rulesThen: (now: number, then: number) => `${amount(now)} of your own now, then ${amount(then)}`,
    view: 'View',
    changes: 'changes',
    copies: 'Saved copies',
    livesChange: 'their lives change',
  },
};
