import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmError, type CrmErrorCode } from '../../domain/crm/crm-error.ts';
import type { WriteCommand } from '../commands/commands.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { hasDue } from '../live/due.ts';

const elodie = '+33199004217';
const samuel = '+33199004201';
type Update = Extract<WriteCommand, { type: 'contact.update' }>;
let desk: ReturnType<typeof engineForTests>;

beforeEach(async () => {
  desk = engineForTests();
  desk.crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: elodie });
  desk.crm.add('c2', 'Samuel Okafor', { kind: 'phone', value: samuel });
  await desk.connect();
  await desk.ring('1', elodie);
  await desk.resolved('1', 'matched');
  await desk.ring('2', samuel);
  await desk.resolved('2', 'matched');
});
afterEach(() => desk.end());

let number = 0;
/** A click on *Save* at what is on screen. */
const update = (contactId: 'c1' | 'c2', fields: Record<string, string>): Update => {
  number += 1;
  const { key, resolution } = desk.live(contactId === 'c1' ? '1' : '2');
  const version = resolution.status === 'matched' ? resolution.contact.version : '';
  const writeId = `a3bb189e-8bf9-4c7e-9d2c-${String(number).padStart(12, '0')}`;
  return { type: 'contact.update', key, writeId, contactId: ref(contactId), version, change: { fields } };
};
const create = (key: string | null, identifiers: { kind: 'phone'; value: string }[] = []) =>
  ({
    type: 'contact.create',
    crm: testCrm,
    key,
    writeId: 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
    contact: { name: 'Marta', kind: 'person', identifiers, fields: {} },
  }) as const;
const isWrite = (call: string) => ['create', 'update', 'assign', 'undo'].includes(call);
/** Writes end so until `back`; reads are answered as ever. */
const failing = (code: CrmErrorCode, side: 'before' | 'after' = 'before') => {
  desk.crm[side] = (call) => {
    if (isWrite(call)) throw new CrmError({ code });
  };
};
/** Nothing is answered. */
const away = () => {
  desk.crm.before = () => {
    throw new CrmError({ code: 'unreachable' });
  };
};
const back = () => {
  desk.crm.before = () => undefined;
  desk.crm.after = () => undefined;
};
const statuses = () =>
  [...desk.engine.state.interactions.flatMap(({ writes }) => writes), ...desk.engine.state.writes].map(
    ({ status }) => status,
  );
const asked = () => desk.crm.calls.filter(isWrite).length;
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const allSaved = () => desk.until(() => statuses().every((status) => status === 'saved'));
const waits = { ok: true, waiting: true };

