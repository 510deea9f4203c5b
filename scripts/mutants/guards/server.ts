import type { Guard } from './guard.ts';

/** Who comes into the companion server, and what one write may do to another. */
export const serverGuards: Guard[] = [
  {
    guard: 'server: who may use a route',
    file: 'server/http/admission.ts',
    from: "access !== 'signed-in' && !agent.permissions.includes(access)",
    to: 'false',
    tests: ['server/access.test', 'server/http/admission'],
  },
  {
    guard: 'server: guesses of tokens are limited',
    file: 'server/http/admission.ts',
    from: 'if (isGuess) this.#guesses.take(address);\n    else',
    to: 'if (!isGuess)',
    tests: ['server/http/admission'],
  },
  {
    guard: 'server: tokens run out',
    file: 'server/auth/tokens.ts',
    from: 'and(eq(tokens.hash, hash), gt(tokens.expiresAt, new Date()))',
    to: 'eq(tokens.hash, hash)',
    tests: ['server/access.test', 'server/accounts.test', 'server/sign-in.test'],
  },
  {
    guard: 'server: tokens are kept as hashes',
    file: 'server/auth/tokens.ts',
    from: "return createHash('sha256').update(token).digest('base64url');",
    to: "return createHash('sha256') && token;",
    tests: ['server/access.test'],
  },
  {
    guard: 'server: a blocked agent does not come in',
    file: 'server/auth/tokens.ts',
    from: 'if (row === undefined || !mayEnter(row, demo)) return undefined;',
    to: 'if (row === undefined) return undefined;',
    tests: ['server/accounts.test', 'server/demo/demo'],
  },
  {
    guard: 'server: a new password ends the tokens',
    file: 'server/auth/agents.ts',
    from: 'await revokeTokensOf(tx, id);\n    return (await findAccount(tx, id)) ?? unreachable();',
    to: 'return (await findAccount(tx, id)) ?? unreachable();',
    tests: ['server/accounts.test', 'server/errands.test'],
  },
  {
    guard: 'server: answers to its own names only',
    file: 'server/http/host-guard.ts',
    from: 'if (!isAllowed(host.toLowerCase())) throw new Problem(421, { detail });',
    to: 'isAllowed(host);',
    tests: ['server/hosts.test'],
  },
  {
    guard: 'server: a change of an older version is refused at once',
    file: 'server/contacts/update-contact.ts',
    from: 'refuseStale(before, version);\n',
    to: '',
    tests: ['server/contacts.test'],
  },
  {
    guard: 'server: a change of an older version is refused behind the lock',
    file: 'server/contacts/update-contact.ts',
    from: 'refuseStale(await getContact(tx, before.id), version);\n',
    to: '',
    tests: ['server/contacts.test'],
  },
  {
    guard: 'server: one of two who claim an identifier',
    file: 'server/contacts/update-contact.ts',
    from: 'await refuseTaken(tx, before.id, list);',
    to: '',
    tests: ['server/identifiers.test', 'server/contacts.test'],
  },
];
