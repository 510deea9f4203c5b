import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import type { AnsweredInteraction } from '../../domain/interaction/live.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { LiveStore } from '../live/live-store.ts';
import { createMemoryRecoveryStore } from '../live/memory-recovery-store.ts';
import { Tickets } from './tickets.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const elodie = '+33199004217';
const samuel = '+442079460164';
const unknown = '+12125550142';
const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';

/** One wall each: every one of these fails when the named guard is taken away. */
describe('who is shown', () => {
  let desk: ReturnType<typeof engineForTests>;
  beforeEach(async () => {
    desk = engineForTests();
    desk.crm.add('c1', 'Élodie Marchand', phone(elodie));
    desk.crm.add('c4', 'Samuel Okafor', phone(samuel));
    desk.crm.add('c5', 'Grace Okafor');
    await desk.connect();
  });
  afterEach(() => desk.end());

  const key = () => desk.live('1').key;
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  /** Names shown for the first call in any state since. */
  const names = (from = 0) =>
    desk.seen
      .slice(from)
      .flatMap(({ interactions }) =>
        interactions.flatMap(({ resolution }) =>
          resolution.status === 'matched' ? [resolution.contact.name] : [],
        ),
      );
  /** Holds the answers to these calls until it is released. */
  const hold = (...calls: string[]) => {
    const gate = Promise.withResolvers<void>();
    desk.crm.after = (call) => (calls.includes(call) ? gate.promise : undefined);
    return gate.resolve;
  };

  it('nobody whom the CRM found and who does not carry the number', async () => {
    const wrong = desk.crm.contacts.get('c4') as Contact; // Added above.
    desk.crm.findByIdentifier = async () => [wrong];
    await desk.ring('1', elodie);
    await desk.resolved('1', 'unmatched');
    expect(names()).toEqual([]);
  });

  it('nobody whose saved copy does not carry the number any more', async () => {
    const wrong = desk.crm.contacts.get('c4') as Contact; // As above.
    await desk.stores.cache.putLookup(phone(elodie), [wrong], desk.clock.now);
    desk.clock.now += 10 * 60_000;
    await desk.ring('1', elodie);
    expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c1'));
    expect(names()).not.toContain('Samuel Okafor');
  });

  it('nobody who was chosen for another caller, where the number changes while they are read', async () => {
    await desk.ring('1', unknown);
    await desk.resolved('1', 'unmatched');
    const release = hold('get c5');
    const chosen = desk.engine.send({ type: 'contact.choose', key: key(), contactId: ref('c5') });
    await desk.ring('1', samuel);
    await desk.resolved('1', 'matched');
    release();
    await chosen;
    await settle();
    expect(names()).not.toContain('Grace Okafor');
  });

  it('gives the number to nobody but the contact on screen', async () => {
    await desk.ring('1', unknown);
    await desk.resolved('1', 'unmatched');
    await desk.engine.send({ type: 'contact.choose', key: key(), contactId: ref('c5') });
    const assign = {
      type: 'identifier.assign',
      key: key(),
      writeId,
      contactId: ref('c4'),
      mode: 'add',
    } as const;
    expect(await desk.engine.send(assign)).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(desk.crm.calls).not.toContain('assign');
  });

  it('whom the agent chose last, though an earlier choice is read later', async () => {
    await desk.ring('1', unknown);
    await desk.resolved('1', 'unmatched');
    const release = hold('get c4');
    const first = desk.engine.send({ type: 'contact.choose', key: key(), contactId: ref('c4') });
    await desk.engine.send({ type: 'contact.choose', key: key(), contactId: ref('c5') });
    release();
    await first;
    await settle();
    expect(await desk.resolved('1', 'matched')).toMatchObject({ contact: { id: ref('c5') } });
    expect(names()).not.toContain('Samuel Okafor');
  });

  it('nobody chosen for the agent who was signed in before', async () => {
    await desk.ring('1', unknown);
    await desk.resolved('1', 'unmatched');
    const release = hold('get c4');
    const late = desk.engine.send({ type: 'contact.choose', key: key(), contactId: ref('c4') });
    await desk.connect('another');
    release();
    expect(await late).toMatchObject({ ok: false });
    await settle();
    expect(names()).not.toContain('Samuel Okafor');
  });

  it.each([
    ['itself', 'c1'],
    ['by the id that was merged into it', 'old'],
  ])(
    'not the contact the host names %s once the agent said that it is not this person',
    async (_, contactId) => {
      desk.crm.merged.set('old', 'c1');
      await desk.ring('1', undefined, { withheld: true, contactId });
      await desk.resolved('1', 'matched');
      await desk.engine.send({ type: 'contact.reject', key: key(), contactId: ref('c1') });
      await settle();
      const before = desk.seen.length;
      await desk.engine.send({ type: 'resolve.again', key: key() });
      await settle();
      await desk.restart();
      await settle();
      expect(names(before)).toEqual([]);
      expect(desk.live('1').resolution.status).toBe('unmatched');
    },
  );

  it('not a contact that was created for the caller before', async () => {
    await desk.ring('1', unknown, { sequence: 1 });
    await desk.resolved('1', 'unmatched');
    const release = hold('create');
    const contact = { name: 'Marta', kind: 'person' as const, identifiers: [], fields: {} };
    const made = desk.engine.send({ type: 'contact.create', crm: testCrm, key: key(), writeId, contact });
    await desk.until(() => desk.crm.effects.length === 1);
    await desk.ring('1', samuel, { sequence: 2 });
    await desk.resolved('1', 'matched');
    release();
    await made;
    await settle();
    expect(names()).not.toContain('Marta');
  });

  it('the one a number is assigned to, and no other', async () => {
    await desk.ring('1', elodie);
    await desk.resolved('1', 'matched');
    const assign = { type: 'identifier.assign', key: key(), writeId, mode: 'keep' } as const;
    expect(await desk.engine.send({ ...assign, contactId: ref('c4') })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(desk.crm.effects).toEqual([]);
  });
});

describe('a ticket', () => {
  it('ends when the identifier it was for is another, though nothing else has begun', () => {
    const desk = new LiveStore(createMemoryRecoveryStore(), 0);
    const live: AnsweredInteraction = {
      key: '1',
      source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 },
      facts: { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' },
      ...{ sightings: [], rejected: [], declined: [], writes: [], drafts: {}, startedAt: 0 },
      answers: [],
      resolution: { status: 'idle' },
      mode: 'reduced',
      identifier: phone(elodie),
    };
    desk.set({ connections: [{ id: testCrm, crm: 'Test CRM', status: 'signed-out', workspace: null }] });
    desk.put(live);
    const tickets = new Tickets(desk, testCrm);
    const ticket = tickets.open('1')!;
    expect(tickets.current(ticket)).toBeDefined();
    desk.patch('1', (one) => ({ ...one, identifier: phone(samuel) }));
    expect(tickets.current(ticket)).toBeUndefined();
    tickets.set(ticket, { status: 'unmatched', at: 0, rejected: false });
    expect(desk.get('1')?.resolution.status).toBe('idle');
  });
});
