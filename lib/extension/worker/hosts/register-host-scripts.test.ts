import { describe, expect, it, vi } from 'vitest';
import type { Browser } from '../../browser/browser.ts';
import { enterOpenTabs, registerHostScripts, type ScriptingApi } from './register-host-scripts.ts';

type Registered = Browser.scripting.RegisteredContentScript;

/** A browser that keeps registrations as a browser does: an id twice is an error. */
function createBrowser(open: { id: number; refuses?: boolean; hangs?: boolean; url?: string }[] = []) {
  let registered: Registered[] = [];
  const scripting = {
    getRegisteredContentScripts: async () => structuredClone(registered),
    registerContentScripts: vi.fn(async (scripts: Registered[]) => {
      if (scripts.some(({ id }) => registered.some((known) => known.id === id)))
        throw new Error('Duplicate script ID');
      registered = [...registered, ...scripts];
    }),
    unregisterContentScripts: vi.fn(async () => {
      registered = [];
    }),
    executeScript: vi.fn(async ({ target }: { target: { tabId: number } }) => {
      if (open.find(({ id }) => id === target.tabId)?.refuses)
        throw new Error('Cannot access contents of the page');
      if (open.find(({ id }) => id === target.tabId)?.hangs) await new Promise(() => {});
      return [];
    }),
  };
  const tabs = { query: vi.fn(async () => open) };
  // The fake has only the methods that are used.
  const api = { scripting, tabs } as unknown as ScriptingApi;
  return { api, scripting, tabs, registered: () => registered };
}

describe('host scripts', () => {
  it('are registered for the pages of the patterns, the isolated one first, from the document start, for good', async () => {
    const { api, registered } = createBrowser();
    expect(await registerHostScripts(['https://b.example/*', 'https://a.example/*'], api)).toBe(true);
    const common = {
      matches: ['https://a.example/*', 'https://b.example/*'],
      matchOriginAsFallback: true,
      runAt: 'document_start',
      allFrames: true,
      persistAcrossSessions: true,
    };
    expect(registered()).toEqual([
      { ...common, id: 'host', js: ['host.js'], world: 'ISOLATED' },
      { ...common, id: 'host-tap', js: ['content-scripts/host-tap.js'], world: 'MAIN' },
    ]);
  });

  it('that are right already are left alone', async () => {
    const { api, scripting } = createBrowser();
    await registerHostScripts(['https://a.example/*', 'https://b.example/*'], api);
    expect(await registerHostScripts(['https://b.example/*', 'https://a.example/*'], api)).toBe(false);
    expect(scripting.registerContentScripts).toHaveBeenCalledOnce();
  });

  it('follow the patterns, and are gone when there is no host', async () => {
    const { api, registered } = createBrowser();
    await registerHostScripts(['https://a.example/*', 'https://b.example/*'], api);
    expect(await registerHostScripts(['https://b.example/*'], api)).toBe(true);
    expect(registered().map(({ matches }) => matches)).toEqual([
      ['https://b.example/*'],
      ['https://b.example/*'],
    ]);
    expect(await registerHostScripts([], api)).toBe(true);
    expect(registered()).toEqual([]);
    expect(await registerHostScripts([], api)).toBe(false);
  });

  it('are mended when half of them are left', async () => {
    const { api, registered, scripting } = createBrowser();
    await registerHostScripts(['https://a.example/*'], api);
    await scripting.unregisterContentScripts();
    await scripting.registerContentScripts([
      { id: 'host', matches: ['https://a.example/*'], js: ['old.js'] },
    ]);
    expect(await registerHostScripts(['https://a.example/*'], api)).toBe(true);
    expect(registered()).toHaveLength(2);
  });

  it('enter pages that were open before, in both worlds, the isolated one first', async () => {
    const { api, scripting, tabs } = createBrowser([{ id: 7 }]);
    await enterOpenTabs(['https://a.example/*'], api);
    expect(tabs.query).toHaveBeenCalledWith({ url: ['https://a.example/*'] });
    const target = { tabId: 7, allFrames: true };
    expect(scripting.executeScript.mock.calls.map(([call]) => call)).toEqual([
      { target, files: ['host.js'], injectImmediately: true },
      { target, files: ['content-scripts/host-tap.js'], world: 'MAIN', injectImmediately: true },
    ]);
  });

  it('enter the other pages when one refuses', async () => {
    vi.spyOn(console, 'info').mockImplementation(() => {});
    const { api, scripting } = createBrowser([{ id: 7, refuses: true }, { id: 8 }]);
    await enterOpenTabs(['https://a.example/*'], api);
    expect(scripting.executeScript.mock.calls.map(([{ target }]) => target.tabId).toSorted()).toEqual([
      7, 8, 8,
    ]);
  });

  it('enter the other pages at once when one hangs, and say in time which one', async () => {
    vi.useFakeTimers();
    vi.spyOn(console, 'info').mockImplementation(() => {});
    const url = 'https://a.example/phone';
    const { api, scripting } = createBrowser([
      { id: 7, hangs: true, url },
      { id: 8, url },
      { id: 9, refuses: true, url },
    ]);
    const stuck = vi.fn();
    let done = false;
    void enterOpenTabs(['https://a.example/*'], api, stuck).then(() => {
      done = true;
    });
    const entered = () => scripting.executeScript.mock.calls.map(([{ target }]) => target.tabId);
    await vi.advanceTimersByTimeAsync(0);
    expect(entered().filter((id) => id === 8)).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toBe(true);
    expect(stuck.mock.calls).toEqual([[{ tabId: 7, origin: 'https://a.example' }]]);
    // Its frames that do not hang get their tap.
    expect(entered().filter((id) => id === 7)).toHaveLength(2);
    vi.useRealTimers();
  });

  it('enter nothing when there is no host', async () => {
    const { api, tabs } = createBrowser([{ id: 7 }]);
    await enterOpenTabs([], api);
    expect(tabs.query).not.toHaveBeenCalled();
  });
});
