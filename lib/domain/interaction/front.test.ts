import { describe, expect, it } from 'vitest';
import type { InteractionState } from '../host/host-event.ts';
import { frontAfterChange, frontAfterFocus } from './front.ts';
import type { LiveInteraction } from './live.ts';

function live(key: string, state: InteractionState): LiveInteraction {
  return {
    key,
    source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 },
    facts: { id: key, channel: 'phone', direction: 'inbound', state },
    resolution: { status: 'idle' },
    drafts: {},
    rejected: [],
    declined: [],
    sightings: [],
    mode: 'reduced',
    writes: [],
    startedAt: 0,
  };
}

describe('who is in front', () => {
  it.each([
    ['offered', 'none', 'new'],
    ['pending', 'none', 'new'],
    ['offered', 'active', 'old'],
    ['offered', 'held', 'old'],
    ['offered', 'offered', 'old'],
    ['offered', 'finished', 'new'],
    ['pending', 'finished', 'old'],
    ['active', 'held', 'new'],
    ['active', 'offered', 'new'],
    ['active', 'active', 'old'],
  ] as const)('a new one that is %s, over one that is %s: the %s one', (state, front, expected) => {
    const changed = live('new', state);
    const before = front === 'none' ? [] : [live('old', front)];
    const input = {
      interactions: [...before, changed],
      front: before[0]?.key ?? null,
      pinned: null,
      typing: false,
    };
    expect(frontAfterChange(input, changed)).toBe(expected);
  });

  it('stays with whom the agent pinned or types for', () => {
    const interactions = [live('old', 'finished'), live('new', 'active')];
    const [, changed] = interactions;
    const input = { interactions, front: 'old', pinned: null, typing: false };
    expect(frontAfterChange({ ...input, pinned: 'old' }, changed!)).toBe('old');
    expect(frontAfterChange({ ...input, typing: true }, changed!)).toBe('old');
    expect(frontAfterFocus({ ...input, pinned: 'old' }, 'new')).toBe('old');
  });

  it('follows the focus of the host to one that is there', () => {
    const input = {
      interactions: [live('a', 'active'), live('b', 'offered')],
      front: 'a',
      pinned: null,
      typing: false,
    };
    expect(frontAfterFocus(input, 'b')).toBe('b');
    expect(frontAfterFocus(input, 'gone')).toBe('a');
  });

  const gone = (key: string, state: InteractionState) => ({ ...live(key, state), hostGoneUntil: 60_000 });
  const front = { front: 'old', pinned: null, typing: false };

  it.each([
    ['offered', 'active', 'new'],
    ['active', 'active', 'new'],
    ['held', 'active', 'new'],
    ['active', 'held', 'new'],
    ['offered', 'offered', 'new'],
    ['pending', 'active', 'old'],
    ['finished', 'active', 'old'],
  ] as const)(
    'one that is %s stands before one whose page is gone and that was %s: the %s one',
    (state, before, expected) => {
      const [lost, changed] = [gone('old', before), live('new', state)];
      const input = { ...front, interactions: [lost, changed] };
      expect(frontAfterChange(input, changed)).toBe(expected);
      // The same where it was there before, and the page goes now.
      expect(frontAfterChange(input, lost)).toBe(expected);
    },
  );

  it('does not hold one whose page is gone by a pin, and by typing only while keys are pressed', () => {
    const interactions = [gone('old', 'active'), live('new', 'offered')];
    const [, changed] = interactions;
    const input = { ...front, interactions };
    expect(frontAfterChange({ ...input, pinned: 'old' }, changed!)).toBe('new');
    expect(frontAfterFocus({ ...input, pinned: 'old' }, 'new')).toBe('new');
    expect(frontAfterChange({ ...input, typing: true }, changed!)).toBe('old');
  });

  it('does not bring one forward whose page is gone', () => {
    const lost = gone('new', 'active');
    expect(frontAfterFocus({ ...front, interactions: [live('old', 'offered'), lost] }, 'new')).toBe('old');
    expect(frontAfterChange({ ...front, interactions: [live('old', 'offered'), lost] }, lost)).toBe('old');
  });

  it('of two that are spoken to goes by the one just answered, but not from a call to a chat', () => {
    const [call, next] = [live('old', 'active'), live('new', 'active')];
    const chat = { ...next, facts: { ...next.facts, channel: 'chat' as const } };
    const answered = { answered: true };
    const input = { ...front, interactions: [call, next] };
    expect(frontAfterChange(input, next, answered)).toBe('new');
    expect(frontAfterChange({ ...input, pinned: 'old' }, next, answered)).toBe('old');
    expect(frontAfterChange({ ...input, typing: true }, next, answered)).toBe('old');
    expect(frontAfterChange({ ...front, interactions: [call, chat] }, chat, answered)).toBe('old');
    const other = { ...chat, key: 'old' };
    expect(frontAfterChange({ ...front, interactions: [other, chat] }, chat, answered)).toBe('new');
  });
});
