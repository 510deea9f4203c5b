import { expect, vi } from 'vitest';
import { type HostInteraction, hostEventSchema } from '../../../domain/host/host-event.ts';
import { type HostRule, ruleFileSchema } from '../../../domain/host/host-rules.ts';
import type { HostContext } from '../../host.ts';
import adapter from '../../json-websocket/adapter.ts';
import tap from '../../json-websocket/tap.ts';
import { listenToTaps } from '../../page/listen-to-taps.ts';
import { runTaps } from '../../page/run-taps.ts';

/** The rules of a file with one rule, `calls`, of these versions. */
export function rulesOf(...versions: object[]): HostRule[] {
  const rule = { id: 'calls', read: 'websocket', where: [{ host: '*' }], versions };
  return ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] }).rules;
}
/** Both worlds of one page, with the real line between them. */
export function openPage() {
  class WebSocket extends EventTarget {
    #url: string;
    constructor(url: string) {
      super();
      this.#url = url;
    }
    get url() {
      return this.#url;
    }
    send(_data: unknown) {}
  }
  const page = Object.assign(new EventTarget(), {
    ...{ WebSocket, EventTarget, MessageEvent, CustomEvent, document: { readyState: 'loading' } },
    location: { host: 'desk.example', pathname: '/', search: '', hash: '', origin: 'https://desk.example' },
  });
  vi.stubGlobal('window', page);
  const crossed: string[] = [];
  page.addEventListener('ringside:tap', (event) => crossed.push((event as CustomEvent<string>).detail));
  runTaps({ './json-websocket/tap.ts': tap }, page as unknown as HostContext['window']);

  const connect = (url = 'wss://gateway.example/ws') => {
    const socket = new page.WebSocket(url);
    return {
      receive: (data: unknown) => {
        const text = typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data);
        socket.dispatchEvent(new MessageEvent('message', { data: text }));
      },
      send: (data: unknown) => socket.send(JSON.stringify(data)),
      close: () => socket.dispatchEvent(new Event('close')),
    };
  };
  const listen = (rules: HostRule[]) => {
    const stop = new AbortController();
    const said: HostInteraction[] = [];
    const taps = listenToTaps(page as unknown as HostContext['window'], stop.signal);
    adapter.start({
      emit: (event) => {
        expect(hostEventSchema.safeParse(event).error).toBeUndefined();
        if (event.type === 'interaction') said.push(event.interaction);
      },
      signal: stop.signal,
      window: page as unknown as HostContext['window'],
      options: { campaignHeader: 'X-Campaign', rules },
      tap: taps.lineOf(adapter.id, stop.signal),
    });
    return { said, stop };
  };
  return { connect, listen, crossed, page };
}
