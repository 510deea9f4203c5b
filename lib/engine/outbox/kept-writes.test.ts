import { afterEach, expect, it } from 'vitest';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { createMemoryContactCache } from '../cache/memory-contact-cache.ts';
import type { ViewCommand } from '../commands/commands.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from '../drafts/memory-write-store.ts';
import type { WriteStore } from '../drafts/write-store.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { createMemoryRecoveryStore } from '../live/memory-recovery-store.ts';

/** Writes on disk outlive the browser; all else here is its memory. */
const onDisk = () => ({ writes: createMemoryWriteStore(), crm: new MemoryCrm() });
type Disk = ReturnType<typeof onDisk>;
const lives: { end(): void }[] = [];
afterEach(() => {
  for (const one of lives.splice(0)) one.end();
});

function startBrowser({ writes, crm }: Disk, can: Partial<CrmCapabilities> = {}) {
  for (const one of lives.splice(0)) one.end();
  const memory = {
    cache: createMemoryContactCache(),
    drafts: createMemoryDraftStore(),
    recovery: createMemoryRecoveryStore(),
  };
  const desk = engineForTests({ crm, can, stores: { ...memory, writes } });
  lives.push(desk);
  return desk;
}

const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
const creates: Extract<ViewCommand, { type: 'contact.create' }> = {
  type: 'contact.create',
  crm: testCrm,
  writeId,
  key: null,
  contact: { name: 'Mara Quint', kind: 'person', identifiers: [], fields: {} },
};
const made = ({ crm }: Disk) => [...crm.contacts.values()].filter(({ name }) => name === 'Mara Quint').length;

/** Ana creates a contact, and the CRM refuses it. */
async function refused(disk: Disk) {
  const desk = startBrowser(disk);
  await desk.connect('one', { owner: 'ana' });
  disk.crm.before = (call) => {
    if (call === 'create') throw new CrmError({ code: 'not-allowed' });
  };
  expect(await desk.engine.send({ ...creates })).toMatchObject({ ok: false });
  disk.crm.before = () => undefined;
  return desk;
}

/** Ana creates a contact, and the CRM's answer is lost. */
async function lostAnswer(disk: Disk) {
  const desk = startBrowser(disk);
  await desk.connect('one', { owner: 'ana' });
  disk.crm.after = (call) => {
    if (call === 'create') throw new CrmError({ code: 'timeout' });
  };
  expect(await desk.engine.send({ ...creates })).toEqual({ ok: true, waiting: true });
  disk.crm.after = () => undefined;
  return desk;
}

it('one that waits is sent by itself after the browser was closed, under the same key', async () => {
  const disk = onDisk();
  await lostAnswer(disk);
  expect(made(disk)).toBe(1);
  const desk = startBrowser(disk);
  await desk.connect('two', { owner: 'ana' });
  await desk.until(({ writes }) => writes.length === 0);
  expect(disk.crm.calls.filter((call) => call === 'create')).toHaveLength(2);
  expect(made(disk)).toBe(1);
  expect(await disk.writes.load('ana')).toEqual([]);
});

it('a write that was not saved is there after the browser was closed, and has one effect', async () => {
  const disk = onDisk();
  await refused(disk);
  const desk = startBrowser(disk);
  await desk.connect('two', { owner: 'ana' });
  expect(desk.engine.state.writes).toMatchObject([
    { id: writeId, status: 'not-saved', about: 'Mara Quint', error: { code: 'not-allowed' } },
  ]);
  expect(await desk.engine.send({ type: 'write.retry', key: null, writeId })).toMatchObject({ ok: true });
  expect(made(disk)).toBe(1);
  expect(desk.engine.state.writes).toEqual([]);
  const later = startBrowser(disk);
  await later.connect('three', { owner: 'ana' });
  expect(later.engine.state.writes).toEqual([]);
});

it('a change says whose it is, though nobody is on screen any more, after another try that failed too', async () => {
  const disk = onDisk();
  const number = '+33199004217';
  const { version } = disk.crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: number });
  disk.crm.before = (call) => {
    if (call.startsWith('update')) throw new CrmError({ code: 'server-error' });
  };
  const first = startBrowser(disk);
  await first.connect('one', { owner: 'ana' });
  await first.ring('1', number);
  await first.resolved('1', 'matched');
  const { key } = first.live('1');
  const change = { fields: { city: 'Lyon' } };
  await first.engine.send({ type: 'contact.update', key, writeId, contactId: ref('c1'), version, change });
  for (const life of ['two', 'three']) {
    const desk = startBrowser(disk);
    await desk.connect(life, { owner: 'ana' });
    expect(desk.engine.state.writes).toMatchObject([{ about: 'city', whose: 'Élodie Marchand' }]);
    await desk.engine.send({ type: 'write.retry', key: null, writeId });
  }
});

