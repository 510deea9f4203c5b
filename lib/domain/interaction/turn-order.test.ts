import { describe, expect, it } from 'vitest';
import type { Urgency } from './errand.ts';
import { createTurnOrder } from './turn-order.ts';

const one = (name: string, share: string, urgency: Urgency) => ({ name, errand: { share, urgency } });
const many = (count: number, share: string, urgency: Urgency) =>
  Array.from({ length: count }, (_, n) => one(`${share}${n}`, share, urgency));
const names = (line: { name: string }[]) => line.map(({ name }) => name);

describe('the order of turns', () => {
  it('is an agent’s own clicks, what rings or is in front, and the rest', () => {
    const line = [one('later', 'a', 'later'), one('urgent', 'a', 'urgent'), one('asked', '', 'asked')];
    expect(names(createTurnOrder().of(line))).toEqual(['asked', 'urgent', 'later']);
  });

  it('goes round among the shares, each in the order in which it came', () => {
    const line = [...many(3, 'a', 'urgent'), ...many(2, 'b', 'urgent')];
    expect(names(createTurnOrder().of(line))).toEqual(['a0', 'b0', 'a1', 'b1', 'a2']);
  });

  it('begins with the share whose last turn is the longest ago', () => {
    const order = createTurnOrder();
    const line = [...many(2, 'a', 'urgent'), ...many(1, 'b', 'urgent')];
    order.gave({ share: 'b', urgency: 'urgent' });
    order.gave({ share: 'a', urgency: 'urgent' });
    expect(names(order.of(line))).toEqual(['b0', 'a0', 'a1']);
  });

  it('gives the rest one of four turns, counted over all times it is asked', () => {
    const order = createTurnOrder();
    let line = [...many(20, 'a', 'urgent'), ...many(5, 'b', 'later')];
    const went: string[] = [];
    while (line.length > 0 && went.length < 12) {
      const next = order.of(line)[0]!;
      order.gave(next.errand);
      went.push(next.errand.urgency);
      line = line.filter((other) => other !== next);
    }
    const four = ['urgent', 'urgent', 'urgent', 'later'];
    expect(went).toEqual([...four, ...four, ...four]);
  });
});
