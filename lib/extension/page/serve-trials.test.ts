// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { type DomRule, ruleFileSchema } from '../../domain/host/host-rules.ts';
import type { TriedPage } from '../../domain/host/tried-rule.ts';
import { createPortPair } from '../messages/fake-port-for-tests.ts';
import type { Port } from '../messages/port.ts';
import { type TrialApi, tryRules } from '../views/try-rules.ts';
import { serveTrials } from './serve-trials.ts';

const { rules } = ruleFileSchema.parse({
  version: 1,
  id: 'file',
  label: 'Test',
  rules: [
    {
      id: 'calls',
      read: 'dom',
      where: [{ host: '*' }],
      versions: [{ since: '2026-09-01', probe: '.call', visible: false, state: [{ is: 'active' }] }],
    },
  ],
});

/** A tab whose scripts run here, and what can happen to it. */
function openTab() {
  let listener: ((port: Port) => void) | undefined;
  let updated: ((tab: number, change: { status: string }) => void) | undefined;
  let port: Port | undefined;
  const alive = { yes: true };
  const api = {
    scripting: {
      executeScript: vi.fn(async () => {
        serveTrials({
          window: window as unknown as Window & typeof globalThis,
          onConnect: {
            addListener: (next) => {
              listener = next;
            },
          },
          alive: () => alive.yes,
        });
        return [];
      }),
    },
    tabs: {
      connect: (_tab: number, { name }: { name: string }) => {
        const [there, here] = createPortPair(name);
        port = there;
        listener?.(there);
        return here;
      },
      onUpdated: {
        addListener: (next: typeof updated) => {
          updated = next;
        },
        removeListener: () => {
          updated = undefined;
        },
      },
    },
  } as unknown as TrialApi;
  return {
    api,
    leave: () => port?.disconnect(),
    load: (status = 'complete') => updated?.(7, { status }),
    watched: () => updated !== undefined,
    // Another life of the page has another world.
    end: () => {
      alive.yes = false;
    },
  };
}
/** A machine may have much else to do. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });
let tab: ReturnType<typeof openTab>;
const stop = { current: new AbortController() };
const told: TriedPage[][] = [];

async function start() {
  document.body.innerHTML = '<p class="call">Ann</p>';
  tab = openTab();
  told.length = 0;
  stop.current = new AbortController();
  const tell = (pages: TriedPage[]) => told.push(pages);
  await tryRules({ tabId: 7, rules: rules as DomRule[], tell, signal: stop.current.signal }, tab.api);
}
const rowsNow = () => told.at(-1)?.[0]?.rules[0]?.rows.length;

afterEach(() => {
  stop.current.abort();
  tab.end();
});

test('a tab tells what rules find in it, live, until the trial ends', async () => {
  await start();
  await soon(() => expect(rowsNow()).toBe(1));
  expect(told.at(-1)).toMatchObject([{ top: true, rules: [{ id: 'calls', reading: 'reads' }] }]);
  document.querySelector('.call')?.remove();
  await soon(() => expect(told.at(-1)?.[0]?.rules[0]?.reading).toBe('cannot-read'));
  stop.current.abort();
  const before = told.length;
  document.body.innerHTML = '<p class="call">Ann</p>';
  await soon(() => expect(tab.watched()).toBe(false));
  expect(told).toHaveLength(before);
});

test('a tab that is loaded again is read again', async () => {
  await start();
  await soon(() => expect(rowsNow()).toBe(1));
  tab.load();
  expect(tab.api.scripting.executeScript).toHaveBeenCalledTimes(1);
  tab.leave();
  expect(told.at(-1)).toEqual([]);
  tab.load('loading');
  tab.load();
  await soon(() => expect(rowsNow()).toBe(1));
  expect(tab.api.scripting.executeScript).toHaveBeenCalledTimes(2);
});

test('a tab that lets no script in says so', async () => {
  tab = openTab();
  const refused = { ...tab.api, scripting: { executeScript: () => Promise.reject(new Error('no')) } };
  const trial = { tabId: 7, rules: [], tell: () => {}, signal: stop.current.signal };
  await expect(tryRules(trial, refused)).rejects.toThrow('no');
});
