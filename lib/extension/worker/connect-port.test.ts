import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from '../browser/browser.ts';
import type { Port } from '../messages/port.ts';
import { connectPort } from './connect-port.ts';

const own = { id: 'ours', origin: 'chrome-extension://ours' };
const tab = { id: 7, windowId: 3 } as Browser.tabs.Tab;
const page = (path: string) => ({ id: own.id, origin: own.origin, url: `${own.origin}/${path}` });
const contentScript = { id: own.id, origin: 'https://desk.example.com', tab, frameId: 0 };
const senders = {
  contentScript,
  card: { ...page('card.html'), tab, frameId: 4 },
  panel: page('sidepanel.html'),
  options: { ...page('options.html'), tab, frameId: 0 },
  anotherExtension: {
    id: 'theirs',
    origin: 'chrome-extension://theirs',
    url: `${own.origin}/sidepanel.html`,
  },
  sandboxedFrame: { id: own.id, origin: 'null', tab, frameId: 5 },
  nobody: undefined,
} satisfies Record<string, Browser.runtime.MessageSender | undefined>;

const hostPorts = { connect: vi.fn() };
const viewPorts = { connect: vi.fn() };

function connect(name: string, sender: Browser.runtime.MessageSender | undefined) {
  const disconnect = vi.fn();
  const heard = { addListener: vi.fn() };
  const port: Port = {
    name,
    sender,
    postMessage: vi.fn(),
    disconnect,
    onMessage: heard,
    onDisconnect: heard,
  };
  connectPort(port, { own, hostPorts, viewPorts });
  return { listening: heard.addListener, disconnect };
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** Who is served as what, for every sender and every name a Port may have. */
const served: [keyof typeof senders, name: string, by: 'host' | 'view' | 'nobody'][] = [
  ['contentScript', 'host', 'host'],
  ['contentScript', 'view', 'nobody'],
  ['contentScript', 'other', 'nobody'],
  ['card', 'host', 'nobody'],
  ['card', 'view', 'view'],
  ['panel', 'host', 'nobody'],
  ['panel', 'view', 'view'],
  ['panel', '', 'nobody'],
  ['options', 'host', 'nobody'],
  ['options', 'view', 'nobody'],
  ['anotherExtension', 'host', 'nobody'],
  ['anotherExtension', 'view', 'nobody'],
  ['sandboxedFrame', 'host', 'nobody'],
  ['sandboxedFrame', 'view', 'nobody'],
  ['nobody', 'host', 'nobody'],
  ['nobody', 'view', 'nobody'],
];

describe('a new connection', () => {
  it.each(served)('of %s under the name "%s" is served by %s', (who, name, by) => {
    const { disconnect } = connect(name, senders[who]);
    expect(hostPorts.connect).toHaveBeenCalledTimes(by === 'host' ? 1 : 0);
    expect(viewPorts.connect).toHaveBeenCalledTimes(by === 'view' ? 1 : 0);
    // A content script that is refused would connect again and again.
    expect(disconnect).toHaveBeenCalledTimes(by === 'nobody' && name !== 'host' ? 1 : 0);
  });
});
