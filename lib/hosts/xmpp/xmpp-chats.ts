import type { Identifier } from '../../domain/contact/identifier.ts';
import { numberInId } from '../../domain/contact/number-in-id.ts';
import type { EndReason, HostInteraction } from '../../domain/host/host-event.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';

const maxChats = 200;
const maxNameLength = 256;

export interface XmppChats {
  /** They wrote. `at`: epoch milliseconds. */
  wrote(jid: string, at: number, name?: string): HostInteraction | null;
  /** They had written before: begins nothing, but tells who began where the agent answers. */
  hadWritten(jid: string): void;
  /** The agent wrote, here or from another client of the account. `late`: perhaps in a chat that began before us. */
  replied(jid: string, at: number, late?: boolean): HostInteraction | null;
  /** How many of their messages are unread. */
  unread(jid: string, count: number): HostInteraction | null;
  /** One of the two left. */
  left(jid: string, at: number, by: 'us' | 'them'): HostInteraction | null;
}

/**
 * The chats of an account, one interaction for each other bare address: offered while nobody here has answered, active
 * from the agent's first words on, finished when one of the two leaves. Addresses are bare and in lower case.
 */
export function createXmppChats(): XmppChats {
  const chats = new Map<string, { interaction: HostInteraction; unread: number }>();
  const earlier = new Set<string>();

  function begin(jid: string, facts: Partial<HostInteraction>, unread: number): HostInteraction {
    const interaction: HostInteraction = {
      id: jid,
      channel: 'chat',
      direction: 'inbound',
      state: 'offered',
      clientId: clientIdOf(jid),
      attributes: { unread: `${unread}` },
      correlation: [jid],
      ...facts,
    };
    keepNewest(chats, jid, { interaction, unread }, maxChats);
    return interaction;
  }

  function change(jid: string, facts: Partial<HostInteraction>, unread: number): HostInteraction | null {
    const chat = chats.get(jid);
    if (chat === undefined) return null;
    const next = { ...chat.interaction, ...facts, attributes: { unread: `${unread}` } };
    if (JSON.stringify(next) === JSON.stringify(chat.interaction)) return null;
    chats.set(jid, { interaction: next, unread });
    return next;
  }

  const named = (name: string | undefined) => (name ? { displayName: name.slice(0, maxNameLength) } : {});

  return {
    wrote(jid, at, name) {
      const chat = chats.get(jid);
      return chat === undefined
        ? begin(jid, { startedAt: new Date(at).toISOString(), ...named(name) }, 1)
        : change(jid, chat.interaction.displayName === undefined ? named(name) : {}, chat.unread + 1);
    },
    hadWritten(jid) {
      if (earlier.size < maxChats) earlier.add(jid);
    },
    replied(jid, at, late) {
      const answeredAt = new Date(at).toISOString();
      const chat = chats.get(jid);
      if (chat === undefined) {
        const direction = earlier.has(jid) ? 'inbound' : late ? 'unknown' : 'outbound';
        if (late) return begin(jid, { direction, state: 'active', joinedLate: true }, 0);
        return begin(jid, { startedAt: answeredAt, direction, state: 'active', answeredAt }, 0);
      }
      return change(jid, chat.interaction.state === 'active' ? {} : { state: 'active', answeredAt }, 0);
    },
    unread: (jid, count) => change(jid, {}, count),
    left(jid, at, by) {
      const chat = chats.get(jid);
      if (chat === undefined) return null;
      chats.delete(jid);
      earlier.delete(jid);
      const reason: EndReason = by === 'us' ? 'rejected' : 'missed';
      const endReason = chat.interaction.state === 'active' ? 'completed' : reason;
      return { ...chat.interaction, state: 'finished', endReason, endedAt: new Date(at).toISOString() };
    },
  };
}

/** Gateways make addresses of phone numbers (number-in-id.ts); every other address is itself the ClientID. */
function clientIdOf(jid: string): Identifier {
  const number = numberInId(jid);
  return number === undefined ? { kind: 'username', value: jid } : { kind: 'phone', value: number };
}
