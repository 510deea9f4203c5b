import { describe, expect, it, test } from 'vitest';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { RailPlaces, roomOf } from './rail-places.ts';

/** As much of an interaction as has a place. */
function live(key: string, state = 'active'): LiveInteraction {
  return { key, facts: { state } } as unknown as LiveInteraction;
}
const all = (keys: string) => [...keys].map((key) => live(key));
const keys = (of: LiveInteraction[]) => of.map(({ key }) => key).join('');

test.each([
  [0, 3],
  [190, 2],
  [280, 3],
  [380, 3],
  [520, 4],
  [2_000, 6],
])('a rail of %i px has room for %i', (width, room) => {
  expect(roomOf(width)).toBe(room);
});

describe('places in the rail', () => {
  it('are kept when another is over: only the free one is taken', () => {
    const places = new RailPlaces();
    const first = places.take(all('abcde'), 'a', 4);
    expect([keys(first.slots), keys(first.more)]).toEqual(['abc', 'de']);
    const next = places.take(all('acde'), 'a', 4);
    expect([keys(next.slots), keys(next.more)]).toEqual(['adce', '']);
  });

  it('go to what rings before what waits longer, and the list begins with it', () => {
    const places = new RailPlaces();
    const some = [...all('abc'), live('y', 'offered'), live('x', 'offered'), live('z', 'pending')];
    places.take(all('abc'), 'a', 3);
    const { slots, more } = places.take(some, 'a', 3);
    expect([keys(slots), keys(more)]).toEqual(['ab', 'yxzc']);
    const freed = places.take(
      some.filter(({ key }) => key !== 'b'),
      'a',
      3,
    );
    expect([keys(freed.slots), keys(freed.more)]).toEqual(['ay', 'xzc']);
  });

  it('always have the one in front, and take the last for it', () => {
    const places = new RailPlaces();
    places.take(all('abcde'), 'a', 4);
    expect(keys(places.take(all('abcde'), 'e', 4).slots)).toBe('abe');
    expect(keys(places.take(all('abcde'), 'c', 4).slots)).toBe('abc');
    expect(keys(places.take(all('abcde'), 'b', 3).slots)).toBe('ab');
    expect(keys(places.take(all('abcde'), 'e', 2).slots)).toBe('e');
  });

  it('lose nobody, whatever comes and goes', () => {
    const places = new RailPlaces();
    for (const some of ['a', 'abcdefghijkl', 'bcd', 'bcdxyz', '', 'q', 'qrst'])
      for (const room of [3, 2, 6, 4]) {
        const { slots, more } = places.take(all(some), some.at(-1) ?? null, room);
        expect([...keys(slots), ...keys(more)].sort().join('')).toBe([...some].sort().join(''));
        expect(slots.length + (more.length > 0 ? 1 : 0)).toBeLessThanOrEqual(room);
      }
  });
});
