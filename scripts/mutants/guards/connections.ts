import type { Guard } from './guard.ts';

/** Whose a credential is, what several CRMs keep apart, and what a settings file may hold. */
export const connectionGuards: Guard[] = [
  {
    guard: 'credential: for the CRM it was given for only',
    file: 'lib/extension/storage/credentials.ts',
    from: 'held?.for === binding ? held.value : undefined',
    to: 'held?.value',
    tests: ['lib/extension/storage/credentials', 'lib/extension/worker/crm-connection.test'],
  },
  {
    guard: 'credential: bound to the whole address',
    file: 'lib/domain/crm/crm-binding.ts',
    from: 'canonicalJson([id, settings])',
    to: 'canonicalJson([id])',
    tests: ['lib/domain/crm/crm-binding', 'lib/extension/worker/crm-connection.test'],
  },
  {
    guard: 'credential: for its own connection only',
    file: 'lib/extension/storage/credentials.ts',
    from: "const key = connectionKey(crm, 'credential');\n  const read",
    to: "const key = connectionKey('one', 'credential');\n  const read",
    tests: ['lib/extension/storage/credentials'],
  },
  {
    guard: 'credential: a former one does not come back after signing out',
    file: 'lib/extension/storage/credentials.ts',
    from: 'await dropFormerCredential(api);',
    to: '',
    tests: ['lib/extension/storage/credentials'],
  },
  {
    guard: 'connections: wiping what one remembers leaves the others',
    file: 'lib/extension/storage/connection-memory.ts',
    from: 'key.startsWith(own)',
    to: "key.startsWith('crm.')",
    tests: ['lib/extension/storage/connection-memory'],
  },
  {
    guard: 'connections: the copies of one are its own',
    file: 'lib/extension/worker/connection-stores.ts',
    from: 'opened.get(crm) ?? open(crm)',
    to: '[...opened.values()][0] ?? open(crm)',
    tests: ['lib/extension/worker/keys-and-stores'],
  },
  {
    guard: 'connections: a removed one leaves before a new one begins',
    file: 'lib/extension/worker/crm-connections.ts',
    from: 'before.includes(crm) ? applyOne(crm) : left.then(() => applyOne(crm))',
    to: 'applyOne(crm)',
    tests: ['lib/extension/worker/crm-connections'],
  },
  {
    guard: 'connections: one that was removed while no worker ran leaves too',
    file: 'lib/extension/worker/crm-connections.ts',
    from: 'begun ??= loadBegun();',
    to: 'begun ??= Promise.resolve(new Set<string>());',
    tests: ['lib/extension/worker/crm-connections'],
  },
  {
    guard: 'settings: no two CRMs of one id',
    file: 'lib/domain/settings.ts',
    from: 'if (value.findIndex((other) => other.id === id) < index)',
    to: 'if (false)',
    tests: ['lib/extension/storage/migrate-settings'],
  },
  {
    guard: 'settings: the same CRM stands in the list once',
    file: 'components/options/state/crm-draft.ts',
    from: 'others.some((other) => sameCrm(other, crm, crms))',
    to: 'false',
    tests: ['components/options/state/crm-form-store', 'components/options/crm/CrmList'],
  },
  {
    guard: 'settings file: the same CRM once',
    file: 'lib/extension/storage/settings-file.ts',
    from: 'if (known.has(binding))',
    to: 'if (false)',
    tests: ['lib/extension/storage/settings-file'],
  },
  {
    guard: 'settings file: no credential in it',
    file: 'lib/extension/storage/settings-file.ts',
    from: 'const { credential: _, ...kept } = crm.settings;',
    to: 'const kept = crm.settings;',
    tests: ['lib/extension/storage/settings-file'],
  },
];
