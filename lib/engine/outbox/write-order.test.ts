import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  allSaved,
  asked,
  back,
  desk,
  failing,
  settle,
  startDesk,
  statuses,
  update,
  waits,
} from './waiting-desk-for-tests.ts';

beforeEach(startDesk);
afterEach(() => desk.end());

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
