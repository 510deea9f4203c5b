import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Urgency } from '../../domain/interaction/errand.ts';
import { LookupBudget } from './lookup-budget.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const busy = 'https://busy.example.com';
const other = 'https://other.example.com';

/** Asks for places and notes who has got one. */
function start() {
  const budget = new LookupBudget(Date.now);
  const went: string[] = [];
  const ask = (
    id: string,
    {
      share = busy,
      urgency = 'later',
      requests = 1,
      wanted = () => true,
      name = id,
    }: {
      share?: string;
      urgency?: Urgency | (() => Urgency);
      requests?: number;
      wanted?: () => boolean;
      name?: string;
    } = {},
  ): void => {
    const errand = () =>
      wanted() ? { share, urgency: typeof urgency === 'string' ? urgency : urgency() } : undefined;
    void budget.take({ id, requests }, errand).then(() => went.push(name));
  };
  const fill = (count: number, options: Parameters<typeof ask>[1] = {}) => {
    for (let n = 0; n < count; n += 1) ask(`filler ${n}`, options);
  };
  return { ask, fill, went };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the budget of lookups', () => {
  it('gives 60 at once, then one a second, and so never more than 120 in a minute', async () => {
    const { fill, went } = start();
    fill(1_000);
    await pass(0);
    expect(went).toHaveLength(60);
    await pass(999);
    expect(went).toHaveLength(60);
    await pass(1);
    expect(went).toHaveLength(61);
    await pass(58_999);
    expect(went).toHaveLength(119);
    await pass(60_000);
    expect(went).toHaveLength(179);
  });

  it('counts requests: what takes two costs two', async () => {
    const { fill, went } = start();
    fill(1_000, { requests: 2 });
    await pass(59_999);
    expect(went).toHaveLength(59);
  });

  it('lets a question through some day, whatever its plan says', async () => {
    const { ask, went } = start();
    ask('first');
    ask('everything', { requests: 500 });
    await pass(1_000);
    expect(went).toEqual(['first', 'everything']);
  });

  it('is each origin’s own', async () => {
    const { ask, fill, went } = start();
    fill(100);
    ask('elsewhere', { share: other });
    await pass(0);
    expect(went).toHaveLength(61);
    expect(went.at(-1)).toBe('elsewhere');
  });

  it('gives the next place to what rings or is in front, though it came last', async () => {
    const { ask, fill, went } = start();
    fill(80);
    ask('rings', { urgency: 'urgent' });
    await pass(1_000);
    expect(went.at(-1)).toBe('rings');
  });

  it('sees that a call came to the front while it waited', async () => {
    const { ask, fill, went } = start();
    let urgency: Urgency = 'later';
    fill(80);
    ask('came to the front', { urgency: () => urgency });
    urgency = 'urgent';
    await pass(1_000);
    expect(went.at(-1)).toBe('came to the front');
  });

  it('lets nothing wait for ever behind what rings', async () => {
    const { ask, fill, went } = start();
    fill(60);
    ask('waits');
    for (let n = 0; n < 100; n += 1) ask(`rings ${n}`, { urgency: 'urgent' });
    await pass(4_000);
    expect(went.slice(60)).toContain('waits');
  });

  it('spends nothing on what is not wanted any more, and lets it go', async () => {
    const { ask, fill, went } = start();
    let wanted = true;
    fill(60);
    ask('gone', { wanted: () => wanted });
    ask('next');
    wanted = false;
    await pass(1_000);
    expect(went.slice(60)).toEqual(['gone', 'next']);
  });

  it('spends nothing on what an agent asks for, and keeps it no moment', async () => {
    const { ask, fill, went } = start();
    fill(80);
    ask('clicked', { urgency: 'asked' });
    await pass(0);
    expect(went.at(-1)).toBe('clicked');
    await pass(1_000);
    expect(went).toHaveLength(62);
  });

  it('gives one place to all who wait for the same', async () => {
    const { ask, fill, went } = start();
    fill(60);
    for (const name of ['one', 'two', 'three']) ask('the same', { name });
    ask('another');
    await pass(1_000);
    expect(went.slice(60)).toEqual(['one', 'two', 'three']);
    await pass(1_000);
    expect(went.at(-1)).toBe('another');
  });
});
