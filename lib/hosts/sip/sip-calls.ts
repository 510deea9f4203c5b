import type { HostInteraction } from '../../domain/host-event.ts';
import type { HostOptions } from '../host.ts';
import { readCallee, readCaller } from './read-party.ts';
import { advanceCall, type SipCall, sequenceOf } from './sip-call.ts';
import type { SipFrame } from './sip-frame.ts';

const maxCalls = 200;
const maxAttributes = 8;
const maxTextLength = 256;

export interface SipCalls {
  /** What the frame made of its call; null where it changed nothing. */
  take(frame: SipFrame): HostInteraction | null;
}

/** All calls of a page's sockets. Only an INVITE outside a dialog begins one. */
export function createSipCalls(options: HostOptions): SipCalls {
  const calls = new Map<string, SipCall>();

  /** The Call-ID is the interaction's id; the socket comes behind it only where another call has that id. */
  function begin(key: string, wanted: string, frame: SipFrame): HostInteraction {
    const taken = [...calls.values()].some(({ interaction }) => interaction.id === wanted);
    const id = taken ? `${wanted} ${frame.socket}` : wanted;
    for (const [old, { interaction }] of calls) {
      if (calls.size < maxCalls) break;
      if (interaction.state === 'finished') calls.delete(old);
    }
    const [oldest] = calls.keys();
    if (calls.size >= maxCalls && oldest !== undefined) calls.delete(oldest);
    const interaction = toInteraction(id, frame, options.campaignHeader.toLowerCase());
    const held = { ours: { now: false, before: false }, theirs: { now: false, before: false } };
    calls.delete(key);
    calls.set(key, { interaction, outbound: frame.sent, sequence: sequenceOf(frame), held });
    return interaction;
  }

  /** The phone may have opened a new socket in mid-call; both legs of a call in one page have two. */
  function findByCallId(callId: string): SipCall | undefined {
    const live = [...calls]
      .filter(([key, call]) => key.endsWith(` ${callId}`) && call.interaction.state !== 'finished')
      .map(([, call]) => call);
    return live.length === 1 ? live[0] : undefined;
  }

  return {
    take(frame) {
      const callId = frame.headers['call-id']?.slice(0, maxTextLength);
      if (callId === undefined || callId === '') return null;
      const key = `${frame.socket} ${callId}`;
      const known = calls.get(key);
      if (frame.start !== 'INVITE' || !frame.initial) {
        const call = known ?? findByCallId(callId);
        return call !== undefined && advanceCall(call, frame) ? call.interaction : null;
      }
      if (known === undefined) return begin(key, callId, frame);
      // Called again under the same Call-ID after it ended, as after a redirection: a new interaction.
      const sequence = sequenceOf(frame);
      const over = known.interaction.state === 'finished' && known.outbound === frame.sent;
      if (over && sequence > known.sequence) {
        // Kept under a key that no frame has, so that nobody gets its id.
        calls.set(`${key};${known.sequence}`, known);
        return begin(key, `${callId};${sequence}`, frame);
      }
      return advanceCall(known, frame) ? known.interaction : null;
    },
  };
}

function toInteraction(id: string, frame: SipFrame, campaignHeader: string): HostInteraction {
  const { headers, sent } = frame;
  const campaign = readText(headers[campaignHeader]);
  const contactId = readText(headers['x-contact-id']);
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith('x-') && name !== campaignHeader && name !== 'x-contact-id')
    .map(([name, value]) => [name, readText(value)] as const)
    .filter(([, value]) => value !== '')
    .slice(0, maxAttributes);
  return {
    id,
    channel: 'phone',
    direction: sent ? 'outbound' : 'inbound',
    state: 'offered',
    ...(sent ? readCallee(headers) : readCaller(headers)),
    ...(contactId !== '' && { contactId }),
    ...(campaign !== '' && { campaign: { id: campaign, name: campaign } }),
    startedAt: new Date(frame.at).toISOString(),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
  };
}

/** A header's words: without quotes, percent signs decoded where they are well formed. */
function readText(value: string | undefined): string {
  const bare = (value ?? '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(.)/g, '$1');
  try {
    return decodeURIComponent(bare).slice(0, maxTextLength);
  } catch {
    return bare.slice(0, maxTextLength);
  }
}
