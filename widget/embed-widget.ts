import { keepNewest } from '../lib/domain/text/keep-newest.ts';
import { isChildFrame } from '../lib/hosts/frames/hear-frames.ts';
import { createUcontactInteractions } from '../lib/hosts/ucontact/ucontact-interactions.ts';

/** Messages that a host may say (docs/host-protocol.md). */
const spoken = new Set(['hello', 'interaction', 'focus', 'inbox', 'language', 'event']);
const envelope = { protocol: 'ringside', version: 1 } as const;
const longestMemory = 200;

/** Any object of the protocol; the widget validates it, this script only passes it on. */
type Message = Record<string, unknown>;

/** `window.ringside`: for hosts that do not want to write messages themselves. Each call is one message of the protocol. */
export interface RingsideApi {
  hello(host: { name: string; version: string }): void;
  interaction(interaction: Message): void;
  focus(interactionId: string | null): void;
  inbox(mode: 'docked' | 'full' | 'hidden'): void;
  /** The language that the host is in now, such as `es` or `pt-BR`. */
  language(tag: string): void;
  event(event: Message): void;
}

export interface EmbedOptions {
  url: string;
  target: Element;
  /** Exact origin of the uContact that this page holds in a frame of its own. */
  ucontactOrigin?: string | undefined;
}

/**
 * Puts the widget into `target` and passes on to it, over a port handed to its exact origin, what the page says to its
 * own window: the very messages that the extension reads, so that a host integrates once for both. uContact posts to the
 * page around it; what its messages mean is passed on as interactions.
 */
export function embedWidget(
  window: Window & typeof globalThis,
  { url, target, ucontactOrigin }: EmbedOptions,
): RingsideApi {
  const { origin } = new window.URL(url);
  const memory = createMemory(window);
  let port: MessagePort | undefined;

  const frame = window.document.createElement('iframe');
  frame.title = 'Ringside';
  frame.allow = '';
  frame.referrerPolicy = 'origin';
  frame.style.cssText = 'border:0;width:100%;height:100%;display:block';

  const say = (message: Message) => window.postMessage({ ...envelope, ...message }, window.origin);

  const pass = (data: Message & { type: string }) => {
    memory.keep(data);
    port?.postMessage(data);
  };
  const ucontact = createUcontactInteractions(Date.now);

  window.addEventListener('message', (message) => {
    if (message.origin === ucontactOrigin && isChildFrame(message.source, window)) {
      for (const interaction of ucontact.take(message.data))
        pass({ ...envelope, type: 'interaction', interaction });
    }
    const data = ours(message.data);
    if (!data) return;
    if (message.source === window && message.origin === window.origin && spoken.has(data.type)) pass(data);
    const widget = frame.contentWindow;
    if (widget && message.source === widget && message.origin === origin && data.type === 'hello?')
      handPort(widget);
  });

  function handPort(widget: Window): void {
    port?.close();
    const channel = new window.MessageChannel();
    port = channel.port1;
    widget.postMessage(memory.hello(), { targetOrigin: origin, transfer: [channel.port2] });
    for (const kept of memory.live()) port.postMessage(kept);
    // A host that speaks the protocol by itself tells the rest.
    say({ type: 'hello?' });
  }

  frame.src = url;
  target.append(frame);
  return {
    hello: (host) => say({ type: 'hello', host, commands: [] }),
    interaction: (interaction) => say({ type: 'interaction', interaction }),
    focus: (interactionId) => say({ type: 'focus', interactionId }),
    inbox: (mode) => say({ type: 'inbox', mode }),
    language: (tag) => say({ type: 'language', language: tag }),
    event: (event) => say({ type: 'event', event }),
  };
}

/** The last word on everything, for a widget that loads, or loads again, later than it was said. */
function createMemory(window: Window) {
  let hello: Message = {
    ...envelope,
    type: 'hello',
    host: { name: window.location.host, version: '1' },
    commands: [],
  };
  const said = new Map<string, Message>();
  return {
    hello: () => hello,
    live: () => [...said.values()],
    keep(data: Message & { type: string }) {
      if (data.type === 'hello') hello = data;
      if (data.type === 'hello' || data.type === 'event') return;
      const key = data.type === 'interaction' ? `interaction ${textOf(data.interaction, 'id')}` : data.type;
      said.delete(key);
      if (data.type === 'interaction' && textOf(data.interaction, 'state') === 'closed') return;
      keepNewest(said, key, data, longestMemory);
    },
  };
}

function textOf(interaction: unknown, key: 'id' | 'state'): string {
  return typeof interaction === 'object' && interaction !== null ? String(Reflect.get(interaction, key)) : '';
}

function ours(data: unknown): (Message & { type: string }) | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('protocol' in data) || data.protocol !== 'ringside') return undefined;
  if (!('version' in data) || data.version !== 1) return undefined;
  if (!('type' in data) || typeof data.type !== 'string') return undefined;
  return { ...data, type: data.type };
}
