import { expect, test } from 'vitest';
import type { HostInteraction } from '../host/host-event.ts';
import { likenessOf, mergeSightings, type Sighting } from './sighting.ts';

const device = 'X-UUID-of-the-device-7f3a';
const party = { kind: 'phone', value: '+33612345678' } as const;
const other = { kind: 'phone', value: '+442079460000' } as const;
const minute = 60_000;

function sight(
  adapter: string,
  facts: Partial<HostInteraction>,
  more: Partial<Sighting> & { tabId?: number } = {},
): Sighting {
  const { tabId = 1, ...rest } = more;
  const talks = facts.state === 'active' || facts.state === 'held';
  return {
    source: { origin: 'https://desk.example.com', adapter, tabId, frameId: 0 },
    facts: { id: `${adapter}-1`, channel: 'phone', direction: 'inbound', state: 'offered', ...facts },
    contactIdFrom: 'header',
    rank: 20,
    since: 0,
    stateSince: rest.since ?? 0,
    ...(talks && { talkingSince: rest.since ?? 0 }),
    ...rest,
  };
}

/** Answered a minute ago; its device puts the same id in each call. */
const talking = sight(
  'sip',
  { id: 'call-id-of-one', state: 'active', correlation: ['call-id-of-one', device] },
  { identifier: party, talkingSince: 4_000 },
);

test('a device’s constant merges no call that waits with one that is answered', () => {
  const waiting = sight('gateway', { correlation: [device] }, { since: minute });
  expect(likenessOf(waiting, [talking])).toBeUndefined();
  expect(likenessOf(talking, [waiting])).toBeUndefined();
  expect(likenessOf({ ...waiting, identifier: party }, [talking])).toBeUndefined();
  expect(likenessOf({ ...waiting, identifier: other }, [talking])).toBeUndefined();
});

test('nor two calls that rang at different times, whatever became of them', () => {
  const held = sight(
    'gateway',
    { state: 'held', correlation: [device] },
    { since: minute, talkingSince: minute + 5_000, identifier: party },
  );
  expect(likenessOf(held, [talking])).toBeUndefined();
  const ringing = sight('sip', { correlation: [device] });
  expect(likenessOf(sight('gateway', { correlation: [device] }, { since: minute }), [ringing])).toBe(
    undefined,
  );
});

test('a name that several interactions carry names none of them', () => {
  const one = sight('sip', { correlation: [device] });
  const seen = sight('gateway', { state: 'active', correlation: [device] }, { since: 20_000 });
  expect(likenessOf(seen, [one])).toBe('name');
  expect(likenessOf(seen, [one], new Set([device]))).toBeUndefined();
});

test('the id of either is a name at any time, also behind the name of a rule', () => {
  const row = sight('dom', { correlation: ['call-id-of-one'] }, { since: minute });
  expect(likenessOf(row, [talking], new Set(['call-id-of-one']))).toBe('id');
  const rule = sight('json', { id: 'pack/calls:call-id-of-one' }, { since: minute });
  expect(likenessOf(rule, [talking])).toBe('id');
});

test('a page that shows a call only once it is answered sees the same call', () => {
  const row = sight('dom', { state: 'active' }, { since: minute, identifier: party });
  expect(likenessOf(row, [talking])).toBe('party');
});

test('of another party, adapter’s call, channel or direction it is never the same', () => {
  const fits = sight('dom', {}, { since: 100 });
  const call = sight('sip', {}, { identifier: party });
  expect(likenessOf(fits, [call])).toBe('moment');
  expect(likenessOf({ ...fits, identifier: other }, [call])).toBeUndefined();
  expect(likenessOf(sight('sip', { id: 'two' }), [call])).toBeUndefined();
  expect(likenessOf(sight('dom', { channel: 'chat' }), [call])).toBeUndefined();
  expect(likenessOf(sight('dom', { direction: 'outbound' }), [call])).toBeUndefined();
  expect(likenessOf(sight('dom', {}, { tabId: 2 }), [call])).toBeUndefined();
});

test('a name alone joins no two tabs; with the party it does', () => {
  const elsewhere = sight('dom', { correlation: ['call-id-of-one'] }, { tabId: 2, since: 100 });
  expect(likenessOf(elsewhere, [talking])).toBeUndefined();
  expect(likenessOf({ ...elsewhere, identifier: party }, [talking])).toBe('id');
});

test('of each field the highest-ranked that has a word on it counts', () => {
  const low = sight('dom', { displayName: 'Ann', state: 'active' }, { rank: 10 });
  const high = sight('host', { queue: 'Billing' }, { rank: 40 });
  expect(mergeSightings([low, high])).toMatchObject({
    facts: { state: 'offered', displayName: 'Ann', queue: 'Billing' },
    told: { displayName: 'dom', queue: 'host' },
  });
});

test('a direction that nobody saw fits any, and is told by whoever knows it', () => {
  const late = sight('sip', { direction: 'unknown', state: 'active' }, { identifier: party });
  const row = sight('dom', { direction: 'outbound', state: 'active' }, { rank: 10, identifier: party });
  expect(likenessOf(row, [late])).toBe('party');
  expect(likenessOf(late, [row])).toBe('party');
  expect(mergeSightings([late, row]).facts.direction).toBe('outbound');
  expect(mergeSightings([late]).facts.direction).toBe('unknown');
});

test('a call counts as joined late only where no adapter was there when it began', () => {
  const late = sight('sip', { joinedLate: true, state: 'active' });
  const row = sight('dom', { state: 'active' }, { rank: 10 });
  expect(mergeSightings([late]).facts.joinedLate).toBe(true);
  expect(mergeSightings([late, { ...row, facts: { ...row.facts, joinedLate: true } }]).facts.joinedLate).toBe(
    true,
  );
  for (const both of [
    [late, row],
    [row, late],
    [{ ...late, rank: 5 }, row],
  ])
    expect(mergeSightings(both).facts.joinedLate).toBeUndefined();
});

test('a sight that still names the former party is behind one that names the next', () => {
  const former = { clientId: party, displayName: 'Ann', contactId: '7' };
  const host = sight('host', former, { rank: 40, identifier: party });
  const sip = sight(
    'sip',
    { clientId: other, displayName: '' },
    { identifier: other, since: 0, partySince: minute, formerly: { identifier: party, at: minute } },
  );
  const merged = mergeSightings([host, sip]);
  expect(merged).toMatchObject({ lead: { rank: 40 }, told: { clientId: 'sip' } });
  expect(merged.facts).toMatchObject({ id: 'host-1', clientId: other });
  for (const gone of ['displayName', 'contactId']) expect(merged.facts).not.toHaveProperty(gone);
  // It has spoken since, or names somebody else.
  const since = { ...host, partySince: minute + 1 };
  expect(mergeSightings([since, sip]).facts).toMatchObject(former);
  const third = { kind: 'phone', value: '+13125550123' } as const;
  const elsewhere = { ...host, facts: { ...host.facts, clientId: third }, identifier: third };
  expect(mergeSightings([elsewhere, sip]).facts).toMatchObject({ clientId: third, displayName: 'Ann' });
});

test('a name that one does not know another may', () => {
  const unnamed = sight('sip', { clientId: party, displayName: '' }, { identifier: party, rank: 20 });
  const named = sight('dom', { clientId: party, displayName: 'Ann' }, { identifier: party, rank: 10 });
  expect(mergeSightings([unnamed, named])).toMatchObject({
    facts: { displayName: 'Ann' },
    told: { displayName: 'dom' },
  });
  expect(mergeSightings([unnamed]).facts.displayName).toBe('');
});
