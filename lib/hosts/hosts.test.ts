import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test, vi } from 'vitest';
import { adapterName } from '../../components/words/options/adapter-words.ts';
import { hostEventSchema } from '../domain/host/host-event.ts';
import { hostAdapters } from './adapters.ts';
import { hostFacts } from './facts.ts';
import type { HostAdapter, HostContext, HostExample } from './host.ts';
import { hostTaps } from './taps.ts';

const adapters = import.meta.glob<HostAdapter>('./*/adapter.ts', { eager: true, import: 'default' });
const examples = import.meta.glob<HostExample>('./*/example.ts', { eager: true, import: 'example' });
const seed = Date.now() | 0;

const origin = 'https://desk.example';

/** A page with elements, for adapters that read them. */
function openPage(html: string) {
  const page = new Window({ url: origin });
  page.document.body.innerHTML = html;
  return Object.assign(page, { postMessage: vi.fn() });
}

/** A page's window as far as adapters see it, with a child frame, and a tap's line. */
function startIn(adapter: HostAdapter, { options = {}, page: html }: Partial<HostExample> = {}) {
  const parent = { postMessage: vi.fn() };
  const bare = Object.assign(new EventTarget(), {
    location: { origin },
    parent,
    document: new EventTarget(),
    postMessage: vi.fn(),
  });
  const page = html === undefined ? bare : openPage(html);
  const sources = { page, parent, frame: { parent: page } };
  const listeners: ((message: unknown) => void)[] = [];
  const events: unknown[] = [];
  const stop = new AbortController();
  adapter.start({
    emit: (event) => events.push(event),
    signal: stop.signal,
    window: page as unknown as HostContext['window'],
    options: { campaignHeader: 'X-Campaign', ...options },
    tap: { listen: (listener) => listeners.push(listener), ask: vi.fn() },
  });
  const play = (input: HostExample['input'][number]) => {
    if ('tap' in input) for (const listener of listeners) listener(structuredClone(input.tap));
    else {
      const source = sources[input.from];
      const { Event: PageEvent } = html === undefined ? globalThis : (page as Window);
      const event = Object.assign(new PageEvent('message'), { data: input.message, origin, source });
      page.dispatchEvent(event as Event & import('happy-dom').Event);
    }
  };
  return { events, play, stop, page };
}

test('the registries hold every adapter, and its facts, the highest rank first', () => {
  const inFolder = Object.values(adapters).map(({ id }) => id);
  expect(hostAdapters.map(({ id }) => id).sort()).toEqual(inFolder.sort());
  expect(hostFacts.map(({ id }) => id).sort()).toEqual(inFolder.sort());
  const ranks = hostFacts.map(({ rank }) => rank);
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
});

test('every tap belongs to an adapter and is named after it', () => {
  const ids = new Set(hostAdapters.map(({ id }) => id));
  for (const [path, tap] of Object.entries(hostTaps)) {
    expect(path).toBe(`./${tap.id}/tap.ts`);
    expect(ids).toContain(tap.id);
  }
});

describe.each(Object.entries(adapters))('%s', (path, adapter) => {
  const example = examples[path.replace('adapter.ts', 'example.ts')]!;
  test('is named after its id', () => expect(path).toBe(`./${adapter.id}/adapter.ts`));

  test("has a name for people: the product's own, or one in the catalogue of words", () =>
    expect(
      [hostFacts.find(({ id }) => id === adapter.id)?.label, adapterName(adapter.id)].filter(Boolean),
    ).toHaveLength(1));

  test('tells of its example exactly what was recorded, and all of it is valid', () => {
    vi.useFakeTimers({ now: 1_790_000_000_000, toFake: ['Date'] });
    const { events, play } = startIn(adapter, example);
    for (const input of example.input) play(input);
    vi.useRealTimers();
    expect(events).toEqual(example.expected);
    for (const event of events) expect(hostEventSchema.safeParse(event).success).toBe(true);
  });

  test('says nothing once it was stopped', () => {
    const { events, play, stop } = startIn(adapter, example);
    const said = events.length;
    stop.abort();
    for (const input of example.input) play(input);
    expect(events).toHaveLength(said);
  });

  test('is silent on malformed input, and never throws', { timeout: 30_000 }, () => {
    const { events, play } = startIn(adapter, example);
    const said = events.length;
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, maxDepth: 4 }), (message) => {
        play({ message, from: 'page' });
        play({ message, from: 'frame' });
        play({ message, from: 'parent' });
      }),
      { seed, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (tap) => play({ tap })),
      { seed, numRuns: 500 },
    );
    expect(events, `seed ${seed}`).toHaveLength(said);
  });

  test('survives its own example with members taken away or replaced', { timeout: 30_000 }, () => {
    const members = fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(members, (changes) => {
        const { play } = startIn(adapter, example);
        for (const input of example.input) {
          const copy = structuredClone(input) as Record<string, unknown>;
          for (const [index, value] of changes) replaceSome(copy, index, value);
          play(copy as HostExample['input'][number]);
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});

/** Puts `value` in the place of the member that comes `index`th among all members below `root`. */
function replaceSome(root: Record<string, unknown>, index: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (parent: Record<string, unknown>, depth: number) => {
    for (const [key, child] of Object.entries(parent)) {
      if (depth > 0) places.push([parent, key]);
      if (typeof child === 'object' && child !== null) walk(child as Record<string, unknown>, depth + 1);
    }
  };
  walk(root, 0);
  const place = places[index % places.length];
  // A copy: the same value in two places could come to hold itself.
  if (place) place[0][place[1]] = structuredClone(value);
}
