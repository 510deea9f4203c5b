import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryContactCache } from '../cache/memory-contact-cache.ts';
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from '../drafts/memory-write-store.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { createMemoryRecoveryStore } from '../live/memory-recovery-store.ts';
import { MemoryCrm } from './memory-crm-for-tests.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

const elodie = '+33199004217';
const grace = '+442079460123';
const never = () => new Promise<never>(() => undefined);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The store, none of whose methods answers from `silent` on. */
function silenced<Store extends object>(store: Store, silent: () => boolean): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => (silent() ? never() : Reflect.apply(member, target, args));
    },
  });
}

function start(silent: Partial<Record<'cache' | 'drafts' | 'writes' | 'recovery', () => boolean>> = {}) {
  const crm = new MemoryCrm();
  crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: elodie });
  crm.add('c2', 'Grace Okafor', { kind: 'phone', value: grace });
  const no = () => false;
  return engineForTests({
    crm,
    stores: {
      cache: silenced(createMemoryContactCache(), silent.cache ?? no),
      drafts: silenced(createMemoryDraftStore(), silent.drafts ?? no),
      writes: silenced(createMemoryWriteStore(), silent.writes ?? no),
      recovery: silenced(createMemoryRecoveryStore(), silent.recovery ?? no),
    },
  });
}
const nameOf = (desk: ReturnType<typeof start>, id: string) => {
  const { resolution } = desk.live(id);
  return resolution.status === 'matched' ? resolution.contact.name : resolution.status;
};

describe('an engine of which something outside never answers', () => {
  it('finds the caller without its cache, and soon without waiting for it', async () => {
    const desk = start({ cache: () => true });
    void desk.connect();
    await pass(4_000);
    void desk.ring('1', elodie);
    await pass(4_000);
    expect(nameOf(desk, '1')).toBe('Élodie Marchand');
    void desk.ring('2', grace);
    await pass(200);
    expect(nameOf(desk, '2')).toBe('Grace Okafor');
  });

  it('signs out without its cache', async () => {
    let silent = false;
    const desk = start({ cache: () => silent });
    await desk.connect();
    await desk.ring('1', elodie);
    await pass(0);
    silent = true;
    void desk.engine.connect(testCrm, { status: 'not-connected' });
    await pass(4_000);
    expect(nameOf(desk, '1')).toBe('idle');
    void desk.ring('2', grace);
    await pass(1_000);
    expect(desk.live('2').facts.state).toBe('offered');
  });

  it('finds the caller without its drafts, and says of a draft that it is not kept', async () => {
    const desk = start({ drafts: () => true });
    await desk.connect();
    void desk.ring('1', elodie);
    await pass(1_000);
    expect(nameOf(desk, '1')).toBe('Élodie Marchand');
    const { key } = desk.live('1');
    const saving = desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'note',
      values: { note: 'typed' },
    });
    await pass(10_000);
    expect(await saving).toMatchObject({ ok: false });
    expect(desk.live('1').drafts).toEqual({ [ref('note')]: { note: 'typed' } });
  });

  it('creates a contact though its draft cannot be removed', async () => {
    const desk = start({ drafts: () => true });
    await desk.connect();
    void desk.ring('1', '+12125550142');
    await pass(1_000);
    const contact = { name: 'New', kind: 'person' as const, identifiers: [], fields: {} };
    const { key } = desk.live('1');
    const creating = desk.engine.send({ type: 'contact.create', crm: testCrm, writeId: 'w1', key, contact });
    await pass(10_000);
    expect(await creating).toMatchObject({ ok: true });
  });

  it('sends a write though the disk does not say that it is kept', async () => {
    const desk = start({ writes: () => true });
    void desk.connect();
    await pass(10_000);
    const contact = { name: 'New', kind: 'person' as const, identifiers: [], fields: {} };
    const creating = desk.engine.send({
      type: 'contact.create',
      crm: testCrm,
      writeId: 'w1',
      key: null,
      contact,
    });
    await pass(10_000);
    expect(await creating).toMatchObject({ ok: true });
  });

  it('takes calls though what a killed worker left cannot be read, and no copy can be written', async () => {
    const desk = start({ recovery: () => true });
    void desk.connect();
    void desk.ring('1', elodie);
    await pass(10_000);
    expect(nameOf(desk, '1')).toBe('Élodie Marchand');
    void desk.ring('2', grace);
    await pass(500);
    expect(nameOf(desk, '2')).toBe('Grace Okafor');
  });

  it('shows one caller while the question for another hangs, and says of that one that it took too long', async () => {
    const desk = start();
    desk.crm.before = (call) => (call === `find ${elodie}` ? never() : undefined);
    await desk.connect();
    await desk.ring('1', elodie);
    await desk.ring('2', grace);
    await pass(1_000);
    expect(nameOf(desk, '2')).toBe('Grace Okafor');
    await pass(60_000);
    expect(desk.live('1').resolution).toMatchObject({ status: 'failed', error: { code: 'timeout' } });
    desk.crm.before = () => undefined;
    const { key } = desk.live('1');
    await desk.engine.send({ type: 'resolve.again', key });
    await pass(0);
    expect(nameOf(desk, '1')).toBe('Élodie Marchand');
  });

  it.each(['get c2', 'search Grace'])('answers an agent whose “%s” hangs', async (call) => {
    const desk = start();
    desk.crm.before = (asked) => (asked === call ? never() : undefined);
    await desk.connect();
    const asking = desk.engine.send(
      call.startsWith('get')
        ? { type: 'contact.get', contactId: ref('c2') }
        : { type: 'contact.search', crm: testCrm, query: 'Grace' },
    );
    await pass(60_000);
    expect(await asking).toMatchObject({ ok: false, error: { code: 'timeout' } });
  });

  it('asks for the workspace again after a question for it has hung', async () => {
    const desk = start();
    desk.crm.before = (call) => (call === 'workspace' ? never() : undefined);
    await desk.connect();
    await desk.ring('1', elodie);
    await pass(130_000);
    expect(desk.live('1').resolution).toMatchObject({ status: 'failed', error: { code: 'timeout' } });
    desk.crm.before = () => undefined;
    desk.clock.now += 200_000;
    await desk.engine.tick();
    await pass(0);
    expect(nameOf(desk, '1')).toBe('Élodie Marchand');
  });

  it('says of a write that hangs that it waits, and saves the next one after it', async () => {
    const desk = start();
    await desk.connect();
    await desk.ring('1', elodie);
    await pass(0);
    const { key } = desk.live('1');
    const change = { fields: { city: 'Lyon' } };
    const update = (writeId: string) =>
      desk.engine.send({ type: 'contact.update', writeId, key, contactId: ref('c1'), change, version: '1' });
    desk.crm.before = (call) => (call === 'update' ? never() : undefined);
    const first = update('w1');
    await pass(120_000);
    expect(await first).toEqual({ ok: true, waiting: true });
    expect(desk.live('1').writes).toMatchObject([
      { id: 'w1', status: 'waiting', error: { code: 'timeout' } },
    ]);
    desk.crm.before = () => undefined;
    expect(await update('w2')).toEqual({ ok: true, waiting: true });
    desk.clock.now += 60_000;
    await desk.engine.tick();
    await pass(0);
    expect(desk.live('1').writes.map(({ status }) => status)).toEqual(['saved', 'saved']);
  });
});
