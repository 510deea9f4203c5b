import type { Guard } from './guard.ts';

const kept = ['lib/engine/live/guards.kept', 'lib/engine/connection/owners', 'lib/engine/outbox/writer.test'];

/** Whose a write is, and that it has one effect. */
export const writeGuards: Guard[] = [
  {
    guard: 'write: an identifier goes to who is shown',
    file: 'lib/engine/commands/assign-identifier.ts',
    from: "!identifier || shown?.status !== 'matched' || shown.contact.id !== contactId",
    to: "!identifier || shown?.status !== 'matched'",
    tests: ['lib/engine/resolving/guards.shown'],
  },
  {
    guard: 'write: on disk before the CRM is asked',
    file: 'lib/engine/outbox/writer.ts',
    from: 'Promise.all([desk.flushed(), outbox.kept()])',
    to: 'desk.flushed()',
    tests: ['lib/engine/outbox/kept-writes'],
  },
  {
    guard: 'write: what is on disk is its own person’s',
    file: 'lib/engine/outbox/outbox.ts',
    from: 'if (one.owner === owner && one.command !== null && !before.includes(one))',
    to: 'if (one.command !== null && !before.includes(one))',
    tests: ['lib/engine/outbox/kept-writes', ...kept],
  },
  {
    guard: 'write: of a row only what is its owner’s',
    file: 'lib/engine/outbox/read-kept-write.ts',
    from: '!kept.success || kept.data.owner !== owner',
    to: '!kept.success',
    tests: ['lib/engine/outbox/kept-writes'],
  },
  {
    guard: 'write: a row is a request that this version knows',
    file: 'lib/engine/outbox/read-kept-write.ts',
    from: 'if (command?.writeId !== write.id) return undefined;',
    to: 'if (!command) return undefined;',
    tests: ['lib/engine/outbox/kept-writes'],
  },
  {
    guard: 'write: the same click once',
    file: 'lib/engine/outbox/writer.ts',
    from: 'if (running) return running;',
    to: '',
    tests: [...kept, 'lib/engine/outbox/writes.races'],
  },
  {
    guard: 'write: what is saved is not sent again',
    file: 'lib/engine/outbox/writer.ts',
    from: "if (entry?.write.status === 'saved') return { ok: true };",
    to: '',
    tests: kept,
  },
  {
    guard: 'write: the request outlives the worker before it leaves',
    file: 'lib/engine/outbox/writer.ts',
    from: 'Promise.all([desk.flushed(), outbox.kept()])',
    to: 'outbox.kept()',
    tests: [...kept, 'lib/engine/outbox/writes.races'],
  },
  {
    guard: 'write: not by another’s hand',
    file: 'lib/engine/outbox/writer.ts',
    from: 'if (entry && entry.owner !== party.owner) return failed(signedOut);',
    to: '',
    tests: kept,
  },
  {
    guard: 'write: not for whoever signed out while it was kept',
    file: 'lib/engine/outbox/writer.ts',
    from: 'if (!sender || !standing.still(party)) throw new CrmError(signedOut);',
    to: 'if (!sender) throw new CrmError(signedOut);',
    tests: kept,
  },
  {
    guard: 'write: what one CRM says is not for the next agent’s eyes',
    file: 'lib/engine/outbox/writer.ts',
    from: 'if (theirs) show(key);',
    to: 'show(key);',
    tests: kept,
  },
  {
    guard: 'write: views see their own agent’s',
    file: 'lib/engine/outbox/outbox.ts',
    from: 'outbox.filter((one) => one.owner === owner)',
    to: 'outbox',
    tests: kept,
  },
  {
    guard: 'write: an interaction with an unsaved one does not leave',
    file: 'lib/engine/outbox/outbox.ts',
    from: "one.key === key && one.write.status !== 'saved'",
    to: 'false',
    tests: [...kept, 'lib/engine/engine.test'],
  },
];
