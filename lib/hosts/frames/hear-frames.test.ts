import { expect, test, vi } from 'vitest';
import type { HostContext } from '../host.ts';
import { hearFrames } from './hear-frames.ts';

const origin = 'https://phone.example';

function open(from: 'child' | 'parent', origins = [origin]) {
  const parent = {};
  const page = Object.assign(new EventTarget(), { parent });
  const stop = new AbortController();
  const take = vi.fn();
  // Only what hearFrames uses of a context.
  hearFrames({ signal: stop.signal, window: page } as unknown as HostContext, { origins, from, take });
  const post = (source: unknown, sender: string, data: unknown = 'x') =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, origin: sender, source, ports: [] }));
  return { page, parent, stop, take, post, frame: { parent: page } };
}

test('a child frame of the exact origin is heard, until the end', () => {
  const { post, frame, take, stop } = open('child');
  post(frame, origin, 1);
  expect(take.mock.calls).toEqual([[1, []]]);
  stop.abort();
  post(frame, origin, 2);
  expect(take).toHaveBeenCalledOnce();
});

test.each([
  'http://phone.example',
  'https://phone.example:8443',
  'https://phone.example.evil.example',
  'https://evilphone.example',
  'https://sub.phone.example',
  'null',
  '',
])('a child frame of %s is not', (sender) => {
  const { post, frame, take } = open('child');
  post(frame, sender);
  expect(take).not.toHaveBeenCalled();
});

test('nobody else of that origin is: the page, its parent, a grandchild, a window without a frame, nobody', () => {
  const { post, page, parent, frame, take } = open('child');
  for (const source of [page, parent, { parent: frame }, {}, { parent: null }, null]) post(source, origin);
  expect(take).not.toHaveBeenCalled();
});

test('of the page around, only that very window is heard', () => {
  const { post, page, parent, frame, take } = open('parent');
  for (const source of [page, frame, {}, null]) post(source, origin);
  expect(take).not.toHaveBeenCalled();
  post(parent, 'https://other.example');
  post(parent, origin);
  expect(take).toHaveBeenCalledOnce();
});

test('a page that is its own parent has nobody around it', () => {
  const { post, page, take } = open('parent');
  page.parent = page;
  post(page, origin);
  expect(take).not.toHaveBeenCalled();
});

test('no origin is never an allowed one', () => {
  const { post, frame, take } = open('child', ['null']);
  post(frame, 'null');
  expect(take).not.toHaveBeenCalled();
});

test('what cannot be read harms nobody', () => {
  const { post, frame, take } = open('child');
  take.mockImplementationOnce(() => {
    throw new Error('unreadable');
  });
  expect(() => post(frame, origin)).not.toThrow();
});

test('what reads as the contract and comes from a window that may not say it is told to the diagnostics', () => {
  const page = Object.assign(new EventTarget(), { parent: {} });
  const refuse = vi.fn();
  const reads = (data: unknown) => {
    if (data === 'throws') throw new Error('a getter');
    return data === 'ring';
  };
  const context = { signal: AbortSignal.timeout(60_000), window: page, refuse };
  const take = vi.fn();
  // Only what hearFrames uses of a context.
  hearFrames(context as unknown as HostContext, { origins: [origin], from: 'child', take, reads });
  const post = (source: unknown, sender: string, data: unknown) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, origin: sender, source }));
  post(page, origin, 'ring');
  post({ parent: page }, 'https://evil.example', 'ring');
  post({ parent: page }, 'https://evil.example', 'noise');
  post({ parent: page }, 'https://evil.example', 'throws');
  expect(refuse).toHaveBeenCalledTimes(2);
  expect(take).not.toHaveBeenCalled();
  post({ parent: page }, origin, 'ring');
  expect(refuse).toHaveBeenCalledTimes(2);
  expect(take).toHaveBeenCalledOnce();
});
