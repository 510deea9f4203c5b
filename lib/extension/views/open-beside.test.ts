import { expect, it, vi } from 'vitest';
import { openBeside, type WindowsApi } from './open-beside.ts';

it('opens the editor at the right of the window that it is asked from', async () => {
  const create = vi.fn();
  await openBeside({
    windows: { create, getCurrent: async () => ({ left: 100, top: 20, width: 1_400, height: 800 }) },
    runtime: { getURL: (path: string) => `chrome-extension://id${path}` },
  } as unknown as WindowsApi);
  expect(create).toHaveBeenCalledWith({
    url: 'chrome-extension://id/options.html?beside#rules',
    type: 'popup',
    ...{ width: 520, left: 980, top: 20, height: 800 },
  });
});
