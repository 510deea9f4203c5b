import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { type ErrandNow, type Urgency, withErrand } from '../../domain/interaction/errand.ts';
import hubspot from '../hubspot/connector.ts';
import rest from '../rest/connector.ts';
import zoho from '../zoho/connector.ts';
import { createHttp } from './http.ts';
import { createTraffic } from './traffic.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const busy = 'https://busy.example.com';
const other = 'https://other.example.com';
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A connection at the pace of this connector: what was sent, and when. */
function connect({ rate }: Pick<typeof rest, 'rate'>) {
  const began = performance.now();
  const sent: { name: string; at: number }[] = [];
  const refused: string[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    const name = new URL(input instanceof Request ? input.url : input).pathname.slice(1);
    sent.push({ name, at: performance.now() - began });
    return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  };
  const http = createHttp({
    baseUrl: 'https://crm.example.com/',
    headers: {},
    traffic: createTraffic(rate),
    fetch,
  });
  const ask = (name: string, errand?: ErrandNow): void => {
    const signal = errand && withErrand(errand);
    http
      .read({ method: 'get', path: name, reply: z.object({}), search: true, signal })
      .catch(() => refused.push(name));
  };
  const of = (share: string, urgency: Urgency) => () => ({ share, urgency });
  return { ask, of, sent, refused };
}

describe.each([hubspot, rest, zoho])('a connection to $label', (connector) => {
  it('asks next for the call of a second host, though 60 ring on the first', async () => {
    const { ask, of, sent, refused } = connect(connector);
    for (let n = 0; n < 60; n += 1) ask(`busy-${n}`, of(busy, 'urgent'));
    await pass(1_001);
    const before = sent.length;
    ask('other', of(other, 'urgent'));
    await pass(1_000);
    expect(sent[before]?.name).toBe('other');
    expect(refused).not.toContain('other');
  });

  it('asks next for what an agent clicked, then for what rings, before what is only read again', async () => {
    const { ask, of, sent } = connect(connector);
    for (let n = 0; n < 60; n += 1) ask(`again-${n}`, of(busy, 'later'));
    await pass(1_001);
    const before = sent.length;
    ask('rings', of(busy, 'urgent'));
    ask('clicked');
    await pass(1_000);
    expect(sent.slice(before, before + 2).map(({ name }) => name)).toEqual(['clicked', 'rings']);
  });

  it('lets nobody wait for ever', async () => {
    const { ask, of, sent } = connect(connector);
    for (let n = 0; n < 60; n += 1) ask(`busy-${n}`, of(busy, 'urgent'));
    ask('again', of(other, 'later'));
    await pass(5_000);
    expect(sent.map(({ name }) => name)).toContain('again');
  });
});

describe('a request that waits for its turn', () => {
  const slow = { rate: { requests: 1, perMs: 1_000 } };

  it('moves up when its call comes to the front', async () => {
    const { ask, of, sent } = connect(slow);
    let urgency: Urgency = 'later';
    ask('first', of(busy, 'urgent'));
    ask('second', of(busy, 'later'));
    ask('comes-to-front', () => ({ share: busy, urgency }));
    urgency = 'urgent';
    await pass(1_000);
    expect(sent.map(({ name }) => name)).toEqual(['first', 'comes-to-front']);
  });

  it('moves up when somebody joins it who is in a hurry', async () => {
    const { ask, of, sent } = connect(slow);
    ask('first', of(busy, 'urgent'));
    ask('second', of(busy, 'later'));
    ask('joined', of(busy, 'later'));
    ask('joined');
    await pass(1_000);
    expect(sent.map(({ name }) => name)).toEqual(['first', 'joined']);
  });

  it('gives its place to the next when nobody wants it any more', async () => {
    const { ask, of, sent, refused } = connect(slow);
    let wanted = true;
    ask('first', of(busy, 'urgent'));
    ask('gone', () => (wanted ? { share: busy, urgency: 'urgent' } : undefined));
    ask('next', of(busy, 'urgent'));
    wanted = false;
    await pass(1_000);
    expect(sent.map(({ name }) => name)).toEqual(['first', 'next']);
    expect(refused).toEqual(['gone']);
  });
});
