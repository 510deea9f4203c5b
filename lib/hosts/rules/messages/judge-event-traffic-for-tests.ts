import { hostInteractionSchema } from '../../../domain/host/host-event.ts';
import { messageVersionSchema, webSocketVersionSchema } from '../../../domain/host/host-rules-events.ts';
import { readValues } from '../read-values.ts';
import { canary, type GeneratedEvent } from './event-grammar-for-tests.ts';
import { createEventLives } from './event-lives.ts';
import { createEventReader } from './event-reader.ts';
import { createFrameReader } from './wanted-frames.ts';

/** A rule of events under `at`, as an administrator would write it. */
const words = (at: string) => ({
  since: '2026-09-01',
  type: `${at}type`,
  id: `${at}call.id`,
  caller: `${at}call.from`,
  callee: `${at}call.to`,
  displayName: [`${at}call.name`, { path: `${at}call.from`, match: '^(.*)@', decode: true }],
  campaign: `${at}headers[name=X-Campaign].value`,
  startedAt: `${at}call.at`,
  directionFrom: { path: `${at}call.direction`, map: { in: 'inbound', out: 'outbound' } },
  events: [
    { type: 'ring', state: 'offered' },
    { type: 'answer', state: 'active', adopts: true },
    { type: ['hold', 'state'], stateFrom: `${at}call.state`, begins: false },
    { type: 'end', on: 'received', state: 'finished', where: [{ path: `${at}call.id`, match: '\\S' }] },
    { type: 'end', state: 'finished', endReason: 'rejected' },
  ],
});
const versions = [
  words(''),
  { ...words(''), each: 'events' },
  { ...words('data.'), framing: 'socket.io' },
  { ...words('data.'), framing: 'socket.io', namespace: '/admin' },
  { ...words(''), framing: 'sockjs' },
].map((version) => webSocketVersionSchema.parse(version));
const ofWindows = createEventReader(messageVersionSchema.parse({ ...words(''), origins: ['self'] }));
const readers = versions.map(createEventReader);

/** Reads one frame as the page's half does, for every way of framing. */
export const readEventFrame = createFrameReader(
  versions.map(({ framing, namespace = '/' }, index) => ({
    ...readers[index]?.wanted,
    key: `${index}`,
    ...(framing === 'socket.io' && { io: namespace }),
    ...(framing === 'sockjs' && { sockjs: 1 }),
  })),
).read;

/**
 * For tests: passes generated events through everything that reads them, and throws where a rule is broken. Nothing
 * throws, nothing that was not asked for gets out, what is told is valid, and nothing ends that had not begun.
 */
export function judgeEventTraffic(traffic: GeneratedEvent[]): void {
  let now = 1_790_000_000_000;
  const all = [...readers, ofWindows].map((reader, index) => ({
    reader,
    lives: createEventLives(`file/${index}`, { channel: 'phone', direction: 'inbound' }),
  }));
  const live = new Set<string>();

  function take(index: number, type: string, values: unknown, sent: boolean): void {
    const told = JSON.stringify({ type, values });
    if (told.includes(canary)) throw new Error(`a secret got out: ${told}`);
    const { reader, lives } = all[index] ?? {};
    const heard = reader?.read({ type, values: JSON.parse(told).values, sent, at: now });
    if (!heard) return;
    for (const interaction of lives?.take({ ...heard, socket: 1 }) ?? []) {
      if (!hostInteractionSchema.safeParse(interaction).success)
        throw new Error(`not valid: ${JSON.stringify(interaction)}`);
      const over = interaction.state === 'finished';
      if (over && !live.delete(interaction.id)) throw new Error('ended before it began');
      if (!over) live.add(interaction.id);
    }
  }

  for (const one of traffic) {
    if ('data' in one)
      readValues(ofWindows.wanted, one.data, (type, values) => take(readers.length, type, values, false));
    else {
      const frame = { socket: 1, address: 'wss://gateway.example/', binary: false, at: now };
      readEventFrame({ ...frame, ...one }, ({ key, type, values, sent }) =>
        take(Number(key), type, values, sent),
      );
    }
    now += 500;
  }
}
