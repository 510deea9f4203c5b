/**
 * The rooms within a room. Arrows go one way: a room may import what its row names, and a row can only name rows that stand
 * before it. What stands directly in the folder of the whole room is above all of them, but for what `below` names.
 */
export interface House {
  prefix: string;
  /** Files directly in the folder that every room of it may import; they import none. */
  below?: string[];
  /** Folders below `prefix`, the lowest first, each with those that it may import. */
  within: Record<string, string[]>;
  /** Adapters and connectors have a folder each, which is in no row; this is what they may import. */
  parts?: string[];
}

/** Each has the files of English, and is typed by them. */
const translations = ['ar', 'de', 'es', 'fr', 'pt'].map((language) => `words/${language}`);

/** Those whose sentences all need the same articles and genders. */
const withGrammar = ['words/ar', 'words/de', 'words/es', 'words/fr'];

function roomsOfTranslation(room: string): Record<string, string[]> {
  const grammar = withGrammar.includes(room) ? [`${room}/grammar`] : [];
  return {
    ...Object.fromEntries(grammar.map((one) => [one, []])),
    [`${room}/crms`]: ['words/en/crms'],
    [`${room}/options`]: ['words/language', 'words/en/options', ...grammar],
    [room]: ['words/language', 'words/en', ...grammar, `${room}/crms`, `${room}/options`],
  };
}

/** The rooms of `lib/crms` are in rooms.ts: its contract stands between them. */
export const houses: House[] = [
  {
    prefix: 'lib/domain/',
    within: {
      text: [],
      numbers: [],
      contact: ['text', 'numbers'],
      search: ['text', 'contact'],
      host: ['text', 'contact'],
      fields: ['text', 'contact', 'host'],
      crm: ['text', 'contact', 'host', 'fields'],
      interaction: ['text', 'contact', 'host', 'fields', 'crm'],
    },
  },
  {
    prefix: 'lib/hosts/',
    below: ['host.ts'],
    within: {
      page: [],
      frames: [],
      rules: ['page', 'frames'],
      'rules/rows': ['rules'],
      'rules/messages': ['page', 'rules', 'rules/rows'],
      sip: ['page'],
      xmpp: ['page'],
    },
    parts: ['page', 'frames', 'rules', 'rules/rows', 'rules/messages', 'sip', 'xmpp'],
  },
  {
    prefix: 'lib/engine/',
    within: {
      waiting: [],
      cache: ['waiting'],
      drafts: ['waiting', 'cache'],
      live: ['waiting', 'cache', 'drafts'],
      connection: ['waiting', 'cache', 'live'],
      resolving: ['waiting', 'live', 'connection'],
      outbox: ['waiting', 'cache', 'drafts', 'live', 'connection', 'resolving'],
      interactions: ['live', 'resolving', 'outbox'],
      journal: [],
      commands: ['live', 'resolving', 'outbox', 'interactions'],
    },
  },
  {
    prefix: 'lib/extension/',
    within: {
      browser: [],
      build: ['browser'],
      messages: ['browser'],
      storage: ['browser'],
      diagnostics: ['browser'],
      page: ['messages'],
      views: ['browser', 'messages'],
      'worker/hosts': ['browser', 'messages', 'diagnostics'],
      'worker/surfaces': ['browser', 'messages', 'worker/hosts'],
      worker: [
        ...['browser', 'messages', 'storage', 'diagnostics', 'views'],
        ...['worker/hosts', 'worker/surfaces'],
      ],
    },
  },
  {
    prefix: 'components/',
    within: {
      fixtures: [],
      'words/language': [],
      'words/en/crms': [],
      'words/en/options': ['words/language'],
      'words/en': ['words/language', 'words/en/crms', 'words/en/options'],
      ...Object.assign({}, ...translations.map(roomsOfTranslation)),
      words: ['words/language', 'words/en'],
      'words/companion': ['words/language', 'words/en'],
      'words/options': ['words/en/crms', 'words'],
      'options/parts': ['words/language', 'words', 'words/options'],
      'options/state': ['words', 'options/parts'],
      'options/transfer': ['words', 'words/options', 'options/parts', 'options/state'],
      parts: ['words'],
      testing: ['words/language', 'words', 'words/companion'],
      'view/head': ['words/language', 'words', 'parts'],
      'view/state': ['words', 'parts'],
      card: ['words', 'parts', 'view/head', 'view/state'],
      'options/definition': ['words/en', 'words', 'words/options', 'options/parts', 'options/state'],
      'options/diagnostics': ['words/language', 'words', 'words/options', 'options/parts', 'options/state'],
      'options/hosts': ['words', 'words/options', 'options/parts', 'options/state'],
      'view/fields': ['words', 'parts', 'view/state'],
      'view/rail': ['words', 'parts', 'view/state'],
      'view/search': ['words', 'parts', 'view/state'],
      'options/crm': ['words', 'words/options', 'options/parts', 'options/state', 'options/definition'],
      'view/body': ['words', 'parts', 'view/head', 'view/state', 'view/fields', 'view/search'],
      view: [
        'words',
        'parts',
        'view/head',
        'view/state',
        'view/fields',
        'view/rail',
        'view/search',
        'view/body',
      ],
      'options/fields': ['words', 'options/parts', 'options/state', 'options/crm', 'view'],
      options: [
        'words',
        'parts',
        'options/parts',
        'options/state',
        'options/transfer',
        'options/diagnostics',
        'options/hosts',
        'options/crm',
        'options/fields',
      ],
      gallery: ['fixtures', 'words/language', 'words', 'options/state', 'testing', 'card', 'view', 'options'],
    },
  },
  {
    prefix: 'server/',
    within: {
      database: [],
      auth: ['database'],
      contacts: ['database'],
      http: ['database', 'auth', 'contacts'],
      pages: ['auth', 'http'],
      routes: ['database', 'auth', 'contacts', 'http'],
      demo: ['database', 'auth', 'contacts'],
    },
  },
  {
    prefix: 'scripts/',
    within: {
      process: [],
      prepare: ['process'],
      demo: ['process', 'prepare'],
      'mutants/guards': [],
      mutants: ['mutants/guards'],
      structure: [],
      'cases/format': [],
      'cases/crms': ['cases/format'],
      'cases/desk': ['cases/format'],
      'cases/hosts': ['cases/format', 'cases/desk'],
      'cases/engine': ['cases/format', 'cases/desk'],
      'cases/checks': ['cases/format', 'cases/crms', 'cases/desk', 'cases/hosts', 'cases/engine'],
      cases: ['cases/format', 'cases/checks'],
    },
  },
];

/** The room of a file within its house: a row of the table, a part's folder, above or below them for what stands directly in it. */
export type Place = { kind: 'row' | 'part'; folder: string } | { kind: 'above' | 'below' | 'unknown' };

export function placeOf(path: string, { prefix, within, below = [] }: House, isPart: boolean): Place {
  const parts = path.slice(prefix.length).split('/');
  const file = parts.pop() ?? '';
  const folder = parts.join('/');
  if (folder === '') return { kind: below.includes(file) ? 'below' : 'above' };
  if (isPart) return { kind: 'part', folder: parts[0] ?? '' };
  return Object.hasOwn(within, folder) ? { kind: 'row', folder } : { kind: 'unknown' };
}
