import { act, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes in the next frame lets everything that waits for this one go before it', async () => {
  const { useNextFrame } = await vi.importActual<typeof import('./use-next-frame.ts')>('./use-next-frame.ts');
  function Fields() {
    return useNextFrame() ? <p>fields</p> : null;
  }
  const { container } = render(
    <>
      <h1>head</h1>
      <Fields />
    </>,
  );
  expect(container.textContent).toBe('head');
  act(() => {
    vi.runAllTimers();
  });
  expect(container.textContent).toBe('headfields');
});
