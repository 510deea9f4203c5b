import { identifierKinds } from '../../lib/domain/contact/identifier-schema.ts';
import { channels } from '../../lib/domain/host/host-event.ts';
import type { Arrival } from './interaction.ts';

/** Name of the same-origin BroadcastChannel that takes `{ type: 'demo.ring', ring, … }`, the keys of the address. */
export const ringChannelName = 'demo.desk';

const longestWait = 600_000;

/**
 * Makes a customer get in touch without anybody's hand on the page, for tests and demonstrations:
 * `?ring=+33199004217&after=500&campaign=Field%20service`. `ring` is a number or address, or `withheld`; optional are
 * `channel`, `kind`, `scope`, `name`, `contactId`, `direction`, `campaign` and `after` (milliseconds).
 * The same keys come as a message over the BroadcastChannel `demo.desk`, with `type: 'demo.ring'`.
 */
export function startRingHook(window: Window & typeof globalThis, ring: (arrival: Arrival) => void): void {
  const search = new URLSearchParams(window.location.search);
  // In a query a plus sign means a space; nobody writes %2B by hand, and no number starts with a space.
  const value = search.get('ring')?.replace(/^ (?=\d)/, '+');
  if (value) schedule({ ...Object.fromEntries(search), ring: value });

  new window.BroadcastChannel(ringChannelName).addEventListener('message', ({ data }) => {
    if (typeof data === 'object' && data !== null && data.type === 'demo.ring') schedule(data);
  });

  function schedule(wanted: Record<string, unknown>): void {
    const arrival = readArrival(wanted);
    const after = Number(wanted.after ?? 0);
    if (arrival) window.setTimeout(() => ring(arrival), Math.min(Math.max(after || 0, 0), longestWait));
  }
}

/** undefined where there is nothing to ring. Exported for its test. */
export function readArrival(wanted: Record<string, unknown>): Arrival | undefined {
  const text = (key: string) => {
    const value = wanted[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const ring = text('ring');
  if (!ring) return undefined;
  const channel = channels.find((each) => each === text('channel')) ?? 'phone';
  const kind = identifierKinds.find((each) => each === text('kind')) ?? defaultKind(channel, ring);
  const direction = text('direction');
  const scope = text('scope');
  const displayName = text('name');
  const contactId = text('contactId');
  return {
    channel,
    direction: direction === 'outbound' || direction === 'internal' ? direction : 'inbound',
    campaign: text('campaign') ?? 'Support',
    ...(ring === 'withheld'
      ? { withheld: true }
      : { clientId: { kind, value: ring, ...(scope && { scope }) } }),
    ...(displayName && { displayName }),
    ...(contactId && { contactId }),
  };
}

/** The kind of ClientID a channel carries where nothing else is said. */
export function defaultKind(channel: Arrival['channel'], value: string) {
  if (channel === 'instagram' || channel === 'facebook' || channel === 'telegram') return channel;
  if (value.includes('@') && !value.startsWith('@')) return 'email';
  if (channel === 'chat' || channel === 'other') return 'username';
  return value.replace(/\D/g, '').length < 7 ? 'extension' : 'phone';
}
