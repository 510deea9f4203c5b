import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HostInteraction, states } from '../host/host-event.ts';
import { applyHostInteraction } from './apply-host-interaction.ts';
import type { LiveInteraction } from './live.ts';

const now = Date.parse('2026-11-20T15:00:00Z');
const facts = (more: Partial<HostInteraction>): HostInteraction => ({
  id: '1',
  channel: 'phone',
  direction: 'inbound',
  state: 'offered',
  ...more,
});
const known = (more: Partial<HostInteraction>): LiveInteraction => ({
  key: 'k',
  source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 },
  facts: facts(more),
  resolution: { status: 'idle' },
  drafts: {},
  rejected: [],
  declined: [],
  sightings: [],
  mode: 'reduced',
  writes: [],
  startedAt: now,
});
const clientId = { kind: 'phone' as const, value: '+33199004217' };

describe('what a host event means', () => {
  it('begins with the first live word, and not with an end', () => {
    expect(applyHostInteraction(undefined, undefined, facts({}), now).kind).toBe('new');
    expect(applyHostInteraction(undefined, undefined, facts({ state: 'active' }), now).kind).toBe('new');
    expect(applyHostInteraction(undefined, undefined, facts({ state: 'finished' }), now)).toEqual({
      kind: 'drop',
      reason: 'never-live',
    });
  });

  it('drops what the sequence says is older', () => {
    const outcome = applyHostInteraction(
      known({ state: 'active', sequence: 5 }),
      undefined,
      facts({ sequence: 4 }),
      now,
    );
    expect(outcome).toEqual({ kind: 'drop', reason: 'older' });
  });

  it('never goes back to ringing, but takes an identifier that comes late', () => {
    const outcome = applyHostInteraction(known({ state: 'active' }), undefined, facts({ clientId }), now);
    expect(outcome).toMatchObject({ kind: 'update', facts: { state: 'active', clientId } });
  });

  it('believes no later word that it was not there, or does not know who called', () => {
    const again = facts({ state: 'active', direction: 'unknown', joinedLate: true });
    const update = (before: LiveInteraction) => {
      const outcome = applyHostInteraction(before, undefined, again, now);
      return outcome.kind === 'update' && outcome.facts;
    };
    expect(update(known({ state: 'active' }))).toEqual(facts({ state: 'active' }));
    const ringing = facts({ state: 'offered', joinedLate: true });
    expect(applyHostInteraction(known({ state: 'held' }), undefined, ringing, now)).toEqual({
      kind: 'update',
      facts: facts({ state: 'held' }),
    });
    const late = { direction: 'unknown', joinedLate: true } as const;
    expect(update(known({ state: 'active', ...late }))).toEqual(facts({ state: 'active', ...late }));
    expect(
      applyHostInteraction(known({ state: 'held', ...late }), undefined, facts({ state: 'active' }), now),
    ).toMatchObject({ facts: { direction: 'inbound', joinedLate: true } });
  });

  it('remembers the party that vanishes from the host on answer', () => {
    const outcome = applyHostInteraction(
      known({ clientId, displayName: 'Élodie' }),
      undefined,
      facts({ state: 'active' }),
      now,
    );
    expect(outcome).toMatchObject({ facts: { clientId, displayName: 'Élodie', state: 'active' } });
  });

  it('forgets the party that turns out to be withheld', () => {
    const outcome = applyHostInteraction(known({ clientId }), undefined, facts({ withheld: true }), now);
    expect(outcome.kind === 'update' && outcome.facts.clientId).toBeUndefined();
  });

  it('leaves nothing of a party in whose place another one is', () => {
    const before = {
      ...known({ clientId, displayName: 'Élodie', contactId: '7', state: 'active' }),
      isOther: true,
    };
    const other = { kind: 'phone', value: '+442079460164' } as const;
    const next = facts({ clientId: other, state: 'active' });
    expect(applyHostInteraction(before, undefined, next, now)).toEqual({ kind: 'update', facts: next });
    // A late word on another party gives this one neither its name nor its ContactID.
    const bare = { ...known({ clientId, state: 'active' }), isOther: true };
    const late = facts({ clientId: other, displayName: 'Zoe', contactId: '8', state: 'offered' });
    expect(applyHostInteraction(bare, undefined, late, now)).toEqual({
      kind: 'update',
      facts: facts({ clientId, state: 'active' }),
    });
  });

  it('tells an echo of an ended call from a new one under the same id', () => {
    const ended = { base: 'k', at: now - 5_000 };
    const echo = { kind: 'drop', reason: 'echo' };
    expect(applyHostInteraction(undefined, ended, facts({}), now)).toEqual(echo);
    expect(applyHostInteraction(undefined, ended, facts({ state: 'finished' }), now)).toEqual(echo);
    expect(applyHostInteraction(undefined, { ...ended, at: now - 60_000 }, facts({}), now).kind).toBe('new');
    const started = { ...ended, startedAt: '2026-11-20T14:50:00Z' };
    expect(
      applyHostInteraction(undefined, started, facts({ startedAt: '2026-11-20T14:50:00.000Z' }), now).kind,
    ).toBe('drop');
    expect(
      applyHostInteraction(undefined, started, facts({ startedAt: '2026-11-20T14:59:00Z' }), now).kind,
    ).toBe('new');
    expect(applyHostInteraction(undefined, { ...ended, sequence: 7 }, facts({ sequence: 8 }), now).kind).toBe(
      'new',
    );
  });

  it('takes up a call again whose page was only gone', () => {
    const gone = { base: 'k', at: now - 5_000, hostGone: true };
    expect(applyHostInteraction(undefined, gone, facts({ state: 'active' }), now).kind).toBe('new');
    const still = known({ state: 'finished', endReason: 'host-gone' });
    expect(applyHostInteraction(still, undefined, facts({ state: 'active' }), now)).toMatchObject({
      kind: 'update',
      facts: { state: 'active' },
    });
  });

  it('ends the same way in whatever order numbered events arrive', () => {
    const event = fc.record({
      state: fc.constantFrom(...states),
      number: fc.constantFrom('+33199004201', '+33199004202'),
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (events, order) => {
          const numbered = events.map(({ state, number }, sequence) =>
            facts({ state, sequence, clientId: { kind: 'phone', value: number } }),
          );
          const live = numbered.findLastIndex(({ state }) => state !== 'finished' && state !== 'closed');
          const last = numbered.at(-1);
          if (live !== numbered.length - 1 || !last) return;
          const shuffled = numbered
            .map((one) => ({ one, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
          let held: LiveInteraction | undefined;
          for (const one of shuffled) {
            const outcome = applyHostInteraction(held, undefined, one, now);
            if (outcome.kind !== 'drop') held = { ...(held ?? known({})), facts: outcome.facts };
          }
          expect(held?.facts).toMatchObject({
            state: last.state,
            clientId: last.clientId,
            sequence: last.sequence,
          });
        },
      ),
    );
  });
});
