import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { ref } from '../engine-for-tests.ts';
import { hasDue } from '../live/due.ts';
import {
  allSaved,
  asked,
  away,
  back,
  create,
  desk,
  elodie,
  failing,
  isWrite,
  renewDesk,
  samuel,
  settle,
  startDesk,
  statuses,
  update,
  waits,
} from './waiting-desk-for-tests.ts';

beforeEach(startDesk);
afterEach(() => desk.end());

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
      renewDesk({ can: { keysKeptDays: 0 } });
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
