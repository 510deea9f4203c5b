import { expect, it, vi } from 'vitest';
import { welcome } from './welcome.ts';

it.each([
  ['nothing', { crms: [], hosts: [] }, true],
  ['a CRM', { crms: [{}], hosts: [] }, true],
  ['all there is', { crms: [{}], hosts: [{}] }, false],
])('opens the first step where %s is set up', async (_, settings, opens) => {
  const create = vi.fn();
  const api = { tabs: { create }, runtime: { getURL: (path: string) => `chrome-extension://ours${path}` } };
  await welcome(api as never, async () => settings);
  expect(create.mock.calls).toEqual(
    opens ? [[{ url: 'chrome-extension://ours/options.html?place=crms#crms' }]] : [],
  );
});