describe('a write that the CRM does not answer', () => {
  it.each(['unreachable', 'timeout', 'server-error', 'rate-limited'] as const)(
    'waits after %s, and is sent when it is due, under its key',
    async (code) => {
      failing(code, 'after');
      const click = update('c1', { city: 'Lyon' });
      expect(await desk.engine.send(click)).toEqual(waits);
      const [write] = desk.live('1').writes;
      expect(write).toMatchObject({
        status: 'waiting',
        error: { code },
        contactId: ref('c1'),
        change: click.change,
      });
      expect(write!.retryAt).toBeGreaterThan(desk.clock.now);
      back();
      await desk.engine.tick();
      await settle();
      expect(asked()).toBe(1);
      desk.clock.now = write!.retryAt!;
      await desk.engine.tick();
      await allSaved();
      expect(desk.crm.effects).toEqual(['update']);
      expect(desk.live('1').writes).toEqual([expect.not.objectContaining({ change: expect.anything() })]);
    },
  );

  it('waits as long as the CRM asks for, also when it has answered something else meanwhile', async () => {
    desk.crm.before = (call) => {
      if (call === 'update') throw new CrmError({ code: 'rate-limited', retryAfterMs: 60_000 });
    };
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    expect(desk.live('1').writes[0]!.retryAt).toBe(desk.clock.now + 60_000);
    back();
    await desk.engine.online();
    expect(asked()).toBe(1);
  });

  it.each(['not-allowed', 'invalid', 'bad-reply', 'conflict'] as const)(
    'is not saved after %s',
    async (code) => {
      failing(code);
      expect(await desk.engine.send(update('c1', { city: 'Lyon' }))).toMatchObject({
        ok: false,
        error: { code },
      });
      back();
      await desk.engine.online();
      expect(statuses()).toEqual(['not-saved']);
      expect(asked()).toBe(1);
    },
  );

  it('waits longer each time', async () => {
    failing('server-error');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    for (let time = 0; time < 8; time += 1) {
      desk.clock.now = desk.live('1').writes[0]!.retryAt!;
      await desk.engine.tick();
      await desk.until(() => statuses()[0] === 'waiting' && desk.live('1').writes[0]!.at === desk.clock.now);
    }
    expect(desk.live('1').writes[0]!.retryAt! - desk.clock.now).toBeGreaterThanOrEqual(15_000);
  });

  it('holds its interaction, and is due for the alarm', async () => {
    failing('unreachable');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    await desk.ring('1', elodie, { state: 'finished', endReason: 'missed' });
    expect(desk.live('1').writes).toMatchObject([{ status: 'waiting' }]);
    expect(hasDue(desk.engine.state)).toBe(true);
  });

  it('is given up by its agent, also while it is being sent', async () => {
    failing('unreachable');
    const click = update('c1', { city: 'Lyon' });
    await desk.engine.send(click);
    const answer = Promise.withResolvers<void>();
    desk.crm.before = (call) => (call === 'update' ? answer.promise : undefined);
    void desk.engine.online();
    await desk.until(() => asked() === 2);
    await desk.engine.send({ type: 'write.discard', key: click.key, writeId: click.writeId });
    expect(statuses()).toEqual(['saving']);
    answer.reject(new CrmError({ code: 'unreachable' }));
    await desk.until(() => statuses().length === 0);
  });
});

describe('what waits is sent by itself', () => {
  beforeEach(async () => {
    away();
    expect(await desk.engine.send(update('c1', { city: 'Lyon' }))).toEqual(waits);
    expect(desk.connection()).toHaveProperty('away');
    back();
  });

  it.each<[string, () => unknown]>([
    [
      'once the CRM has answered something',
      () => desk.engine.send({ type: 'contact.get', contactId: ref('c2') }),
    ],
    ['on coming online', () => desk.engine.online()],
    [
      'with the next word of a host, once it is due',
      () => {
        desk.clock.now += 30_000;
        return desk.ring('2', samuel, { state: 'active' });
      },
    ],
    [
      'by the alarm, once it is due',
      () => {
        desk.clock.now += 30_000;
        return desk.engine.tick();
      },
    ],
    ['when the same person signs in again', () => desk.signOut().then(() => desk.connect())],
    ['by the next worker', () => desk.restart()],
    [
      '*Send now*',
      () => {
        const { key, writes } = desk.live('1');
        return desk.engine.send({ type: 'write.retry', key, writeId: writes[0]!.id });
      },
    ],
  ])('%s', async (_, event) => {
    await event();
    await desk.until(() => desk.crm.effects.length === 1);
    expect(desk.crm.contacts.get('c1')?.fields).toEqual({ city: 'Lyon' });
  });

  it('and by nobody else’s hand', async () => {
    await desk.connect('another');
    await desk.engine.online();
    expect(asked()).toBe(1);
  });

  it('goes on waiting where the sign-in has run out, for the same person', async () => {
    failing('signed-out');
    await desk.engine.online();
    await desk.until(() => desk.connection()?.status === 'signed-out');
    back();
    await desk.connect();
    await desk.until(() => desk.crm.effects.length === 1);
  });
});

