// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignIn, type SignIn } from './sign-in.ts';

const token = { type: 'ringside.token', token: 'a-token', agent: { name: 'Ana Duarte' } };
const popup = { focus: vi.fn() };
const onToken = vi.fn();
let stop: AbortController;
let signIn: SignIn;

beforeEach(() => {
  vi.clearAllMocks();
  stop = new AbortController();
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as ReturnType<typeof window.open>); // Only what is used.
  signIn = createSignIn(window, { url: '/sign-in', onToken, signal: stop.signal });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

function say(data: unknown, from: { source?: unknown; origin?: string } = {}): void {
  const event = new MessageEvent('message', { data, origin: from.origin ?? window.location.origin });
  Object.defineProperty(event, 'source', { value: 'source' in from ? from.source : popup });
  window.dispatchEvent(event);
}

describe('signing in to the widget', () => {
  it('takes the token of the window that it opened', () => {
    expect(signIn.open()).toBe(true);
    say(token);
    expect(onToken.mock.calls).toEqual([[{ token: 'a-token', agent: 'Ana Duarte' }]]);
  });

  it('takes the token of a window that a link of its own opened', () => {
    say(token, { source: { opener: window } });
    expect(onToken).toHaveBeenCalledOnce();
  });

  it.each([
    ['another origin, though from that window', { origin: 'https://evil.example' }],
    ['no window at all', { source: null }],
    ['the page that embeds the widget', { source: { opener: null } }],
    ['a window that somebody else opened', { source: { opener: {} } }],
    ['a frame of the same origin', { source: {} }],
  ])('takes none of %s', (_, from) => {
    signIn.open();
    say(token, from);
    expect(onToken).not.toHaveBeenCalled();
  });

  it('takes nothing that is no token', () => {
    signIn.open();
    for (const data of [null, 'a-token', { ...token, token: '' }, { ...token, type: 'token' }]) say(data);
    expect(onToken).not.toHaveBeenCalled();
  });
});
