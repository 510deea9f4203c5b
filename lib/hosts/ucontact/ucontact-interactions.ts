import type { HostInteraction } from '../../domain/host-event.ts';
import { toChannel, toClientId } from './client-id.ts';

const maxInteractions = 200;
const maxTextLength = 256;

export interface UcontactInteractions {
  /** What a message of the frame means; null where it means nothing. */
  take(message: unknown): HostInteraction[];
}

/**
 * Keeps what the contract leaves out of its later messages. `now` in epoch milliseconds. Sources: Events API
 * (https://docs.ucontactcloud.com/developer/events.html) and, for the older portal, Window Proxy API
 * (https://integra-scm.atlassian.net/wiki/x/AQCxnQ), both read 2026-11-20.
 */
export function createUcontactInteractions(now: () => number): UcontactInteractions {
  const live = new Map<string, HostInteraction>();
  /** The older portal names no interaction: it has one call at a time. */
  let portalCall: string | undefined;
  let count = 0;

  function begin(id: string, facts: Pick<HostInteraction, 'channel' | 'direction' | 'state'>, text: Text) {
    const startedAt = live.get(id)?.startedAt ?? new Date(now()).toISOString();
    const clientId = toClientId(facts.channel, text.clientId);
    const interaction: HostInteraction = {
      id,
      ...facts,
      ...(clientId && { clientId }),
      // The raw name stays the campaign's id: its arrow tells the direction (product.md B5).
      ...(text.campaign !== '' && { campaign: { id: text.campaign, name: text.campaign } }),
      startedAt,
    };
    const [oldest] = live.keys();
    if (live.size >= maxInteractions && oldest !== undefined) live.delete(oldest);
    live.set(id, interaction);
    return interaction;
  }

  function finish(id: string | undefined): HostInteraction[] {
    const interaction = id === undefined ? undefined : live.get(id);
    if (interaction === undefined) return [];
    live.delete(interaction.id);
    const endedAt = new Date(now()).toISOString();
    return [{ ...interaction, state: 'finished', endReason: 'completed', endedAt }];
  }

  function takeEvent(event: unknown, data: Record<string, unknown>): HostInteraction[] {
    const id = readText(data.guid);
    if (id === '') return [];
    if (event === 'finishedInteraction') return finish(id);
    if (event !== 'assignedInteraction') return [];
    const text = { clientId: readText(data.clientId), campaign: readText(data.campaign) };
    const channel = toChannel(readText(data.channel));
    return [begin(id, { channel, direction: directionOf(text.campaign), state: 'active' }, text)];
  }

  function takeAction(action: unknown, params: Record<string, unknown>): HostInteraction[] {
    if (action === 'finishedCall') {
      const ended = finish(portalCall);
      portalCall = undefined;
      return ended;
    }
    if (action !== 'gettingCall' && action !== 'makeCall') return [];
    const text = { clientId: readText(params.number), campaign: readText(params.campaign) };
    // A call that rings on says so again.
    const known = portalCall === undefined ? undefined : live.get(portalCall);
    if (known && known.clientId?.value === text.clientId && known.campaign?.name === text.campaign) return [];
    const ended = finish(portalCall);
    portalCall = `call ${now().toString(36)} ${++count}`;
    const direction = action === 'makeCall' ? 'outbound' : 'inbound';
    return [...ended, begin(portalCall, { channel: 'phone', direction, state: 'offered' }, text)];
  }

  return {
    take(message) {
      if (!isRecord(message)) return [];
      if (isRecord(message.data)) return takeEvent(message.event, message.data);
      if (typeof message.action !== 'string') return [];
      return takeAction(message.action, isRecord(message.params) ? message.params : {});
    },
  };
}

interface Text {
  clientId: string;
  campaign: string;
}

/** Campaign names end in an arrow: `->` outbound, `<-` inbound. */
function directionOf(campaign: string): 'inbound' | 'outbound' {
  return campaign.endsWith('->') ? 'outbound' : 'inbound';
}

/** Numbers come as numbers too. */
function readText(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'string' ? value.trim().slice(0, maxTextLength) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
