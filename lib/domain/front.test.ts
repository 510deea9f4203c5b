import { describe, expect, it } from 'vitest';
import { frontAfterChange, frontAfterFocus } from './front.ts';
import type { InteractionState } from './host-event.ts';
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
});
