import type { EndReason, HostInteraction } from '../../domain/host/host-event.ts';
import { type CallFacts, contactIdOf, correlationOf, factsOfInvite } from './call-facts.ts';
import { changedParty, takesOver } from './changed-party.ts';
import { type Party, readCallee, readOther } from './read-party.ts';
import type { SipFrame } from './sip-frame.ts';
import { isHeld, type SipLeg } from './sip-leg.ts';
import { tagOf } from './tag-of.ts';

/** One interaction and its legs, in the order they began. */
export interface SipCall {
  interaction: HostInteraction;
  legs: SipLeg[];
  /** The branch (its tag) of a call that rings by which its party was told; the one that was dialled comes back with another. */
  toldBy?: string;
}

/** Worst to best, of the legs of a call that nobody answered here. */
const unanswered: EndReason[] = ['failed', 'missed', 'cancelled', 'rejected', 'elsewhere'];

/** `own`: the users that the page registers, which count only where the INVITE passed before us. */
export function createCall(
  id: string,
  leg: SipLeg,
  campaignHeader: string,
  own: ReadonlySet<string>,
): SipCall {
  const { invite, late, state } = leg;
  const interaction: HostInteraction = {
    id,
    channel: 'phone',
    direction: late && state !== 'ringing' ? 'unknown' : leg.outbound ? 'outbound' : 'inbound',
    state: 'offered',
    ...(late
      ? { ...readOther(invite, own), joinedLate: true }
      : { ...factsOfInvite(invite, campaignHeader), startedAt: new Date(invite.at).toISOString() }),
    correlation: correlationOf([leg]),
  };
  return { interaction, legs: [leg] };
}

/** The same INVITE again, with credentials or to another address of the phone: the newest one's words count. */
export function refreshCall(call: SipCall, leg: SipLeg, campaignHeader: string): void {
  const { withheld: _, clientId: __, ...rest } = call.interaction;
  if (call.legs.length > 1 || rest.state !== 'offered') return;
  call.interaction = {
    ...rest,
    ...factsOfInvite(leg.invite, campaignHeader),
    correlation: correlationOf(call.legs),
  };
}

/** A leg that takes the place of others, once it is answered: its party and campaign become the call's. */
export function adoptFacts(call: SipCall, leg: SipLeg, campaignHeader: string): void {
  const { clientId, displayName, withheld, ...facts } = factsOfInvite(leg.invite, campaignHeader);
  const party: Party = {
    ...(clientId && { clientId }),
    ...(displayName !== undefined && { displayName }),
    ...(withheld && { withheld }),
  };
  const { attributes } = call.interaction;
  const more: CallFacts = {
    ...facts,
    ...(facts.attributes && { attributes: { ...attributes, ...facts.attributes } }),
  };
  if (takesOver(call.interaction, party, leg)) setParty(call, party);
  call.interaction = { ...call.interaction, ...more };
}

/** The party as a frame of a leg says it now. */
export function followParty(call: SipCall, leg: SipLeg, frame: SipFrame, own: ReadonlySet<string>): void {
  const rings = leg.outbound && leg.state === 'ringing';
  // The answer itself counts once the leg is answered; what rings in a call's place has not taken it yet.
  if (rings && (isFinal(frame) || call.legs[0] !== leg)) return;
  const branch = tagOf(frame.headers[typeof frame.start === 'number' ? 'to' : 'from']);
  if (leg.outbound) returnToDialled(call, leg, branch);
  // Of several that ring nobody knows who will answer.
  if (rings && [...leg.early].some((tag) => tag !== branch)) return;
  const change = changedParty(call.interaction, leg, frame, own);
  if (change === null) return;
  const contactId = contactIdOf(frame.headers);
  if (change.kind === 'other') setParty(call, { ...change.party, ...(contactId !== '' && { contactId }) });
  else call.interaction = { ...call.interaction, ...change.party };
  if (rings && branch !== undefined) call.toldBy = branch;
}

/** What one branch of a forked call said of itself holds for none of the others. */
function returnToDialled(call: SipCall, leg: SipLeg, branch: string | undefined): void {
  if (call.toldBy === undefined || branch === undefined || branch === call.toldBy) return;
  // Within the call that was answered nothing is forked any more.
  if (leg.state === 'answered' && leg.remoteTag === call.toldBy) return;
  delete call.toldBy;
  setParty(call, readCallee(leg.invite.headers));
}

function isFinal({ start }: SipFrame): boolean {
  return typeof start === 'number' && start >= 200;
}

function setParty(call: SipCall, party: Party & Pick<HostInteraction, 'contactId'>): void {
  const { clientId: _, withheld: __, contactId: ___, ...rest } = call.interaction;
  // An empty name takes the former party's away; one that is left out would leave it standing.
  call.interaction = { ...rest, displayName: '', ...party };
}

/** Brings the interaction up to its legs. `at`: when what happened passed the socket. */
export function settleCall(call: SipCall, at: number): void {
  const { interaction, legs } = call;
  if (interaction.state === 'finished') return;
  const open = legs.filter(({ state }) => state !== 'ended');
  const time = new Date(at).toISOString();
  const correlation = correlationOf(legs);
  if (open.length === 0) {
    const endReason = reasonOf(call);
    call.interaction = { ...interaction, correlation, state: 'finished', endReason, endedAt: time };
    return;
  }
  const answered = open.filter(({ state }) => state === 'answered');
  const state =
    answered.length === 0
      ? interaction.state
      : answered.every(isHeld)
        ? ('held' as const)
        : ('active' as const);
  const first = interaction.answeredAt === undefined && answered.some((leg) => leg.answeredAt !== undefined);
  call.interaction = { ...interaction, correlation, state, ...(first && { answeredAt: time }) };
}

/** Whether they say the same, whatever the order of their members. */
export function isSame(before: HostInteraction | undefined, after: HostInteraction): boolean {
  if (before === undefined) return false;
  const told = (interaction: HostInteraction) =>
    JSON.stringify(Object.entries(interaction).sort(([a], [b]) => (a < b ? -1 : 1)));
  return told(before) === told(after);
}

function reasonOf({ interaction, legs }: SipCall): EndReason {
  const reasons = legs.flatMap(({ endReason }) => endReason ?? []);
  if (interaction.state !== 'offered') {
    if (reasons.includes('completed')) return 'completed';
    // The exchange had answered, and told at the end what whoever was called did.
    const refused = legs.some((leg) => leg.answeredAt !== undefined && leg.endReason === 'rejected');
    return refused ? 'rejected' : 'failed';
  }
  return reasons.reduce(
    (best, one) => (unanswered.indexOf(one) > unanswered.indexOf(best) ? one : best),
    'failed',
  );
}