describe('a CRM that is away', () => {
  it('is asked by one write at a time, and rests between', async () => {
    away();
    const clicks = [update('c1', { city: 'Lyon' }), update('c2', { city: 'Paris' })];
    for (const click of clicks) expect(await desk.engine.send(click)).toEqual(waits);
    const before = asked();
    const release = Promise.withResolvers<void>();
    desk.crm.before = async (call) => {
      if (!isWrite(call)) return;
      await release.promise;
      throw new CrmError({ code: 'unreachable' });
    };
    const runs = [desk.engine.online(), desk.engine.online()];
    await settle();
    expect(asked()).toBe(before + 1);
    expect(await desk.engine.send(create(null))).toEqual(waits);
    expect(asked()).toBe(before + 1);
    release.resolve();
    await Promise.all(runs);
    expect(asked()).toBe(before + 1);
    await desk.engine.tick();
    await settle();
    expect(asked()).toBe(before + 1);
    back();
    desk.clock.now += 60_000;
    await desk.engine.tick();
    await allSaved();
  });

  it('holds up nobody’s writes because of one that it never takes', async () => {
    const update1 = desk.crm.updateContact.bind(desk.crm);
    desk.crm.updateContact = async (id, ...rest) => {
      if (id === 'c1') throw new CrmError({ code: 'server-error' });
      return update1(id, ...rest);
    };
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    const reply = await desk.engine.send(update('c2', { city: 'Paris' }));
    expect(reply).toMatchObject({ ok: true });
    expect(desk.crm.contacts.get('c2')?.fields).toEqual({ city: 'Paris' });
    await desk.until(() => desk.live('1').writes[0]?.status === 'waiting');
  });

  it('gets what waits for different contacts side by side once it is back', async () => {
    away();
    for (const click of [update('c1', { city: 'Lyon' }), update('c2', { city: 'Paris' })])
      await desk.engine.send(click);
    back();
    const release = Promise.withResolvers<void>();
    desk.crm.before = (call) => (call === 'update' ? release.promise : undefined);
    const before = asked();
    await desk.engine.send({ type: 'contact.get', contactId: ref('c2') });
    await desk.until(() => asked() === before + 2);
    release.resolve();
    await allSaved();
  });
});

