import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenTold } from './when-told.ts';

/** The part of a window that is looked at. */
function fakeWindow(readyState: DocumentReadyState) {
  const window = Object.assign(new EventTarget(), { document: { readyState } });
  const load = () => {
    window.document.readyState = 'complete';
    window.dispatchEvent(new Event('load'));
  };
  return { window: window as unknown as Window, load }; // Nothing else is used.
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives a page that has loaded some seconds to tell what is live', async () => {
  const told = vi.fn();
  whenTold(fakeWindow('complete').window, new AbortController().signal, told).begin();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toHaveBeenCalledOnce();
});

it('waits for a page that is still loading', async () => {
  const told = vi.fn();
  const { window, load } = fakeWindow('interactive');
  whenTold(window, new AbortController().signal, told).begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).not.toHaveBeenCalled();
  load();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toHaveBeenCalledOnce();
});

it('counts anew for a page that is back, and says nothing before it has begun or after its end', async () => {
  const told = vi.fn();
  const end = new AbortController();
  const { window, load } = fakeWindow('loading');
  const telling = whenTold(window, end.signal, told);
  load();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).not.toHaveBeenCalled();
  telling.begin();
  await vi.advanceTimersByTimeAsync(2_000);
  telling.begin();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).not.toHaveBeenCalled();
  end.abort();
  telling.begin();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).not.toHaveBeenCalled();
});