it('one that comes from the screen of who has left takes no name of another’s contact', async () => {
  const disk = onDisk();
  disk.crm.add('c1', 'Élodie of Ana');
  const elsewhere = new MemoryCrm();
  elsewhere.add('c1', 'Zoe of Ben', { kind: 'phone', value: '+33199004217' });
  const desk = startBrowser(disk);
  await desk.connect('one', { owner: 'ana' });
  await desk.connect('two', { owner: 'ben', at: elsewhere });
  await desk.ring('1', '+33199004217');
  await desk.resolved('1', 'matched');
  const change = { fields: { city: 'Lyon' } };
  const update = {
    type: 'contact.update',
    key: null,
    writeId,
    contactId: ref('c1'),
    version: '1',
    change,
  } as const;
  await desk.engine.send(update, { [testCrm]: 'ana' });
  await desk.connect('three', { owner: 'ana' });
  expect(desk.engine.state.writes).toMatchObject([{ id: writeId, about: 'city' }]);
  expect(JSON.stringify(desk.engine.state.writes)).not.toContain('Zoe');
});

it('one that was under way when the browser crashed is sent again by itself', async () => {
  const disk = onDisk();
  const first = startBrowser(disk);
  await first.connect('one', { owner: 'ana' });
  let asked = 0;
  disk.crm.before = (call) => {
    if (call !== 'create') return undefined;
    asked += 1;
    return new Promise(() => undefined);
  };
  void first.engine.send({ ...creates });
  await first.until(() => asked === 1);
  const desk = startBrowser(disk);
  disk.crm.before = () => undefined;
  await desk.connect('two', { owner: 'ana' });
  await desk.until(({ writes }) => writes.length === 0);
  expect(made(disk)).toBe(1);
});

it('a row of the version that sent nothing by itself is sent again where it was under way', async () => {
  const disk = onDisk();
  const write = { id: writeId, kind: 'create', status: 'saving', at: 1 };
  const { crm: _, ...command } = creates;
  await disk.writes.put('ana', writeId, { owner: 'ana', key: null, command, write });
  const keyless = startBrowser(disk, { keysKeptDays: 0 });
  await keyless.connect('one', { owner: 'ana' });
  await keyless.until(({ writes }) => writes[0]?.status === 'not-saved');
  // Where the CRM knows no keys it may be done already, and nobody can tell.
  expect(keyless.engine.state.writes).toMatchObject([{ unknown: true }]);
  expect(made(disk)).toBe(0);
});

it('rows of the version that knew one CRM are of the CRM where their owner is', async () => {
  const disk = onDisk();
  for (const id of ['c1', 'c2']) disk.crm.add(id, `Person ${id}`);
  const { crm: _, ...creation } = creates;
  const ids = [1, 2, 3].map((n) => `a3bb189e-8bf9-4c7e-9d2c-00000000000${n}`);
  const fields = { city: 'Lyon' };
  const { assignmentId } = await disk.crm.assignIdentifier(
    { contactId: 'c1', identifier: { kind: 'phone', value: '+33199004217' }, mode: 'add' },
    { key: 'earlier' },
  );
  const commands = [
    { ...creation, writeId: ids[0] },
    { type: 'contact.update', key: null, writeId: ids[1], contactId: 'c2', version: '1', change: { fields } },
    { type: 'assignment.undo', key: 'gone', writeId: ids[2], assignmentId },
  ];
  for (const [n, command] of commands.entries()) {
    const kind = (['create', 'update', 'undo'] as const)[n];
    const write = { id: command.writeId, kind, status: 'waiting', at: n, since: n };
    await disk.writes.put('ana', command.writeId!, { owner: 'ana', key: command.key, command, write });
  }
  const desk = startBrowser(disk);
  await desk.connect('one', { owner: 'ana' });
  await desk.until(({ writes }) => writes.length === 0);
  expect(disk.crm.effectKeys.toSorted()).toEqual([...ids, 'earlier'].toSorted());
  expect(await disk.writes.load('ana')).toEqual([]);
});

it('is on disk before the CRM is asked', async () => {
  const disk = onDisk();
  const slow: WriteStore = {
    ...disk.writes,
    async put(...given) {
      await new Promise((resolve) => setImmediate(resolve));
      return disk.writes.put(...given);
    },
  };
  const desk = startBrowser({ ...disk, writes: slow });
  await desk.connect('one', { owner: 'ana' });
  let there: unknown[] = [];
  disk.crm.before = async (call) => {
    if (call === 'create') there = await disk.writes.load('ana');
  };
  await desk.engine.send({ ...creates });
  expect(there).toMatchObject([{ owner: 'ana', command: { writeId }, write: { status: 'saving' } }]);
});

