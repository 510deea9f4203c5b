import { expect, test, vi } from 'vitest';
import type { HostContext } from '../host.ts';
import hostProtocol from './adapter.ts';

test('the words of another frame or origin are not believed, and that is told; other messages are left alone', () => {
  const origin = 'https://desk.example';
  const page = Object.assign(new EventTarget(), { location: { origin }, postMessage: vi.fn() });
  const emit = vi.fn();
  const refuse = vi.fn();
  hostProtocol.start({
    emit,
    refuse,
    signal: new AbortController().signal,
    window: page as unknown as HostContext['window'],
    options: { campaignHeader: 'X-Campaign' },
    tap: { listen: vi.fn(), ask: vi.fn() },
  });
  const focus = { protocol: 'ringside', version: 1, type: 'focus', interactionId: 'call-1' };
  const say = (data: unknown, from: { source?: unknown; origin?: string }) =>
    page.dispatchEvent(Object.assign(new Event('message'), { source: page, origin, ...from, data }));
  say(focus, { source: { parent: page } });
  say(focus, { origin: 'https://evil.example' });
  say({ type: 'webpackOk' }, { source: { parent: page } });
  expect(emit).not.toHaveBeenCalled();
  expect(refuse).toHaveBeenCalledTimes(2);
  say(focus, {});
  expect(emit).toHaveBeenCalledOnce();
});
