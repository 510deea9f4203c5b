import { expect, it, vi } from 'vitest';
import { reloadLate } from './reload-late.ts';

it('reloads each tab of this host once that was open before us, and no other, though one be gone', async () => {
  const reload = vi.fn(async (tabId: number) => {
    if (tabId === 1) throw new Error('No tab with id: 1');
  });
  const page = (tabId: number, late: boolean, origin = 'https://desk.example.com') => ({
    ...{ tabId, origin },
    opened: { instance: '', late },
  });
  const pages = [
    page(1, true),
    page(2, true),
    page(2, true),
    page(3, false),
    page(4, true, 'https://other.example.com'),
    { tabId: 5, origin: 'https://desk.example.com', opened: undefined },
  ];
  await reloadLate('https://desk.example.com', pages, { tabs: { reload } } as never);
  expect(reload.mock.calls).toEqual([[1], [2]]);
});
