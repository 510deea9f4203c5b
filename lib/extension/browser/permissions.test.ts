import { describe, expect, it, vi } from 'vitest';
import {
  hasOrigins,
  onPermissionsChanged,
  type PermissionsApi,
  patternOf,
  removeOrigins,
  requestOrigins,
} from './permissions.ts';

/** Grants everything it is asked; what `required` holds cannot be removed, as in a manifest. */
function createBrowser(required: string[] = []) {
  const granted = new Set(required);
  const events = { added: new Set<() => void>(), removed: new Set<() => void>() };
  const event = (listeners: Set<() => void>) => ({
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  });
  const permissions = {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
    request: vi.fn(async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) granted.add(origin);
      for (const listener of events.added) listener();
      return true;
    }),
    remove: async ({ origins }: { origins: string[] }) => {
      if (origins.some((origin) => required.includes(origin)))
        throw new Error('You cannot remove required permissions.');
      for (const origin of origins) granted.delete(origin);
      for (const listener of events.removed) listener();
      return true;
    },
    onAdded: event(events.added),
    onRemoved: event(events.removed),
  };
  // The fake has only the methods that are used.
  return { api: { permissions } as unknown as PermissionsApi, permissions, granted };
}

describe('permissions', () => {
  it('are asked for one host, in the same turn as the click', () => {
    const { api, permissions } = createBrowser();
    void requestOrigins([patternOf('https://desk.example.com:8443')], api);
    expect(permissions.request.mock.calls).toEqual([[{ origins: ['https://desk.example.com/*'] }]]);
  });

  it('are never asked for more than one host by a crafted origin', () => {
    for (const origin of ['https://*', 'https://*.example.com', '<all_urls>', 'http://desk.example.com'])
      expect(() => patternOf(origin)).toThrow();
  });

  it('are known to be there or not', async () => {
    const { api } = createBrowser(['https://a.example/*']);
    expect(await hasOrigins(['https://a.example/*'], api)).toBe(true);
    expect(await hasOrigins(['https://a.example/*', 'https://b.example/*'], api)).toBe(false);
    expect(await hasOrigins([], api)).toBe(true);
  });

  it('are given back, as far as they can be', async () => {
    const { api, granted } = createBrowser(['http://localhost/*']);
    await requestOrigins(['https://a.example/*'], api);
    await removeOrigins(['http://localhost/*', 'https://a.example/*'], api);
    expect([...granted]).toEqual(['http://localhost/*']);
  });

  it('tell who listens, until the signal aborts', async () => {
    const { api } = createBrowser();
    const listener = vi.fn();
    const controller = new AbortController();
    onPermissionsChanged(listener, controller.signal, api);
    await requestOrigins(['https://a.example/*'], api);
    await removeOrigins(['https://a.example/*'], api);
    expect(listener).toHaveBeenCalledTimes(2);
    controller.abort();
    await requestOrigins(['https://a.example/*'], api);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