describe('the writes of one contact', () => {
  const order: string[] = [];
  beforeEach(() => {
    order.length = 0;
    const sent = desk.crm.updateContact.bind(desk.crm);
    desk.crm.updateContact = async (id, change, ...rest) => {
      const done = await sent(id, change, ...rest);
      order.push(Object.keys(change.fields ?? {}).join());
      return done;
    };
  });

  it('are sent in the order of the clicks', async () => {
    failing('timeout');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    back();
    expect(await desk.engine.send(update('c1', { plan: 'Comfort' }))).toEqual(waits);
    expect(order).toEqual([]);
    await desk.engine.online();
    await allSaved();
    expect(order).toEqual(['city', 'plan']);
  });

  it('wait for the one that is on its way, and are answered when they are saved themselves', async () => {
    const release = Promise.withResolvers<void>();
    desk.crm.before = (call) => (call === 'update' ? release.promise : undefined);
    const first = desk.engine.send(update('c1', { city: 'Lyon' }));
    await desk.until(() => asked() === 1);
    const second = desk.engine.send(update('c1', { plan: 'Comfort' }));
    await settle();
    expect(asked()).toBe(1);
    release.resolve();
    expect(await first).toMatchObject({ ok: true, contact: { fields: { city: 'Lyon' } } });
    expect(await second).toMatchObject({ ok: true, contact: { fields: { plan: 'Comfort' } } });
  });

  it('do not wait for one that was refused', async () => {
    failing('not-allowed');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    back();
    expect(await desk.engine.send(update('c1', { plan: 'Comfort' }))).toMatchObject({
      ok: true,
      contact: {},
    });
    expect(statuses()).toEqual(['not-saved', 'saved'].toReversed());
  });

  it('*Send now* of a later one sends the earlier one first', async () => {
    failing('unreachable');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    const later = update('c1', { plan: 'Comfort' });
    await desk.engine.send(later);
    back();
    await desk.engine.send({ type: 'write.retry', key: later.key, writeId: later.writeId });
    await allSaved();
    expect(order).toEqual(['city', 'plan']);
  });

  it('are for the version that our own one has made', async () => {
    failing('timeout', 'after');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    const clicks = [update('c1', { plan: 'Comfort' }), update('c1', { city: 'Nice' })];
    for (const click of clicks) await desk.engine.send(click);
    expect(clicks.map(({ version }) => version)).toEqual(['1', '1']);
    back();
    await desk.engine.online();
    await allSaved();
    expect(desk.crm.contacts.get('c1')).toMatchObject({
      version: '4',
      fields: { city: 'Nice', plan: 'Comfort' },
    });
  });

  it('are refused where somebody else has changed between what they set', async () => {
    // A CRM without keys looks whether it took effect, and answers the contact as it is now.
    const first = update('c1', { city: 'Lyon' });
    failing('timeout');
    await desk.engine.send(first);
    await desk.engine.send(update('c1', { plan: 'Comfort' }));
    await desk.engine.send(update('c1', { note: 'VIP' }));
    back();
    const sent = desk.crm.updateContact.bind(desk.crm);
    desk.crm.updateContact = async (id, change, ...rest) => {
      const now = await sent(id, change, ...rest);
      if (!change.fields?.city) return now;
      const theirs = { ...now, version: '9', fields: { ...now.fields, plan: 'Basic' } };
      desk.crm.contacts.set('c1', theirs);
      return structuredClone(theirs);
    };
    await desk.engine.online();
    await desk.until(() => statuses().every((status) => status !== 'waiting' && status !== 'saving'));
    expect(desk.crm.contacts.get('c1')?.fields).toEqual({ city: 'Lyon', plan: 'Basic', note: 'VIP' });
    expect(desk.live('1').writes).toMatchObject([
      { status: 'saved' },
      { status: 'saved' },
      { status: 'not-saved', error: { code: 'conflict', stale: true } },
    ]);
  });

  it('take the place of an earlier word of the same that waits and was never sent', async () => {
    failing('unreachable');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    await desk.engine.send(update('c1', { plan: 'Basic' }));
    await desk.engine.send(update('c1', { plan: 'Comfort' }));
    expect(desk.live('1').writes.map(({ change }) => change?.fields)).toEqual([
      { city: 'Lyon' },
      { plan: 'Comfort' },
    ]);
    back();
    await desk.engine.online();
    await allSaved();
    expect(desk.crm.effects).toHaveLength(2);
  });

  it('never take the place of one that may have been done', async () => {
    failing('timeout', 'after');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    await desk.engine.send(update('c1', { city: 'Nice' }));
    expect(statuses()).toEqual(['waiting', 'waiting']);
    back();
    await desk.engine.online();
    await allSaved();
    expect(desk.crm.contacts.get('c1')?.fields).toEqual({ city: 'Nice' });
  });

  it('keep a later word that was refused when an earlier one is sent after it', async () => {
    failing('timeout');
    await desk.engine.send(update('c1', { city: 'Lyon' }));
    const later = update('c1', { city: 'Nice' });
    await desk.engine.send(later);
    back();
    desk.crm.contacts.set('c1', { ...desk.crm.contacts.get('c1')!, version: '7', fields: { city: 'Rome' } });
    await desk.engine.online();
    await desk.until(() => statuses().every((status) => status === 'not-saved'));
    // The later one settles the earlier, whichever was refused first.
    expect(desk.live('1').writes.map(({ id }) => id)).toEqual([later.writeId]);
  });
});

