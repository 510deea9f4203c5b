import { beforeEach, expect, it, vi } from 'vitest';
import type { OptionsPlace } from '../../domain/options-place.ts';
import { onOptionsPlace, openOptionsAt } from './options-place.ts';

/** As much of a page as is used: what it keeps, and hears that another page keeps. */
const kept = new Map<string, string>();
const heard = new Set<(event: { key: string; newValue: string | null }) => void>();

const openOptionsPage = vi.fn(async () => {});
const openAt = (...place: [] | [OptionsPlace, string?]) =>
  openOptionsAt(place[0], place[1], { runtime: { openOptionsPage } });

beforeEach(() => {
  kept.clear();
  heard.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, newValue: string) => {
      kept.set(key, newValue);
      for (const listener of heard) listener({ key, newValue });
    },
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('window', { addEventListener: (_: string, listener: never) => heard.add(listener) });
});

it('a place is told once, with the CRM it is about, before the page is there and while it is', async () => {
  await openAt('credential', 'companion-2');
  const listener = vi.fn();
  onOptionsPlace(listener, new AbortController().signal);
  await openAt('credential');
  await openAt('hosts');
  await openAt();
  expect(listener.mock.calls).toEqual([
    ['credential', 'companion-2'],
    ['credential', undefined],
    ['hosts', undefined],
  ]);
  expect(kept.size).toBe(0);
});
