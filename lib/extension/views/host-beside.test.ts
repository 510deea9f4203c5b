import { expect, it, vi } from 'vitest';
import { type BesideApi, watchHostBeside } from './host-beside.ts';

/** A window whose tab in front has this address, as far as the browser shows it. */
function start(url: string | undefined) {
  const world = { url };
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const query = vi.fn(async () => [{ url: world.url }]);
  const api = { tabs: { query, onActivated: event, onUpdated: event } } as unknown as BesideApi; // Only what is used.
  const told: (string | undefined)[] = [];
  const life = new AbortController();
  watchHostBeside(3, (origin) => told.push(origin), life.signal, api);
  const become = async (next: string | undefined) => {
    world.url = next;
    for (const listener of listeners) listener();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { told, query, become, life, listeners };
}

it('tells the page beside the panel, and whenever that is another', async () => {
  const { told, query, become, life, listeners } = start('https://desk.example.com/calls?id=7');
  await become('https://desk.example.com/other');
  expect(query).toHaveBeenCalledWith({ active: true, windowId: 3 });
  expect(told).toEqual(['https://desk.example.com']);
  await become('https://mail.example.com/');
  expect(told).toEqual(['https://desk.example.com', 'https://mail.example.com']);
  life.abort();
  expect(listeners.size).toBe(0);
});

it.each([undefined, 'chrome://newtab/', 'about:blank', 'http://desk.example.com/', 'file:///tmp/desk.html'])(
  'offers nothing where there is no host: %s',
  async (url) => {
    const { told, become } = start(url);
    await become(url);
    expect(told).toEqual([]);
    await become('https://desk.example.com/');
    await become(url);
    expect(told).toEqual(['https://desk.example.com', undefined]);
  },
);
