import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostCommand, HostOutcome } from '../../../domain/host/host-command.ts';
import { createPortPair } from '../../messages/fake-port-for-tests.ts';
import { createTokenBucket } from '../../messages/token-bucket.ts';
import { createHostAsks } from './ask-hosts.ts';
import { type HostPage, newHostPage } from './host-page.ts';

const place = { tabId: 7, frameId: 0, origin: 'https://desk.example.com' };
const to = { ...place, adapter: 'host-protocol' };
const hold: HostCommand = { name: 'hold', interactionId: 'call-1' };

/** A page that was served and has said what it can. */
function newPage(instance = 'first', commands = ['hold']): HostPage {
  const pace = createTokenBucket({ burst: 1, perSecond: 1 });
  const page = newHostPage(createPortPair()[0], { kind: 'host', windowId: 1, ...place }, pace);
  page.opened = { instance, late: false };
  page.commands.set(to.adapter, commands);
  return page;
}

function start() {
  const sent: { page: HostPage; number: number; command: HostCommand }[] = [];
  const now: { page?: HostPage | undefined } = { page: newPage() };
  const asks = createHostAsks({
    pageAt: (tabId, frameId) => (tabId === 7 && frameId === 0 ? now.page : undefined),
    post: (page, { number, command }) => sent.push({ page, number, command }),
  });
  /** What each ask came to. */
  const outcomes: HostOutcome[] = [];
  const ask = (command = hold, source = to) =>
    void asks.ask(source, command).then((one) => outcomes.push(one));
  return { asks, ask, sent, outcomes, now, page: now.page! };
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const unknown = { outcome: 'unknown' };
const notAsked = (because: string) => ({ outcome: 'not-asked', because });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what a host is asked', () => {
  it('is sent once under a number of its own, and what the adapter says is the outcome, once', async () => {
    const { asks, ask, sent, outcomes, page } = start();
    ask();
    ask({ name: 'hold', data: { queue: 'sales' } });
    await settle();
    expect(sent.map(({ number, command }) => [number, command.data?.queue])).toEqual([
      [1, undefined],
      [2, 'sales'],
    ]);
    asks.taken(page, 2);
    expect(asks.answered(page, 2, { outcome: 'refused', code: 'no-such-queue' })).toBe(true);
    expect(asks.answered(page, 2, { outcome: 'done' })).toBe(true);
    asks.answered(page, 1, { outcome: 'done' });
    await settle(60_000);
    expect(outcomes).toEqual([{ outcome: 'refused', code: 'no-such-queue' }, { outcome: 'done' }]);
    expect(sent).toHaveLength(2);
  });

  it('is not sent where nobody said that it can be done, or the page is not the one that was meant', async () => {
    const { ask, sent, outcomes, now } = start();
    ask({ name: 'mute' });
    ask(hold, { ...to, adapter: 'sip-websocket' });
    ask(hold, { ...to, origin: 'https://other.example.com' });
    ask(hold, { ...to, frameId: 3 });
    ask({ name: 'hold', data: { note: 'x'.repeat(513) } });
    const much = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, 'x'.repeat(500)]));
    ask({ name: 'hold', data: much });
    now.page = undefined;
    ask();
    await settle();
    expect(outcomes).toEqual([
      ...['not-declared', 'not-declared', 'no-page', 'no-page'].map(notAsked),
      ...['not-valid', 'not-valid', 'no-page'].map(notAsked),
    ]);
    expect(sent).toEqual([]);
  });

  it('is no more than sixteen things of one page at a time', async () => {
    const { asks, ask, sent, outcomes, page } = start();
    for (let n = 0; n < 17; n += 1) ask();
    await settle();
    expect(outcomes).toEqual([notAsked('too-many')]);
    asks.answered(page, 1, { outcome: 'done' });
    ask();
    await settle();
    expect(sent.at(-1)?.number).toBe(17);
  });

  it('is unknown after 3 s where the page has not taken it, and after 10 s where its host does not answer', async () => {
    const { asks, ask, outcomes, page } = start();
    ask();
    ask();
    await settle();
    asks.taken(page, 1);
    await settle(2_999);
    expect(outcomes).toEqual([]);
    await settle(1);
    expect(outcomes).toEqual([unknown]);
    await settle(6_999);
    expect(outcomes).toHaveLength(1);
    await settle(1);
    expect(outcomes).toEqual([unknown, unknown]);
    // Who was told stays told.
    asks.answered(page, 1, { outcome: 'done' });
    await settle();
    expect(outcomes).toHaveLength(2);
  });

  it('is unknown where the answer is none', async () => {
    const { asks, ask, outcomes, page } = start();
    const wrong = [
      { outcome: 'certainly' },
      { outcome: 'refused', code: 'x'.repeat(65) },
      { outcome: 'unknown' },
      7,
    ];
    for (const _ of wrong) ask();
    await settle();
    for (const [index, answer] of wrong.entries()) expect(asks.answered(page, index + 1, answer)).toBe(false);
    await settle();
    expect(outcomes).toEqual(wrong.map(() => unknown));
  });
});

describe('a page that connects again', () => {
  it('is sent once more what has no outcome, under the same numbers, and answers all of it', async () => {
    const { asks, ask, sent, outcomes, now } = start();
    ask();
    ask();
    await settle();
    const again = newPage();
    now.page = again;
    asks.opened(again, 1);
    asks.again(again);
    const resent = sent.slice(2).map(({ page, number }) => [page === again, number]);
    expect(resent).toEqual([
      [true, 1],
      [true, 2],
    ]);
    ask();
    await settle();
    expect(sent.at(-1)?.number).toBe(3);
    for (const number of [1, 2, 3]) asks.answered(again, number, { outcome: 'done' });
    await settle();
    expect(outcomes).toEqual([{ outcome: 'done' }, { outcome: 'done' }, { outcome: 'done' }]);
  });

  it('after it was loaded anew is asked nothing that the former one was, and does not answer for it', async () => {
    const { asks, ask, sent, outcomes, now, page } = start();
    ask();
    await settle();
    const anew = newPage('second');
    now.page = anew;
    asks.opened(anew, 0);
    asks.again(anew);
    asks.answered(anew, 1, { outcome: 'done' });
    asks.answered(page, 1, { outcome: 'done' });
    await settle();
    expect(sent).toHaveLength(1);
    expect(outcomes).toEqual([unknown]);
  });

  it('to a new worker, or says so twice, gets no number a second time', async () => {
    const { asks, ask, sent, page } = start();
    asks.opened(page, 5);
    ask();
    await settle();
    asks.answered(page, 6, { outcome: 'done' });
    asks.opened(page, 5);
    ask();
    await settle();
    expect(sent.map(({ number }) => number)).toEqual([6, 7]);
  });
});
