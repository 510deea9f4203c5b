import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostTap } from '../host.ts';
import { listenToTaps } from './listen-to-taps.ts';
import { runTaps } from './run-taps.ts';
import { askEvent, tapEvent } from './tap-events.ts';

/** A page's window, shared by both worlds as the DOM is. */
function createPage(readyState = 'loading') {
  const page = Object.assign(new EventTarget(), { CustomEvent, EventTarget, document: { readyState } });
  return page as unknown as Window & typeof globalThis;
}

/** A tap that a test speaks through. */
function createTap(id = 'sip') {
  let say: (message: unknown) => void = () => {};
  const asked = vi.fn();
  const start = vi.fn<HostTap['start']>(({ send, onAsk }) => {
    say = send;
    onAsk(asked);
  });
  return {
    taps: { [`./${id}/tap.ts`]: { id, start } },
    say: (message: unknown) => say(message),
    asked,
    start,
  };
}

let page: Window & typeof globalThis;
let stop: AbortController;
beforeEach(() => {
  page = createPage();
  stop = new AbortController();
});
afterEach(() => stop.abort());

/** An adapter's ear on its tap. */
function hear(id = 'sip') {
  const heard: unknown[] = [];
  const listener = listenToTaps(page, stop.signal);
  const line = listener.lineOf(id, stop.signal);
  line.listen((message) => heard.push(message));
  return { heard, line, listener };
}

test('what a tap said before anybody asked is kept and told in order', () => {
  const tap = createTap();
  runTaps(tap.taps, page);
  tap.say({ n: 1 });
  tap.say({ n: 2 });
  const { heard, line } = hear();
  expect(heard).toEqual([]);
  line.ask();
  tap.say({ n: 3 });
  expect(heard).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('an isolated half that was there first hears a tap that comes later', () => {
  const { heard, line } = hear();
  line.ask();
  const tap = createTap();
  runTaps(tap.taps, page);
  tap.say('hello');
  expect(heard).toEqual(['hello']);
});

test('no more than the last 200 words are kept', () => {
  const tap = createTap();
  runTaps(tap.taps, page);
  for (let n = 0; n < 1_000; n++) tap.say(n);
  const { heard, line } = hear();
  line.ask();
  expect(heard).toHaveLength(200);
  expect(heard[0]).toBe(800);
});

test('a new isolated half makes the tap tell what is live again', () => {
  const tap = createTap();
  runTaps(tap.taps, page);
  hear().line.ask();
  expect(tap.asked.mock.calls).toEqual([[undefined, false]]);
  stop.abort();
  stop = new AbortController();
  hear().line.ask();
  expect(tap.asked.mock.calls[1]).toEqual([undefined, true]);
});

test('a tap hears what its adapter wants, also one that comes later', () => {
  const { line } = hear();
  line.ask({ headers: ['P-Queue'] });
  const tap = createTap();
  runTaps(tap.taps, page);
  expect(tap.asked.mock.calls).toEqual([[{ headers: ['P-Queue'] }, false]]);
});

test('what is too long to be asked for is not asked for', () => {
  const tap = createTap();
  runTaps(tap.taps, page);
  hear().line.ask('x'.repeat(20_000));
  expect(tap.asked.mock.calls).toEqual([[undefined, false]]);
});

test('taps that are injected again leave the first ones alone', () => {
  const tap = createTap();
  runTaps(tap.taps, page);
  runTaps(tap.taps, page);
  expect(tap.start).toHaveBeenCalledOnce();
  expect(Object.keys(page)).not.toContain('ringside.taps');
});

test('each adapter hears its own tap only', () => {
  const [one, two] = [createTap('one'), createTap('two')];
  runTaps({ ...one.taps, ...two.taps }, page);
  const { heard, line } = hear('two');
  line.ask();
  one.say(1);
  two.say(2);
  expect(heard).toEqual([2]);
});

describe('taps are early', () => {
  test('when they came while the page was loading', () => {
    runTaps(createTap().taps, page);
    expect(hear().listener.early()).toBe(true);
  });

  test('but not when they came to a page that was there already, nor when there are none', () => {
    expect(hear().listener.early()).toBe(false);
    page = createPage('complete');
    runTaps(createTap().taps, page);
    expect(hear().listener.early()).toBe(false);
  });
});

test('one tap that fails does not take the others, or the page, with it', () => {
  const good = createTap('good');
  const bad: HostTap = {
    id: 'bad',
    start() {
      throw new Error('no');
    },
  };
  runTaps({ './bad.tap.ts': bad, ...good.taps }, page);
  const { heard, line } = hear('good');
  line.ask();
  good.say('still here');
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  expect(() => good.say(cyclic)).not.toThrow();
  expect(heard).toEqual(['still here']);
});

test('forged and malformed words of the page are ignored, and it cannot make the worlds go round in circles', () => {
  runTaps(createTap().taps, page);
  const { heard, line } = hear();
  line.ask();
  // A page that answers every question with "ready".
  page.addEventListener(askEvent, () => forge(tapEvent, '{"ready":true,"early":true}'));
  const forge = (name: string, detail: unknown) => page.dispatchEvent(new CustomEvent(name, { detail }));
  const details = [null, 7, {}, '', '{', '[]', 'null', '{"tap":7}', '{"tap":"sip"', 'x'.repeat(40_000)];
  for (const detail of [...details, '{"ready":true}', '{"__proto__":{"tap":"sip"}}']) {
    forge(tapEvent, detail);
    forge(askEvent, detail);
  }
  expect(heard).toEqual([]);
});

test('a page cannot stop what a tap says before the isolated half hears it', () => {
  runTaps(createTap().taps, page);
  const { heard, line } = hear();
  line.ask();
  page.addEventListener(tapEvent, (event) => event.stopImmediatePropagation(), true);
  page.dispatchEvent(new CustomEvent(tapEvent, { detail: '{"tap":"sip","message":1}' }));
  expect(heard).toEqual([1]);
});

test('nothing is heard after the isolated half ended', () => {
  const tap = createTap();
  runTaps(tap.taps, page);
  const { heard, line } = hear();
  line.ask();
  stop.abort();
  tap.say(1);
  expect(heard).toEqual([]);
});