it('stays out of another agent’s sight, and is gone for good once its own gives it up', async () => {
  const disk = onDisk();
  await refused(disk);
  const other = startBrowser(disk);
  await other.connect('two', { owner: 'ben' });
  expect(other.engine.state.writes).toEqual([]);
  const desk = startBrowser(disk);
  await desk.connect('three', { owner: 'ana' });
  await desk.engine.send({ type: 'write.discard', key: null, writeId });
  expect(desk.engine.state.writes).toEqual([]);
  const later = startBrowser(disk);
  await later.connect('four', { owner: 'ana' });
  expect(later.engine.state.writes).toEqual([]);
});

it('goes with the sign-in to the person who it turns out to be', async () => {
  const disk = onDisk();
  const first = startBrowser(disk);
  await first.connect('one');
  disk.crm.before = (call) => {
    if (call === 'create') throw new CrmError({ code: 'not-allowed' });
  };
  await first.engine.send({ ...creates });
  await first.connect('one', { owner: 'ana' });
  const desk = startBrowser(disk);
  await desk.connect('two', { owner: 'ana' });
  expect(desk.engine.state.writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
  const nobody = startBrowser(disk);
  await nobody.connect('one');
  expect(nobody.engine.state.writes).toEqual([]);
});

it('that its agent left saved late, while somebody else was signed in, is not offered again', async () => {
  const disk = onDisk();
  const desk = startBrowser(disk);
  await desk.connect('one', { owner: 'ana' });
  const answer = Promise.withResolvers<void>();
  disk.crm.after = (call) => (call === 'create' ? answer.promise : undefined);
  const sent = desk.engine.send({ ...creates });
  await desk.until(() => made(disk) === 1);
  await desk.connect('two', { owner: 'ben' });
  answer.resolve();
  await sent;
  await desk.connect('three', { owner: 'ana' });
  expect(desk.engine.state.writes).toEqual([]);
  const later = startBrowser(disk);
  await later.connect('four', { owner: 'ana' });
  expect(later.engine.state.writes).toEqual([]);
});

it('that fails late, while somebody else is signed in, is not put among what is theirs', async () => {
  const disk = onDisk();
  const puts: string[] = [];
  const writes: WriteStore = {
    ...disk.writes,
    put(owner, ...given) {
      puts.push(owner);
      return disk.writes.put(owner, ...given);
    },
  };
  const desk = startBrowser({ ...disk, writes });
  await desk.connect('one', { owner: 'ana' });
  const answer = Promise.withResolvers<void>();
  let asked = false;
  disk.crm.before = (call) => {
    if (call !== 'create') return undefined;
    asked = true;
    return answer.promise;
  };
  const sent = desk.engine.send({ ...creates });
  await desk.until(() => asked);
  await desk.connect('two', { owner: 'ben' });
  puts.length = 0;
  answer.reject(new CrmError({ code: 'not-allowed' }));
  await sent;
  // What is on disk is sealed with the key of who is signed in: whatever is put there now, its own agent could not read.
  expect(puts).toEqual([]);
  expect(await disk.writes.load('ben')).toEqual([]);
  await desk.connect('three', { owner: 'ana' });
  expect(desk.engine.state.writes).toMatchObject([{ id: writeId, error: { code: 'not-allowed' } }]);
});

it('counts for nothing where the row is of a version that nobody knows', async () => {
  const disk = onDisk();
  const kept = {
    crm: testCrm,
    owner: 'ana',
    key: null,
    write: { id: writeId, kind: 'create', status: 'not-saved', at: 1 },
  };
  await disk.writes.put('ana', '1', { ...kept, command: { ...creates, type: 'contact.forget' } });
  await disk.writes.put('ana', '2', { ...kept, command: { ...creates, contact: 'Mara' } });
  await disk.writes.put('ana', '3', 'nonsense');
  await disk.writes.put('ana', '4', { ...kept, command: creates, owner: 'ben' });
  const other = 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
  await disk.writes.put('ana', '5', { ...kept, command: { ...creates, writeId: other } });
  await disk.writes.put('ana', '6', { ...kept, command: creates, crm: 'another' });
  const desk = startBrowser(disk);
  await desk.connect('one', { owner: 'ana' });
  expect(desk.engine.state.writes).toEqual([]);
});
