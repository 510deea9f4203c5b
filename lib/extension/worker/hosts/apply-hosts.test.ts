import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, hostSettingsSchema, type Settings } from '../../../domain/settings.ts';
import { type ApplyHostsParts, createApplyHosts } from './apply-hosts.ts';

const never = new Promise<never>(() => {});
const [desk, chat] = ['https://desk.example', 'https://chat.example'];
const settings: Settings = {
  ...defaultSettings,
  hosts: [desk, chat].map((origin) => hostSettingsSchema.parse({ origin })),
};

/** A browser of which some calls never settle. */
function createBrowser(hangs: { tab?: number; permission?: string; registering?: boolean }) {
  let answer: (granted: boolean) => void = () => {};
  const late = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const executeScript = vi.fn(({ target }: { target: { tabId: number } }) =>
    target.tabId === hangs.tab ? never : Promise.resolve([]),
  );
  const api = {
    permissions: {
      contains: ({ origins }: { origins: string[] }) =>
        hangs.permission && origins[0]?.startsWith(hangs.permission) ? late : Promise.resolve(true),
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: () => (hangs.registering ? never : Promise.resolve()),
      unregisterContentScripts: async () => {},
      executeScript,
    },
    tabs: { query: async () => [7, 8].map((id) => ({ id, url: `${desk}/phone` })) },
  };
  // The fake has only the methods that are used.
  return { api: api as unknown as NonNullable<ApplyHostsParts['api']>, executeScript, answer };
}

function start(hangs: Parameters<typeof createBrowser>[0]) {
  const { api, ...seen } = createBrowser(hangs);
  const allow = vi.fn(async (_hosts: ReadonlyMap<string, unknown>) => {});
  const stuck = vi.fn();
  const apply = createApplyHosts({ settings: async () => settings, allow, onStuck: stuck, api });
  const allowed = () => allow.mock.calls.map(([hosts]) => [...hosts.keys()]);
  return { ...seen, apply, allowed, stuck };
}

describe('the hosts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  });
  afterEach(() => vi.useRealTimers());

  it('are all listened to although a tab of one hangs, again and again', async () => {
    const { apply, allowed, executeScript, stuck } = start({ tab: 7 });
    await apply();
    await apply({ enter: true });
    expect(allowed()).toEqual([
      [desk, chat],
      [desk, chat],
    ]);
    await vi.advanceTimersByTimeAsync(0);
    expect(executeScript.mock.calls.some(([{ target }]) => target.tabId === 8)).toBe(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stuck).toHaveBeenCalledWith({ tabId: 7, origin: desk });
  });

  it('are listened to before the browser has registered anything', async () => {
    const { apply, allowed } = start({ registering: true });
    void apply();
    await vi.advanceTimersByTimeAsync(0);
    expect(allowed()).toEqual([[desk, chat]]);
  });

  it('are listened to without the one of which the browser says nothing, and with it once it does', async () => {
    const { apply, allowed, answer } = start({ permission: chat });
    void apply();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(allowed()).toEqual([[desk]]);
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(allowed()).toEqual([[desk], [desk, chat]]);
  });
});
