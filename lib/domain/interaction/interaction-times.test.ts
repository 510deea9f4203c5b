import { expect, test } from 'vitest';
import type { HostInteraction } from '../host/host-event.ts';
import { withTimes } from './interaction-times.ts';
import type { LiveInteraction } from './live.ts';
import type { Sighting } from './sighting.ts';

const live = (facts: Partial<HostInteraction>, sightings: Partial<Sighting>[] = []): LiveInteraction => ({
  key: 'k',
  source: { origin: 'https://desk.example.com', adapter: 'sip', tabId: 1, frameId: 0 },
  facts: { id: '1', channel: 'phone', direction: 'inbound', state: 'active', ...facts },
  // Only what the times need.
  sightings: sightings as Sighting[],
  resolution: { status: 'idle' },
  drafts: {},
  rejected: [],
  declined: [],
  mode: 'reduced',
  writes: [],
  startedAt: 1_000,
});

test('what is active is answered when the host says so, else when we heard of it', () => {
  expect(withTimes(live({}), undefined, 5_000).answeredAt).toBe(5_000);
  expect(withTimes(live({ answeredAt: '1970-01-01T00:00:02Z' }), undefined, 5_000).answeredAt).toBe(2_000);
  expect(withTimes(live({}), withTimes(live({}), undefined, 5_000), 9_000).answeredAt).toBe(5_000);
});

test('where another adapter was there when it was answered, its time counts and not when we joined', () => {
  const late = { facts: { joinedLate: true } as HostInteraction, talkingSince: 60_000 };
  const row = { facts: { state: 'active' } as HostInteraction, talkingSince: 3_000 };
  const joined = withTimes(live({ joinedLate: true }, [late]), undefined, 60_000);
  expect(joined.answeredAt).toBe(60_000);
  const both = withTimes({ ...live({}, [late, row]), answeredAt: 60_000 }, joined, 61_000);
  expect(both.answeredAt).toBe(3_000);
  expect(withTimes(live({}, [late, row]), both, 62_000).answeredAt).toBe(3_000);
});
