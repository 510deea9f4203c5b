/**
 * The rooms of the house and whom each may ask in (ARCHITECTURE.md). A room's own files are always allowed. Order counts:
 * the first prefix that fits is the room. A room within another stands before it, and is open to it.
 */
export const rooms: { prefix: string; mayImport: string[] }[] = [
  { prefix: 'lib/domain/', mayImport: [] },
  { prefix: 'lib/hosts/', mayImport: ['lib/domain/'] },
  { prefix: 'lib/crms/identifiers/', mayImport: ['lib/domain/'] },
  { prefix: 'lib/crms/http/auth/', mayImport: ['lib/domain/', 'lib/crms/crm-memory.ts', 'lib/crms/http/'] },
  { prefix: 'lib/crms/http/', mayImport: ['lib/domain/', 'lib/crms/crm-memory.ts'] },
  {
    prefix: 'lib/crms/records/writes/',
    mayImport: [
      'lib/domain/',
      'lib/crms/crm.ts',
      'lib/crms/crm-memory.ts',
      'lib/crms/pace.ts',
      'lib/crms/records/',
    ],
  },
  {
    prefix: 'lib/crms/records/',
    mayImport: [
      'lib/domain/',
      'lib/crms/crm.ts',
      'lib/crms/crm-memory.ts',
      'lib/crms/pace.ts',
      'lib/crms/records/writes/',
    ],
  },
  { prefix: 'lib/crms/form/', mayImport: ['lib/crms/crm.ts'] },
  { prefix: 'lib/crms/', mayImport: ['lib/domain/'] },
  { prefix: 'lib/engine/', mayImport: ['lib/domain/', 'lib/crms/crm.ts'] },
  {
    prefix: 'lib/extension/',
    mayImport: ['lib/domain/', 'lib/engine/', 'lib/hosts/', 'lib/crms/'],
  },
  // For eyes and tests: it draws what the whole house has.
  { prefix: 'components/gallery/', mayImport: ['components/', 'lib/crms/', 'lib/domain/'] },
  {
    prefix: 'components/',
    mayImport: [
      ...['lib/domain/', 'lib/engine/commands/commands.ts', 'lib/crms/crm.ts'],
      ...['lib/crms/http/auth/oauth-client.ts', 'lib/crms/http/auth/oauth-tokens.ts'],
    ],
  },
  {
    prefix: 'entrypoints/',
    mayImport: ['components/', 'lib/domain/', 'lib/hosts/', 'lib/crms/', 'lib/extension/'],
  },
  {
    prefix: 'widget/',
    mayImport: ['components/', 'lib/domain/', 'lib/engine/', 'lib/hosts/', 'lib/crms/'],
  },
  { prefix: 'server/', mayImport: ['lib/domain/', 'lib/crms/', 'components/words/companion/'] },
  { prefix: 'demo/', mayImport: ['lib/domain/'] },
];

/** The prefix of a file's room, or undefined for what belongs to none (build files, tests of the whole). */
export function roomOf(path: string): string | undefined {
  if (/(^|\/)vite\.config\.ts$/.test(path)) return undefined;
  return rooms.find(({ prefix }) => path.startsWith(prefix))?.prefix;
}

/** Packages that only some files may import by value. `only` are prefixes or whole paths. */
export const guardedPackages: { name: RegExp; only: string[] }[] = [
  {
    name: /^(webextension-polyfill|wxt\/browser|@wxt-dev\/webextension-polyfill)(\/|$)/,
    only: ['lib/extension/'],
  },
  { name: /^libphonenumber-js(\/|$)/, only: ['lib/domain/numbers/'] },
  { name: /^dexie(\/|$)/, only: ['lib/engine/'] },
  { name: /^ky(\/|$)/, only: ['lib/crms/'] },
  {
    name: /^(preact|@preact\/signals|lucide-preact)(\/|$)/,
    only: ['components/', 'entrypoints/', 'widget/', 'demo/'],
  },
  { name: /^(hono|@hono\/|drizzle-orm|@electric-sql\/|pg)(\/|$)/, only: ['server/'] },
  { name: /^node:/, only: ['server/', 'demo/serve'] },
];

/** What must not be reachable by value from where. Every file that matches `from` is a start. */
export const forbiddenReaches: { from: RegExp; never: RegExp; because: string }[] = [
  {
    from: /^(lib\/hosts\/|entrypoints\/([^/]+\.content(\.ts|\/)|(host|try-rules)\.ts$))/,
    never: /^(zod|dexie|libphonenumber-js|ky|preact)(\/|$)/,
    because: 'it runs in the host page, where no library belongs',
  },
  {
    from: /^(lib\/hosts\/.*\/tap\.ts|entrypoints\/[^/]*tap\.content(\.ts|\/))/,
    never: /^(webextension-polyfill|wxt\/browser)(\/|$)/,
    because: "it runs in the page's own world, which has no extension API",
  },
  {
    from: /^entrypoints\/(background\.ts|options\/)/,
    never: /^lib\/hosts\/[^/]+\/(adapter|tap)\.ts$/,
    because: 'what works in pages is no part of the worker or the options; take the facts',
  },
  {
    from: /^(entrypoints\/background\.ts|widget\/)/,
    never: /^lib\/crms\/(form\/|offered-crms\.ts|[^/]+\/facts\.ts)/,
    because: 'what people are told and asked of a CRM is for the options page; take the connector',
  },
  {
    from: /^(entrypoints\/(background\.ts|card\/|sidepanel\/)|widget\/)/,
    never: /^components\/words\/([a-z]{2}\/(options|crms)|options)/,
    because: 'the words of the options page are for the options page alone',
  },
  {
    from: /^entrypoints\/(card|sidepanel)\//,
    never: /^zod(\/|$)/,
    because: 'they draw what the worker has checked, and are loaded for a pop; take the type of the schema',
  },
  {
    from: /^entrypoints\/card\//,
    never: /^dexie(\/|$)/,
    because: 'a framed page may be denied IndexedDB',
  },
  {
    from: /^entrypoints\/card\//,
    never: /^@preact\/signals(\/|$)/,
    because: 'it keeps one state and is loaded for every pop; hooks do',
  },
];

/** A service worker cannot `import()`. */
export const staticOnly = /^entrypoints\/background\.ts$/;
