import type { HostRule, WebSocketRule } from '../../domain/host/host-rules.ts';
import type { WebSocketVersion } from '../../domain/host/host-rules-events.ts';
import type { HostAdapter } from '../host.ts';
import { holdsHere } from '../rules/holds-here.ts';
import { endLostLines } from '../rules/messages/end-lost-lines.ts';
import { createEventLives, type EventLives, endOthers } from '../rules/messages/event-lives.ts';
import { createEventReader, type EventReader } from '../rules/messages/event-reader.ts';
import type { SocketEvent, WantedSocket } from '../rules/messages/wanted-frames.ts';
import { createKeptLives } from '../rules/rows/kept-lives.ts';
import { numberPlaces } from '../rules/rows/number-places.ts';

const livesOf = createKeptLives<EventLives>();
/** What the line to the tap takes, with room for its envelope. */
const maxWants = 16_000;

interface Source {
  rule: WebSocketRule;
  version: WebSocketVersion;
  reader: EventReader;
  wants: WantedSocket;
  /** Where it looks for the ClientID. */
  at: string;
}

/** Telephony gateways and inboxes that speak JSON over a WebSocket, read as a host rule says (docs/host-rules.md). */
const adapter: HostAdapter = {
  id: 'json-websocket',
  start({ emit, signal, window, options, tap, report, count }) {
    const all = livesOf(window);
    const sources = new Map<string, Source>();
    let length = 2;
    for (const source of (options.rules ?? []).flatMap(sourcesOf)) {
      length += JSON.stringify(source.wants).length + 1;
      if (length <= maxWants) sources.set(source.wants.key, source);
      else report?.(source.rule.id, 'cannot-read');
    }

    const ids = [...sources.values()].map(({ rule }) => rule.id);
    for (const interaction of endOthers(all, ids)) emit({ type: 'interaction', interaction });
    let telling = false;
    let looked: (() => string | null) | undefined;
    const tellLive = () => {
      telling = false;
      for (const lives of signal.aborted ? [] : all.values())
        for (const interaction of lives.live()) emit({ type: 'interaction', interaction });
      if (looked) emit({ type: 'focus', interactionId: looked() });
      looked = undefined;
    };
    const lines = endLostLines(all, (interaction) => emit({ type: 'interaction', interaction }), signal);
    tap.listen((message) => {
      if (signal.aborted || lines.take(message)) return;
      const event = checkEvent(message);
      const source = event && sources.get(event.key);
      if (!event || !source || !holdsHere(source.rule.where, window)) return;
      const { rule, version, reader } = source;
      const heard = reader.read(event);
      if (heard === null) return;
      const { clientScope: scope, withheld } = version;
      const lives = all.get(rule.id) ?? createEventLives(rule.id, { ...rule, scope, withheld });
      all.set(rule.id, lives);
      const told = lives.take({ ...heard, socket: event.socket, ...(event.again && { again: true }) });
      if (source.at !== '') count?.(rule.id, { at: source.at, channel: rule.channel, ...lives.numbers() });
      // Of what was told before, only what is still live is worth telling, once all of it is known.
      if (!event.again) {
        for (const interaction of told) emit({ type: 'interaction', interaction });
        if (heard.focus) emit({ type: 'focus', interactionId: lives.idOf(heard.id) });
        return;
      }
      if (heard.focus) looked = () => lives.idOf(heard.id);
      if (!telling) {
        telling = true;
        queueMicrotask(tellLive);
      }
    });
    tap.ask([...sources.values()].map(({ wants }) => wants));
  },
};

export default adapter;

function sourcesOf(rule: HostRule): Source[] {
  if (rule.read !== 'websocket') return [];
  return rule.versions.map((version) => {
    const { url, framing, namespace = '/', contains, since } = version;
    const reader = createEventReader(version);
    const wants: WantedSocket = {
      key: `${rule.id} ${since}`,
      ...(url !== undefined && { url }),
      ...(framing === 'socket.io' && { io: namespace }),
      ...(framing === 'sockjs' && { sockjs: 1 as const }),
      ...(contains !== undefined && { contains }),
      ...reader.wanted,
    };
    return { rule, version, reader, wants, at: numberPlaces(version) };
  });
}

/** What comes from the page's own world is a claim. */
function checkEvent(message: unknown): SocketEvent | null {
  if (typeof message !== 'object' || message === null) return null;
  const { key, socket, sent, at, type, values } = message as Partial<Record<keyof SocketEvent, unknown>>;
  if (typeof key !== 'string' || typeof type !== 'string' || typeof sent !== 'boolean') return null;
  if (typeof socket !== 'number') return null;
  if (typeof at !== 'number' || !Number.isFinite(new Date(at).getTime())) return null;
  if (typeof values !== 'object' || values === null) return null;
  const again = 'again' in message && message.again === true;
  // The reader takes texts only, whatever stands there.
  return { key, sent, at, type, values: values as SocketEvent['values'], socket, ...(again && { again }) };
}
