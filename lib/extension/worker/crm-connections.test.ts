import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CrmSettings, defaultSettings } from '../../domain/settings.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { createCrmConnections } from './crm-connections.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const entry = (id: string, label = ''): CrmSettings => ({
  ...{ id, connector: 'companion', label, staySignedIn: false },
  settings: {},
});
const listOf = (...crms: CrmSettings[]) => ({ ...defaultSettings, crms });

/** Connections that say what is done with them; `slow` ones end when they are told to. */
function start() {
  const steps: string[] = [];
  const slow = new Map<string, Promise<void>>();
  const opened = vi.fn();
  const connections = createCrmConnections({
    api,
    open(crm) {
      opened(crm);
      return {
        async apply(given) {
          const what = given === undefined ? `${crm} leaves` : `${crm} is there${given.label}`;
          steps.push(what);
          await slow.get(crm);
          steps.push(`${what}, done`);
        },
        signedOut: async () => void steps.push(`${crm} is signed out`),
        retry: async () => void steps.push(`${crm} is asked again`),
      };
    },
  });
  const done = () => steps.filter((step) => step.endsWith(', done'));
  return { connections, steps, slow, opened, done };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.useRealTimers());

describe('the connections of the settings', () => {
  it('are one for each entry, however often they are applied and in which order', async () => {
    const { connections, opened, done } = start();
    await connections.apply(listOf(entry('a'), entry('b')));
    await connections.apply(listOf(entry('b', ', renamed'), entry('a')));
    expect(opened.mock.calls).toEqual([['a'], ['b']]);
    expect(done()).toEqual(
      ['a is there', 'b is there', 'b is there, renamed', 'a is there'].map((step) => `${step}, done`),
    );
    await connections.signedOut('b');
    expect(done()).toHaveLength(4);
  });

  it('that are removed leave before new ones begin', async () => {
    const { connections, steps, slow } = start();
    await connections.apply(listOf(entry('a'), entry('b')));
    const leaving = Promise.withResolvers<void>();
    slow.set('a', leaving.promise);
    steps.length = 0;
    const applied = connections.apply(listOf(entry('b'), entry('c')));
    await vi.waitFor(() => expect(steps).toContain('b is there, done'));
    expect(steps).not.toContain('c is there');
    leaving.resolve();
    await applied;
    expect(steps).toEqual([
      ...['a leaves', 'b is there', 'b is there, done', 'a leaves, done'],
      ...['c is there', 'c is there, done'],
    ]);
  });

  it('that were begun by an earlier worker and are not listed any more leave too, once', async () => {
    const { connections } = start();
    await connections.apply(listOf(entry('a'), entry('b')));
    const next = start();
    await next.connections.apply(listOf(entry('b')));
    expect(next.steps).toContain('a leaves, done');
    const last = start();
    await last.connections.apply(listOf(entry('b')));
    expect(last.steps).toEqual(['b is there', 'b is there, done']);
  });

  it('hold up no other when one hangs, also as it leaves', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { connections, slow, done } = start();
    slow.set('a', new Promise(() => undefined));
    void connections.apply(listOf(entry('a'), entry('b')));
    await vi.waitFor(() => expect(done()).toEqual(['b is there, done']));
    void connections.apply(listOf(entry('b'), entry('c')));
    await vi.advanceTimersByTimeAsync(2_100);
    await vi.waitFor(() => expect(done()).toContain('c is there, done'));
  });

  it('stand at last as the settings said last, whatever was under way', async () => {
    const { connections, steps, slow } = start();
    await connections.apply(listOf(entry('a')));
    const leaving = Promise.withResolvers<void>();
    slow.set('a', leaving.promise);
    const swapped = connections.apply(listOf(entry('b')));
    await vi.waitFor(() => expect(steps).toContain('a leaves'));
    const back = connections.apply(listOf(entry('a')));
    leaving.resolve();
    await Promise.all([swapped, back]);
    const lastOf = (crm: string) =>
      steps.filter((step) => step.startsWith(crm) && !step.endsWith('done')).at(-1);
    expect([lastOf('a'), lastOf('b')]).toEqual(['a is there', 'b leaves']);
    const next = start();
    await next.connections.apply(listOf(entry('a')));
    expect(next.steps).not.toContain('a leaves');
  });

  it('that failed are applied again, the others asked who is signed in', async () => {
    const { connections, steps, slow } = start();
    slow.set('a', Promise.reject(new Error('hangs')));
    await expect(connections.apply(listOf(entry('a'), entry('b')))).rejects.toThrow('hangs');
    slow.clear();
    steps.length = 0;
    await connections.retry();
    expect(steps).toContain('a is there, done');
    expect(steps).toContain('b is asked again');
    steps.length = 0;
    await connections.retry();
    expect(steps).toEqual(['a is asked again', 'b is asked again']);
  });

  it('go on where the browser keeps nothing', async () => {
    const full = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    const unreadable = vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('gone'));
    const { connections, done } = start();
    await connections.apply(listOf(entry('a')));
    expect(done()).toEqual(['a is there, done']);
    full.mockRestore();
    unreadable.mockRestore();
  });
});
