import type { IdentifierKind } from '../lib/domain/contact/identifier.ts';
import { identifierKinds } from '../lib/domain/contact/identifier-schema.ts';
import {
  channels,
  directions,
  type HostInteraction,
  hostInteractionSchema,
} from '../lib/domain/host/host-event.ts';

/**
 * The interaction that the widget's own address names: `contactId`, or `clientId` with `kind` and `scope`, and
 * `name`, `campaign`, `channel`, `direction`. They are read from the fragment, which never reaches a server or its
 * log, and, where a host can only build a query, from that. null where the address names nobody.
 */
export function urlInteraction(address: string, id: string, startedAt: string): HostInteraction | null {
  const { hash, search } = new URL(address);
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const read = (key: string) => fragment.get(key) || query.get(key) || undefined;

  const contactId = read('contactId');
  const clientId = readClientId(read('clientId'));
  if (!contactId && !clientId) return null;
  const channel = channels.find((each) => each === read('channel')) ?? 'phone';
  const kind = identifierKinds.find((each) => each === read('kind')) ?? kindFor(channel, clientId ?? '');
  const scope = read('scope');
  const name = read('name');
  const campaign = read('campaign');
  const parsed = hostInteractionSchema.safeParse({
    id,
    channel,
    direction: directions.find((each) => each === read('direction')) ?? 'inbound',
    state: 'active',
    startedAt,
    ...(contactId && { contactId }),
    ...(clientId && { clientId: { kind, value: clientId, ...(scope && { scope }) } }),
    ...(name && { displayName: name }),
    ...(campaign && { campaign: { name: campaign } }),
  });
  return parsed.success ? parsed.data : null;
}

/** A bare `+` in an address means a space; no client id begins with one, and numbers often begin with a plus. */
function readClientId(value: string | undefined): string | undefined {
  return value?.replace(/^ (?=\d)/, '+').trim() || undefined;
}

/** The kind of ClientID that a channel carries. A short number becomes an extension when it is normalised. */
function kindFor(channel: HostInteraction['channel'], clientId: string): IdentifierKind {
  switch (channel) {
    case 'email':
    case 'instagram':
    case 'facebook':
    case 'telegram':
      return channel;
    case 'chat':
    case 'other':
      return /^[^@\s]+@[^@\s]+$/.test(clientId) ? 'email' : 'username';
    default:
      return 'phone';
  }
}
