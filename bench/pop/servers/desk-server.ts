import { createServer } from 'node:http';
import { hostHtml } from '../../../e2e/harness/pages/host-page.ts';
import { freePort } from '../../../scripts/process/free-port.ts';
import type { Mark } from '../marks/way-of.ts';
import { textOf } from './bodies.ts';

/** Which of the two is measured. */
export type SideName = 'ringside' | 'floor';

/**
 * Where a name is painted: `list` is the first of several people, `rest` the last of a person's fields. `options` and
 * `opened` are of pages that were opened: a host's name, and the widget's sign-in. `rang`: the page rang by itself.
 */
export type Where = 'page' | 'panel' | 'list' | 'rest' | 'card' | 'widget' | 'options' | 'opened' | 'rang';

/** A page's word that it painted a name, or that it rang. `at`: epoch milliseconds. */
export interface Told {
  side: SideName;
  where: Where;
  name: string;
  at: number;
  /** When the page's life began. */
  began: number;
}

export type Wanted = Omit<Told, 'at' | 'began'>;

/** Serves the host page to both browsers, and takes what their pages tell. */
export interface DeskServer {
  url: string;
  /** The host page of a side; with `ring` it rings by itself so many milliseconds after it was loaded. */
  page(side: SideName, ring?: { number: string; name: string; afterMs: number; surface: string }): string;
  /** A page of other content, for what a page load costs. */
  put(path: string, html: string): void;
  /** What happened on the way, in the order in which it was told; empty without `--marks`. */
  marks: Mark[];
  /** When this will have been told; rejects after `patienceMs`. */
  hears(wanted: Wanted, patienceMs?: number): Promise<number>;
  /** The same, and all that was told. */
  told(wanted: Wanted): Promise<Told>;
  stop(): Promise<void>;
}

/** Rings by the page's own timer, so that nothing here is an agent's gesture. */
const ringing = `
const clock = () => performance.timeOrigin + performance.now();
window.ring = (events, afterMs) => new Promise((resolve) => setTimeout(() => {
  const at = clock();
  for (const { focus, interaction } of events) {
    if (focus) host.focus(focus);
    if (interaction) host.interaction(interaction);
  }
  resolve(at);
}, afterMs));
const frames = new Map();
window.openSip = (url) => new Promise((resolve) => {
  const socket = new WebSocket(url);
  socket.onopen = () => resolve();
  // When the frame was there, whoever hears it first.
  socket.onmessage = ({ data, timeStamp }) =>
    frames.set(/^Call-ID: (.*)$/m.exec(data)?.[1].trim(), performance.timeOrigin + timeStamp);
});
window.frameOf = (callId) => frames.get(callId);
const asked = new URL(location.href).searchParams;
if (asked.has('number')) addEventListener('load', () => {
  const clientId = { kind: 'phone', value: asked.get('number') };
  const attributes = { surface: asked.get('surface') };
  const startedAt = new Date().toISOString();
  const call = { id: asked.get('name'), channel: 'phone', direction: 'inbound', state: 'offered', clientId, attributes, startedAt };
  ring([{ interaction: call }], Number(asked.get('after'))).then((at) => {
    const body = JSON.stringify({ side: asked.get('side'), where: 'rang', name: asked.get('name'), at, began: performance.timeOrigin });
    fetch('/told', { method: 'POST', body });
  });
});`;

/** A host page that rings, with this in it. */
export function deskPage(more: string): string {
  return hostHtml.replace('</body>', () => `<script>${ringing}</script>${more}</body>`);
}

export async function startDesk(watch: string): Promise<DeskServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const pages = new Map<string, string>();
  const waiting = new Map<string, (told: Told) => void>();
  const early = new Map<string, Told>();
  const marks: Mark[] = [];
  const watchScript = watch.replace('__DESK__', url);
  const desk = (side: string) =>
    deskPage(`<script data-side="${side}" data-places='{"page":"#name"}'>${watchScript}</script>`);

  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', url);
    if (address.pathname === '/marks') {
      marks.push(...(JSON.parse(await textOf(request)) as Mark[]));
      response.writeHead(204).end();
      return;
    }
    if (address.pathname === '/told') {
      const told = JSON.parse(await textOf(request)) as Told;
      response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
      const key = keyOf(told);
      const hear = waiting.get(key);
      waiting.delete(key);
      if (hear) hear(told);
      else early.set(key, told);
      return;
    }
    const html =
      address.pathname === '/desk'
        ? desk(address.searchParams.get('side') ?? '')
        : pages.get(address.pathname);
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  function told(wanted: Wanted, patienceMs = 15_000): Promise<Told> {
    const key = keyOf(wanted);
    const before = early.get(key);
    early.delete(key);
    // `rang` may be told before anybody waits; what was painted is of a pop that is still to come.
    if (before !== undefined && wanted.where === 'rang') return Promise.resolve(before);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(key);
        reject(new Error(`${wanted.side}: ${wanted.name} was not told of ${wanted.where} in time`));
      }, patienceMs);
      waiting.set(key, (one) => {
        clearTimeout(late);
        resolve(one);
      });
    });
  }

  return {
    url,
    page(side, ring) {
      const { afterMs, ...more } = ring ?? {};
      return `${url}/desk?${new URLSearchParams({ side, ...more, ...(afterMs !== undefined && { after: String(afterMs) }) })}`;
    },
    put: (path, html) => pages.set(path, html),
    marks,
    hears: async (wanted, patienceMs) => (await told(wanted, patienceMs)).at,
    told,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function keyOf({ side, where, name }: Wanted): string {
  return `${side} ${where} ${name}`;
}