describe('a new contact', () => {
  it('is made before what follows in its interaction', async () => {
    await desk.ring('3', '+33199004299');
    await desk.resolved('3', 'unmatched');
    const { key } = desk.live('3');
    failing('unreachable');
    await desk.engine.send(create(key));
    back();
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
    failing('unreachable');
    const assign = { type: 'identifier.assign', key, contactId: ref('c1'), mode: 'add' } as const;
    expect(await desk.engine.send({ ...assign, writeId: 'c3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77' })).toEqual(
      waits,
    );
    // What was read of the contact had the new one tried again.
    await desk.until(() => desk.live('3').writes.every(({ status }) => status === 'waiting'));
    back();
    await desk.engine.online();
    await desk.until(() => desk.crm.effects.length === 2);
    expect(desk.crm.effects).toEqual(['create', 'assign']);
  });

  it('is not shown for another caller who is there when it is made', async () => {
    await desk.ring('3', '+33199004299');
    await desk.resolved('3', 'unmatched');
    failing('unreachable');
    await desk.engine.send(create(desk.live('3').key));
    await desk.ring('3', '+33199004298');
    await desk.resolved('3', 'unmatched');
    back();
    await desk.engine.online();
    await desk.until(() => desk.crm.effects.length === 1);
    await settle();
    expect(desk.live('3').resolution.status).toBe('unmatched');
  });

  describe('in a CRM that knows no keys', () => {
    beforeEach(async () => {
      desk.end();
      desk = engineForTests({ can: { keysKeptDays: 0 } });
      await desk.connect();
    });

    it('is only offered where it may have been made and has nothing to be found by', async () => {
      failing('timeout');
      expect(await desk.engine.send(create(null))).toMatchObject({ ok: false, error: { code: 'timeout' } });
      expect(desk.engine.state.writes).toMatchObject([{ status: 'not-saved', unknown: true }]);
      back();
      await desk.engine.online();
      expect(asked()).toBe(1);
      expect(
        await desk.engine.send({ type: 'write.retry', key: null, writeId: create(null).writeId }),
      ).toMatchObject({
        ok: true,
      });
    });

    it('is only offered where a killed worker may have made it', async () => {
      desk.crm.before = (call) => (call === 'create' ? new Promise(() => undefined) : undefined);
      void desk.engine.send(create(null));
      await desk.until(() => asked() === 1);
      back();
      await desk.restart();
      desk.clock.now += 120_000;
      await desk.engine.tick();
      await desk.until(({ writes }) => writes[0]?.status === 'not-saved');
      expect(desk.engine.state.writes).toMatchObject([{ unknown: true }]);
      expect(asked()).toBe(1);
    });

    it('is sent again where it can be found, once an index that lags has it', async () => {
      failing('timeout');
      expect(await desk.engine.send(create(null, [{ kind: 'phone', value: '+33199004299' }]))).toEqual(waits);
      back();
      desk.clock.now += 40_000;
      await desk.engine.online();
      expect(asked()).toBe(1);
      desk.clock.now += 30_000;
      await desk.engine.tick();
      await desk.until(() => desk.crm.effects.length === 1);
    });
  });

  it('is only offered where the CRM has forgotten the key', async () => {
    failing('timeout');
    await desk.engine.send(create(null));
    back();
    desk.clock.now += 29 * 24 * 3_600_000;
    await desk.engine.tick();
    await desk.until(({ writes }) => writes[0]?.status === 'not-saved');
    expect(asked()).toBe(1);
  });
});

describe('an assignment that waits', () => {
  it('gives the number that its caller had, though the call has gone', async () => {
    await desk.ring('3', '+33199004299', { state: 'active' });
    await desk.resolved('3', 'unmatched');
    const { key } = desk.live('3');
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
    failing('unreachable');
    const writeId = 'c3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
    await desk.engine.send({ type: 'identifier.assign', key, writeId, contactId: ref('c1'), mode: 'add' });
    await desk.connect('another');
    await desk.ring('3', '+33199004299', { state: 'closed' });
    back();
    await desk.connect();
    await desk.until(() => desk.crm.effects.length === 1);
    expect(desk.crm.contacts.get('c1')?.identifiers.map(({ value }) => value)).toContain('+33199004299');
  });

  it('is not sent once the agent has said that it is not this person', async () => {
    await desk.ring('3', '+33199004299', { state: 'active' });
    await desk.resolved('3', 'unmatched');
    const { key } = desk.live('3');
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
    failing('unreachable');
    const writeId = 'c3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
    await desk.engine.send({ type: 'identifier.assign', key, writeId, contactId: ref('c1'), mode: 'add' });
    await desk.engine.send({ type: 'contact.reject', key, contactId: ref('c1') });
    back();
    await desk.engine.online();
    await desk.until(() => statuses()[0] === 'not-saved');
    expect(desk.crm.effects).toEqual([]);
  });
});

describe('the same click', () => {
  it('twice at once is asked of the CRM once', async () => {
    const release = Promise.withResolvers<void>();
    desk.crm.before = (call) => (call === 'update' ? release.promise : undefined);
    const click = update('c1', { city: 'Lyon' });
    const both = [desk.engine.send(click), desk.engine.send(click)];
    await desk.until(() => asked() === 1);
    await settle();
    expect(asked()).toBe(1);
    release.resolve();
    for (const reply of await Promise.all(both))
      expect(reply).toMatchObject({ ok: true, contact: { version: '2' } });
    expect(asked()).toBe(1);
  });
});
