import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmError, type CrmErrorCode } from '../../domain/crm/crm-error.ts';
import type { ViewCommand } from '../commands/commands.ts';
import { ableCrm, engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { MemoryCrm } from './memory-crm-for-tests.ts';

const unknown = '+12125550142';
const elodie = '+33199004217';
const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
const form = 'new-contact';

describe('what one agent has begun', () => {
  let desk: ReturnType<typeof engineForTests>;
  let anas: MemoryCrm;
  let bens: MemoryCrm;
  const gate: { fails: boolean; code: CrmErrorCode } = { fails: false, code: 'not-allowed' };

  /** Ana's tokens are renewed: each of her sign-ins is another one, of the same person. */
  const signIn = (who: 'ana' | 'ben', sign = `${who} ${Math.random()}`) =>
    desk.engine.connect(testCrm, {
      status: 'ready',
      id: sign,
      owner: who,
      label: 'Test CRM',
      crm: who === 'ana' ? anas : bens,
      capabilities: ableCrm,
      agent: who,
    });
  const signOut = () => desk.engine.connect(testCrm, { status: 'signed-out', label: 'Test CRM', at: 1 });
  const create = (key: string | null, id = writeId): ViewCommand => ({
    type: 'contact.create',
    crm: testCrm,
    key,
    writeId: id,
    contact: { name: 'Secret Marta', kind: 'person', identifiers: [], fields: {} },
  });
  const key = () => desk.live('1').key;
  const draft = (values: Record<string, string> | null) =>
    desk.engine.send({ type: 'draft.save', crm: testCrm, key: key(), form, values });
  const shown = () => JSON.stringify(desk.engine.state);
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  beforeEach(async () => {
    desk = engineForTests();
    anas = desk.crm;
    bens = new MemoryCrm();
    Object.assign(gate, { fails: true, code: 'not-allowed' });
    anas.before = (call) => {
      if (gate.fails && call === 'create') throw new CrmError({ code: gate.code });
    };
    await signIn('ana');
    await desk.ring('1', unknown, { state: 'active' });
    await desk.resolved('1', 'unmatched');
  });
  afterEach(() => desk.end());

  it.each([
    ['that waits, in an interaction', true, 'unreachable', 'waiting'],
    ['that waits, of no interaction', false, 'unreachable', 'waiting'],
    ['that was refused, in an interaction', true, 'not-allowed', 'not-saved'],
    ['that was refused, of no interaction', false, 'not-allowed', 'not-saved'],
  ] as const)(
    'is seen and sent by nobody else, and is there again with them: a write %s',
    async (_, within, code, status) => {
      gate.code = code;
      await desk.engine.send(create(within ? key() : null));
      const writes = () => (within ? desk.live('1').writes : desk.engine.state.writes);
      expect(writes()).toMatchObject([{ id: writeId, status }]);
      await signOut();
      expect(shown()).not.toContain('Secret');
      await signIn('ben');
      await settle();
      expect(shown()).not.toContain('Secret');
      const again = { type: 'write.retry', key: within ? key() : null, writeId } as const;
      expect(await desk.engine.send(again)).toMatchObject({ ok: false });
      await desk.engine.send({ ...again, type: 'write.discard' });
      expect(await desk.engine.send(create(within ? key() : null))).toMatchObject({ ok: false });
      expect(bens.calls).not.toContain('create');
      await signOut();
      await signIn('ana');
      await settle();
      expect(writes()).toMatchObject([{ id: writeId, status }]);
      gate.fails = false;
      expect(await desk.engine.send(again)).toMatchObject({ ok: true });
      expect(anas.effects).toEqual(['create']);
      expect(bens.effects).toEqual([]);
    },
  );

  it('is seen by nobody else, and is there again with them: a draft, and whom they said it is not', async () => {
    anas.add('c1', 'Élodie Marchand', { kind: 'phone', value: elodie });
    bens.add('c1', 'Another Person', { kind: 'phone', value: elodie });
    await desk.ring('2', elodie);
    await desk.resolved('2', 'matched');
    await desk.engine.send({ type: 'contact.reject', key: desk.live('2').key, contactId: ref('c1') });
    await draft({ name: 'Secret draft' });
    await signOut();
    expect(shown()).not.toContain('Secret');
    await signIn('ben');
    // The same id in another CRM is another person.
    expect((await desk.resolved('2', 'matched')).contact.name).toBe('Another Person');
    expect(desk.live('1').drafts).toEqual({});
    await draft({ name: 'Of Ben' });
    await signIn('ana');
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: { name: 'Secret draft' } });
    await settle();
    expect(desk.live('2').rejected).toEqual([ref('c1')]);
    expect(desk.live('2').resolution.status).toBe('unmatched');
    await draft(null);
    await signIn('ben');
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: { name: 'Of Ben' } });
    await signIn('ana');
    expect(desk.live('1').drafts).toEqual({});
  });

  it('that comes late, when they have just been signed out, is kept for them and for nobody else', async () => {
    const connection = desk.connection();
    const owners = connection?.status === 'ready' && connection.owner ? { [testCrm]: connection.owner } : {};
    await signOut();
    const values = { name: 'Secret late draft' };
    await desk.engine.send({ type: 'draft.save', crm: testCrm, key: key(), form, values }, owners);
    expect(shown()).not.toContain('Secret');
    await signIn('ben');
    expect(shown()).not.toContain('Secret');
    await signIn('ana');
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: values });
  });

  it('is on disk for them alone, also where a browser has forgotten everything else', async () => {
    await draft({ name: 'Secret draft' });
    desk.end();
    const { drafts } = desk.stores;
    const fresh = engineForTests({ stores: { ...engineForTests().stores, drafts } });
    desk = fresh;
    await signIn('ben');
    await desk.ring('1', unknown, { state: 'active' });
    expect(desk.live('1').drafts).toEqual({});
    await signIn('ana');
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: { name: 'Secret draft' } });
  });

  it('is theirs in the next worker too, whoever has signed in meanwhile', async () => {
    await desk.engine.send(create(null));
    await draft({ name: 'Secret draft' });
    desk.restart = async () => undefined;
    const { stores } = desk;
    desk.end();
    desk = engineForTests({ stores, crm: anas });
    await desk.engine.ready;
    await signIn('ben');
    expect(shown()).not.toContain('Secret');
    await signOut();
    desk.end();
    desk = engineForTests({ stores, crm: anas });
    await signIn('ana');
    expect(desk.engine.state.writes).toMatchObject([{ id: writeId }]);
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: { name: 'Secret draft' } });
  });

  it('is never sent with the hand of another, at whatever await the change comes', async () => {
    gate.fails = false;
    for (let turns = 0; turns < 12; turns += 1) {
      await signIn('ana');
      const id = `${turns.toString(16).padStart(8, '0')}-8bf9-4c7e-9d2c-1f1c5a3d8e77`;
      const sent = desk.engine.send(create(key(), id));
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const changed = signIn('ben');
      await Promise.all([sent, changed]);
      await settle();
      expect(shown(), `after ${turns} turns`).not.toContain('Secret');
      expect((await desk.stores.cache.search('Secret')).contacts).toEqual([]);
    }
    expect(bens.calls).not.toContain('create');
  });

  it('is not sent at all where another agent has signed in while its request was being kept', async () => {
    gate.fails = false;
    const kept = Promise.withResolvers<void>();
    const { saveRest } = desk.stores.recovery;
    desk.stores.recovery.saveRest = async (copy) => {
      if (copy.outbox.length > 0) await kept.promise;
      await saveRest(copy);
    };
    const sent = desk.engine.send(create(key()));
    await settle();
    await signIn('ben');
    kept.resolve();
    expect(await sent).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    await settle();
    for (const crm of [anas, bens]) expect(crm.calls).not.toContain('create');
    expect(desk.connection()).toMatchObject({ status: 'ready', agent: 'ben' });
    await signIn('ana');
    expect(desk.live('1').writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
  });

  it('keeps what its own CRM answers late from the next one, and does not sign that one out', async () => {
    const late = Promise.withResolvers<void>();
    gate.fails = false;
    anas.after = (call) => (call === 'create' ? late.promise : undefined);
    await draft({ name: 'Secret draft' });
    const reply = desk.engine.send(create(key()));
    await desk.until(() => anas.effects.length === 1);
    await signIn('ben');
    late.resolve();
    expect(await reply).toEqual({ ok: true });
    await settle();
    expect(shown()).not.toContain('Secret');
    expect((await desk.stores.cache.search('Secret')).contacts).toEqual([]);
    // It was saved: neither the write nor its draft is there when she is back.
    await signIn('ana');
    expect(desk.live('1').drafts).toEqual({});
    expect(desk.live('1').writes).toMatchObject([{ id: writeId, status: 'saved' }]);
    expect(await desk.engine.send(create(key()))).toEqual({ ok: true });
    expect(anas.calls.filter((call) => call === 'create')).toHaveLength(1);

    const refused = Promise.withResolvers<void>();
    anas.before = async (call) => {
      if (call !== 'create') return;
      await refused.promise;
      throw new CrmError({ code: 'signed-out' });
    };
    const second = desk.engine.send(create(key(), 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77'));
    await desk.until(() => anas.calls.filter((call) => call === 'create').length === 2);
    await signIn('ben');
    refused.resolve();
    await second;
    await settle();
    expect(desk.connection()).toMatchObject({ status: 'ready', agent: 'ben' });
  });

  it('does not wait for a workspace that the former CRM never tells', async () => {
    const other = engineForTests();
    const never = new MemoryCrm();
    never.before = (call) => (call === 'workspace' ? new Promise(() => undefined) : undefined);
    const ready = { status: 'ready', label: 'Test', capabilities: ableCrm } as const;
    await other.engine.connect(testCrm, { ...ready, id: 'a', crm: never });
    await other.ring('1', unknown);
    await other.engine.connect(testCrm, { ...ready, id: 'b', crm: new MemoryCrm() });
    await other.resolved('1', 'unmatched');
    other.end();
  });

  it('is refused when it was meant on another screen, and waits there', async () => {
    await signIn('ben');
    for (const owner of [{ [testCrm]: 'ana' }, {}]) {
      expect(await desk.engine.send(create(key()), owner)).toMatchObject({ ok: false });
      const values = { name: 'Secret draft' };
      await desk.engine.send({ type: 'draft.save', crm: testCrm, key: key(), form, values }, owner);
      bens.add('c9', 'Secret choice');
      await desk.engine.send({ type: 'contact.choose', key: key(), contactId: ref('c9') }, owner);
    }
    await settle();
    expect(shown()).not.toContain('Secret');
    expect(bens.calls).not.toContain('create');
    await signIn('ana');
    expect(desk.live('1').writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
  });

  it('is given to the person once the CRM has said who is signed in', async () => {
    await desk.engine.connect(testCrm, {
      ...{ status: 'ready', id: 'sign-in', label: 'Test CRM', crm: anas, capabilities: ableCrm },
    } as const);
    await desk.engine.send(create(key()));
    await draft({ name: 'Begun early' });
    await signIn('ana', 'sign-in');
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: { name: 'Begun early' } });
    expect(desk.live('1').writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
    await signIn('ben');
    await signIn('ana');
    expect(desk.live('1').drafts).toEqual({ [ref(form)]: { name: 'Begun early' } });
    expect(desk.live('1').writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
  });
});

describe('a write that was not saved', () => {
  let desk: ReturnType<typeof engineForTests>;
  const ended = { state: 'finished', endReason: 'missed' } as const;
  const fail = (on: boolean) => {
    desk.crm.before = (call) => {
      if (on && call === 'create') throw new CrmError({ code: 'not-allowed' });
    };
  };
  const create = (id: string) =>
    desk.engine.send({
      type: 'contact.create',
      crm: testCrm,
      key: id === '' ? null : desk.live(id).key,
      writeId,
      contact: { name: 'Marta', kind: 'person', identifiers: [], fields: {} },
    });
  const rail = () => desk.engine.state.interactions.map(({ facts }) => facts.id);
  beforeEach(async () => {
    desk = engineForTests();
    await desk.connect();
    await desk.ring('1', unknown);
    fail(true);
  });
  afterEach(() => desk.end());

  it.each([
    ['missed', { state: 'finished', endReason: 'missed' }],
    ['closed', { state: 'closed' }],
  ] as const)(
    'keeps its interaction in sight when the host says it is %s, until it is saved',
    async (_, end) => {
      await create('1');
      await desk.ring('1', unknown, end);
      expect(rail()).toEqual(['1']);
      fail(false);
      await desk.engine.send({ type: 'write.retry', key: desk.live('1').key, writeId });
      expect(rail()).toEqual([]);
    },
  );

  it('keeps it against being removed by hand, and lets it go once it is given up', async () => {
    await desk.ring('1', unknown, { state: 'active' });
    await create('1');
    await desk.ring('2', elodie, { state: 'active' });
    await desk.ring('1', unknown, { state: 'finished' });
    const { key } = desk.live('1');
    await desk.engine.send({ type: 'interaction.dismiss', key });
    expect(rail()).toEqual(['1', '2']);
    expect(desk.engine.state.front).toBe(key);
    await desk.engine.send({ type: 'write.discard', key, writeId });
    await desk.engine.send({ type: 'interaction.dismiss', key });
    expect(rail()).toEqual(['2']);
  });

  it('keeps it against the cap of finished ones, and against a new life of its id', async () => {
    await desk.ring('1', unknown, { state: 'active', startedAt: '2026-11-20T14:00:00Z' });
    await create('1');
    await desk.ring('1', unknown, { state: 'finished', startedAt: '2026-11-20T14:00:00Z' });
    for (let n = 2; n < 12; n += 1) {
      await desk.ring(String(n), undefined, { state: 'active' });
      await desk.ring(String(n), undefined, { state: 'finished' });
    }
    expect(rail()).toContain('1');
    await desk.ring('1', elodie, { startedAt: '2026-11-20T15:00:00Z' });
    expect(rail().filter((id) => id === '1')).toHaveLength(2);
    const [kept, fresh] = desk.engine.state.interactions.filter(({ facts }) => facts.id === '1');
    expect(kept?.writes).toMatchObject([{ status: 'not-saved' }]);
    expect(fresh?.writes).toEqual([]);
  });

  it('of no interaction is in the state, outlives the worker, and is tried again or given up', async () => {
    await create('');
    expect(desk.engine.state.writes).toMatchObject([{ id: writeId, status: 'not-saved', about: 'Marta' }]);
    await desk.restart();
    expect(desk.engine.state.writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
    fail(false);
    expect(await desk.engine.send({ type: 'write.retry', key: null, writeId })).toMatchObject({ ok: true });
    expect(desk.engine.state.writes).toEqual([]);
    expect(desk.crm.effects).toEqual(['create']);
  });

  it('of no interaction that was under way when the worker was killed is sent again', async () => {
    desk.crm.before = (call) => (call === 'create' ? new Promise(() => undefined) : undefined);
    void create('');
    await desk.until(() => desk.crm.calls.includes('create'));
    fail(false);
    await desk.restart();
    await desk.until(({ writes }) => writes.length === 0);
    expect(desk.crm.effects).toEqual(['create']);
  });

  it('is in sight without its interaction where that left while somebody else was signed in', async () => {
    await create('1');
    await desk.connect('another');
    await desk.ring('1', unknown, ended);
    expect(rail()).toEqual([]);
    await desk.connect();
    expect(desk.engine.state.writes).toMatchObject([{ id: writeId, status: 'not-saved' }]);
  });

  it('goes along when its interaction turns out to be another one’s', async () => {
    await desk.ring('the-call-id', undefined, {}, { adapter: 'sip-websocket' });
    await desk.ring('2', undefined, { state: 'active' }, { adapter: 'ucontact', tabId: 1 });
    await create('2');
    await desk.ring(
      '2',
      undefined,
      { state: 'active', correlation: ['the-call-id'] },
      { adapter: 'ucontact' },
    );
    const all = desk.engine.state.interactions.flatMap(({ writes }) => writes);
    expect(all).toMatchObject([{ id: writeId, status: 'not-saved' }]);
    fail(false);
    const [live] = desk.engine.state.interactions.filter(({ writes }) => writes.length > 0);
    expect(await desk.engine.send({ type: 'write.retry', key: live!.key, writeId })).toMatchObject({
      ok: true,
    });
    expect(desk.crm.effects).toEqual(['create']);
  });
});
