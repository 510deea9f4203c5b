import type { Direction } from '../../../domain/host/host-event.ts';
import { type Facts, sameParty } from '../rule-facts.ts';

/** What one message of a host says of one interaction. */
export interface HeardEvent {
  /** The host's own id; empty where the host has one interaction at a time and names none. */
  id: string;
  facts: Facts;
  parties: Partial<Record<Party, string>>;
  /** As the host has them, ISO 8601. */
  times: { startedAt?: string; answeredAt?: string };
  /** The page sent it. */
  sent?: boolean;
  /** It may name anew what the page dialled (`adopts` of the rule). */
  adopts?: boolean;
  /** It begins no interaction. */
  begins?: false;
  /** The agent looks at it now; at none where it has no id and the rule reads one. */
  focus?: true;
  /** Which side ended it, where the rule tells them apart. */
  endedBy?: 'agent' | 'other';
  /** Epoch milliseconds. */
  at: number;
  /** It was told before: what is known by now is not to be undone. */
  again?: boolean;
  /** The socket that carried it; windows have none. */
  socket?: number;
}

export type Party = 'caller' | 'callee' | 'callerName' | 'calleeName';

/** The same two sides, as far as both messages name them. */
export function sameParties(a: HeardEvent['parties'], b: HeardEvent['parties']): boolean {
  return sameParty(a.caller, b.caller) && sameParty(a.callee, b.callee);
}

/**
 * Of both sides the one that is not the agent. None where they are one: a host that calls the agent first, for a call that
 * they asked for, names them on both.
 */
export function otherSide(
  { caller, callee, callerName, calleeName }: HeardEvent['parties'],
  direction: Direction,
): { clientId?: string; displayName?: string } {
  if (caller !== undefined && caller === callee) return {};
  const [clientId, displayName] = direction === 'outbound' ? [callee, calleeName] : [caller, callerName];
  return { ...(clientId !== undefined && { clientId }), ...(displayName !== undefined && { displayName }) };
}
