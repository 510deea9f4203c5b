import { beforeEach, expect, test, vi } from 'vitest';
import { watchPeerConnections } from './watch-peer-connections.ts';

type Page = Window & typeof globalThis;
let page: Page;
let counts: [number, number][];

beforeEach(() => {
  // Stands for the browser's own; e2e/detect-sip.spec.ts does the same with the real one.
  class RTCPeerConnection extends EventTarget {
    state = 'new';
    get connectionState() {
      return this.state;
    }
    become(state: string) {
      this.state = state;
      this.dispatchEvent(new Event('connectionstatechange'));
    }
    close() {
      this.state = 'closed';
    }
  }
  page = { RTCPeerConnection, webkitRTCPeerConnection: RTCPeerConnection, EventTarget } as unknown as Page;
  counts = [];
  watchPeerConnections(page, (open, connected) => counts.push([open, connected]));
});

const make = () => new page.RTCPeerConnection() as RTCPeerConnection & { become(state: string): void };

test('connections are counted while they are open, and while they are connected', () => {
  const [one, two] = [make(), make()];
  one.become('connecting');
  one.become('connected');
  two.become('connected');
  two.become('failed');
  one.close();
  one.close();
  two.close();
  expect(counts).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
    [2, 2],
    [2, 1],
    [1, 0],
    [0, 0],
  ]);
});

test('the page keeps its class', () => {
  const { RTCPeerConnection } = page;
  class Own extends RTCPeerConnection {}
  const connection = make();
  expect(RTCPeerConnection.name).toBe('RTCPeerConnection');
  expect(connection.constructor).toBe(RTCPeerConnection);
  expect(new Own()).toBeInstanceOf(Own);
  expect(connection).toBeInstanceOf(RTCPeerConnection);
  expect(Reflect.get(page, 'webkitRTCPeerConnection')).toBe(RTCPeerConnection);
  expect(RTCPeerConnection.prototype.close.name).toBe('close');
});

test('our errors stay ours, and a page without the class stays without it', () => {
  const other = { ...page } as Page;
  watchPeerConnections(other, () => {
    throw new Error('ours');
  });
  expect(() => new other.RTCPeerConnection().close()).not.toThrow();
  const bare = { EventTarget } as unknown as Page;
  watchPeerConnections(bare, vi.fn());
  expect('RTCPeerConnection' in bare).toBe(false);
});
