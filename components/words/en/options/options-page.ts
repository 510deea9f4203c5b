import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { fileEnglish } from './options-files.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);

/** The frame of the options page, what all its sections say, and how the view looks. In English. */
export const pageEnglish = {
  title: 'Ringside options',
  version: 'Version',
  documents: 'Documents',
  options: 'Options',
  save: 'Save',
  saved: 'Saved',
  cancel: 'Cancel',
  remove: 'Remove',
  replace: 'Replace',
  allow: 'Allow',
  tryAgain: 'Try again',
  discard: 'Discard changes',
  discarded: 'Your changes were discarded.',
  askRemove: (name: string) => `Remove ${name}?`,
  removeOf: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} was removed.`,
  nothingChanged: 'Nothing was changed',
  someUnsaved: 'Some changes are not saved yet.',
  unreadable: 'The settings cannot be read. Reload this page.',
  notSaved: 'Not saved: the browser refused to store it. Your input is still here; try again.',
  settingsProblems: {
    newer: (version: number) =>
      `These settings were written by a newer Ringside (version ${version} of the settings). They can be seen here, not changed.`,
    damaged: (paths: string[]) =>
      `The saved settings could not be read (${paths.map((path) => path || fileEnglish.allOfIt).join(', ')}). Ringside works with its defaults; the damaged settings are kept.`,
  },
  sections: {
    hosts: 'Hosts',
    rules: 'Rules',
    diagnostics: 'Diagnostics',
    crms: 'CRMs',
    fields: 'Fields and sections',
    view: 'View',
    'saved-copies': 'Saved copies',
    transfer: 'Import, export',
  },
  steps: {
    list: 'Steps to the first call',
    crm: 'Connect your CRM',
    host: 'Connect your softphone or inbox',
    call: 'Take a call: whoever calls next appears in the panel',
    done: ' (done)',
  },
  view: {
    title: 'View',
    lead: 'What opens when a call or chat arrives, and how it looks.',
    opensWith: 'Opens with',
    views: { auto: 'As the inbox is used', reduced: 'Reduced view', full: 'Full view' },
    autoHint:
      'The full view beside a full inbox, else the reduced one. What an agent switched to is remembered for that host and inbox.',
    sameHint: 'Always the same, however the inbox is used. The agent can still switch.',
    remembered: 'Remembered',
    choices: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'choice of the agent', other: 'choices of the agent' })}`,
    forget: 'Forget them',
    forgotten: 'The remembered choices are forgotten.',
    arrival: 'An arrival shows',
    surfaces: { card: 'Card in the page', notification: 'Notification', badge: 'Badge only' },
    arrivalHint:
      'Only while no panel is open beside the page. Where a page does not allow the card, a notification comes instead.',
    names: 'Notifications name the person',
    namesHint: 'Without it they name channel and campaign only: others may see this screen.',
    discreet: 'Announce no names and numbers',
    discreetHint: 'A screen reader is told that a contact was found, and not who it is.',
    singleKeys: 'Single keys in the view',
    singleKeysHint:
      'Such as N for “Not this person”. Switch them off where speech or a slip of the hand sets them off.',
    browserKeys: 'Keys in the whole browser',
    browserKeysHint: 'Open the panel, go from one interaction to the next, search.',
    changeKeys: 'Change keys',
    language: 'Language',
    /** Before the names of the languages. */
    languageAuto: 'As the host, else as the browser',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },
  address: {
    none: 'Type or paste an address first.',
    'not-an-address': 'This is not an address. Paste what the browser shows in its address bar.',
    'not-web': 'Ringside works with web pages only, not with pages of the browser itself or with files.',
    insecure:
      'This address is not encrypted (http): anybody on the way could read and change what passes. Use https; http works on this computer only (localhost).',
    'user-info': 'Leave the name and password out of the address.',
    closed: 'The browser lets no extension into this page.',
    many: 'This stands for many sites. Type the address of one: Ringside never asks for a whole domain.',
    blanks: 'An address has no blanks in it. Paste what the browser shows in its address bar.',
    word: 'This is one word and no address. Paste the whole address that the browser shows, https:// included.',
  },
};
