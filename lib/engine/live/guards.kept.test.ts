import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import { createMemoryContactCache } from '../cache/memory-contact-cache.ts';
import { Lookups } from '../connection/lookups.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { engineForTests, knowsWorkspace, ref, testCrm } from '../engine-for-tests.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const elodie = '+33199004217';
const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';

/** One wall each: every one of these fails when the named guard is taken away. */
describe('after a sign-out', () => {
  let desk: ReturnType<typeof engineForTests>;
  beforeEach(async () => {
    desk = engineForTests();
    desk.crm.add('c1', 'Élodie Marchand', phone(elodie));
    await desk.connect();
    // Known from here on: what is held below is the answer of a lookup alone.
    await desk.until(knowsWorkspace);
  });
  afterEach(() => desk.end());

  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const heldUntilSignedOut = async (call: string, act: () => unknown) => {
    const gate = Promise.withResolvers<void>();
    desk.crm.after = (one) => (one === call ? gate.promise : undefined);
    act();
    await desk.until(() => desk.crm.calls.includes(call));
    await desk.engine.connect(testCrm, { status: 'signed-out', label: 'Test CRM' });
    gate.resolve();
    await settle();
  };

  it('the late answer of a lookup is kept nowhere', async () => {
    await heldUntilSignedOut(`find ${elodie}`, () => desk.ring('1', elodie));
    expect(await desk.stores.cache.findByIdentifier(phone(elodie))).toBeUndefined();
    expect(await desk.stores.cache.getContact(ref('c1'))).toBeUndefined();
    expect(JSON.stringify(desk.engine.state)).not.toContain('Marchand');
  });

  it('a late contact is kept nowhere, and not given to who asked', async () => {
    let reply: unknown;
    await heldUntilSignedOut('get c1', () => {
      void desk.engine.send({ type: 'contact.get', contactId: ref('c1') }).then((answer) => {
        reply = answer;
      });
    });
    expect(await desk.stores.cache.getContact(ref('c1'))).toBeUndefined();
    expect(reply).toEqual({ ok: false, error: { code: 'signed-out' } });
  });

  it('what a search finds late is not given to who asked', async () => {
    let reply: unknown;
    await heldUntilSignedOut('search Marchand', () => {
      void desk.engine.send({ type: 'contact.search', crm: testCrm, query: 'Marchand' }).then((answer) => {
        reply = answer;
      });
    });
    expect(reply).toEqual({ ok: false, error: { code: 'signed-out' } });
  });
});

describe('of another sign-in', () => {
  const bens = (name: string): Contact => ({
    ...new MemoryCrm().add('1', name, phone(elodie)),
  });

  it('nothing late takes the place of what this one wrote, or takes its copies away', async () => {
    const cache = createMemoryContactCache();
    const lookups = new Lookups({ cache, now: () => 0, region: () => 'FR' });
    const former = new MemoryCrm();
    const gate = Promise.withResolvers<void>();
    former.after = () => gate.promise;
    const late = lookups.begin();
    const gone = lookups.byId(former, '1');
    lookups.reset();
    const now = lookups.begin();
    now.wrote(phone(elodie), [now.keep(bens('Of this one'))]);
    late.saved(bens('Of the former'));
    late.wrote(phone(elodie), [bens('Of the former')]);
    gate.resolve();
    await gone;
    expect((await cache.getContact('1'))?.contact.name).toBe('Of this one');
    // The index of this one's CRM lags: what was written is believed.
    const found = await lookups.byIdentifier(new MemoryCrm(), phone(elodie));
    expect(found.map(({ name }) => name)).toEqual(['Of this one']);
  });
});

describe('a write', () => {
  const create = (desk: ReturnType<typeof engineForTests>) =>
    desk.engine.send({
      type: 'contact.create',
      crm: testCrm,
      key: desk.live('1').key,
      writeId,
      contact: { name: 'Marta', kind: 'person', identifiers: [], fields: {} },
    });

  it('that was saved is not sent again, by no later worker either', async () => {
    const desk = engineForTests();
    await desk.connect();
    await desk.ring('1', elodie);
    await create(desk);
    expect(await create(desk)).toMatchObject({ ok: true });
    await desk.restart();
    expect(await create(desk)).toMatchObject({ ok: true });
    expect(desk.crm.calls.filter((call) => call === 'create')).toHaveLength(1);
    desk.end();
  });

  it('does not leave before its request would outlive the worker', async () => {
    const { stores } = engineForTests();
    const kept = Promise.withResolvers<void>();
    const { saveRest } = stores.recovery;
    stores.recovery.saveRest = async (copy) => {
      if (copy.outbox.length > 0) await kept.promise;
      await saveRest(copy);
    };
    const desk = engineForTests({ stores });
    await desk.connect();
    await desk.ring('1', elodie);
    const sent = create(desk);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(desk.crm.calls).not.toContain('create');
    kept.resolve();
    expect(await sent).toMatchObject({ ok: true });
    desk.end();
  });
});
