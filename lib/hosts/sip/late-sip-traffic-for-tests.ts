import fc from 'fast-check';
import { answer, type Fields, request, sdp } from './dialogue-for-tests.ts';

/** One frame of a dialogue that is right, and how its call stands once it has passed. */
export interface TrueFrame {
  call: string;
  sent: boolean;
  text: string;
  state: 'ringing' | 'answered' | 'ended';
  outbound: boolean;
  /** The other side's number. */
  party: string;
}

export interface LateTraffic {
  /** In the order they passed; those before `from` passed before anybody was there. */
  frames: TrueFrame[];
  from: number;
  /** The page took `send` from its socket before: nothing that it sends is seen. */
  deaf: boolean;
}

const steps = ['hold', 'resume', 'info', 'refresh', 'update', 'busy', 'refer'] as const;
const endings = ['bye', 'bye from across', 'none'] as const;

interface Plan {
  outbound: boolean;
  progress: ('100' | '180' | '183' | 'PRACK' | 'early UPDATE')[];
  outcome: 'answered' | 'refused' | 'cancelled' | 'rings' | 'challenged';
  later: { step: (typeof steps)[number]; ours: boolean }[];
  ending: (typeof endings)[number];
}

const plan: fc.Arbitrary<Plan> = fc.record({
  outbound: fc.boolean(),
  progress: fc.array(fc.constantFrom('100', '180', '183', 'PRACK', 'early UPDATE'), { maxLength: 4 }),
  outcome: fc.constantFrom('answered', 'answered', 'answered', 'refused', 'cancelled', 'rings', 'challenged'),
  later: fc.array(fc.record({ step: fc.constantFrom(...steps), ours: fc.boolean() }), { maxLength: 5 }),
  ending: fc.constantFrom(...endings),
});

/** Calls of one page at once, each of them as phones write it, of which only the end may be seen. */
export const lateSipTraffic: fc.Arbitrary<LateTraffic> = fc
  .tuple(
    fc.array(plan, { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(2), { maxLength: 120 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(([plans, turns, cut, deaf]) => {
    const waiting = plans.map(dialogue);
    const frames: TrueFrame[] = [];
    for (const turn of turns) frames.push(...(waiting[turn % waiting.length]?.splice(0, 1) ?? []));
    frames.push(...waiting.flat());
    return { frames, from: cut % frames.length, deaf };
  });

function dialogue({ outbound, progress, outcome, later, ending }: Plan, index: number): TrueFrame[] {
  const call = `call-${index}@late.invalid`;
  const party = `+3361234567${index}`;
  const us = '<sip:agent7@pbx.example>';
  const them = `"Ann" <sip:${party}@pbx.example>`;
  const frames: TrueFrame[] = [];
  let state: TrueFrame['state'] = 'ringing';
  let branches = 0;

  /** A request of ours or theirs, in the dialog unless `bare`. */
  const put = (
    ours: boolean,
    method: string,
    cseq: number,
    more: Fields & { branch?: number; bare?: boolean } = {},
  ) => {
    const { branch = ++branches, bare, ...rest } = more;
    const [from, to] = ours ? [`${us};tag=us`, them] : [`${them};tag=them`, us];
    const tag = bare ? '' : ours ? ';tag=them' : ';tag=us';
    const spell = (text: string) => text.replace(/branch=\w+/, `branch=z9hG4bK${index}n${branch}`);
    const text = request(method, { callId: call, cseq: `${cseq}`, from, to: to + tag, spell, ...rest });
    frames.push({ call, sent: ours, text, state, outbound, party });
    return branch;
  };
  const reply = (ours: boolean, method: string, cseq: number, status: string) => {
    const [from, to] = ours ? [`${us};tag=us`, `${them};tag=them`] : [`${them};tag=them`, `${us};tag=us`];
    const text = answer(status, { method, callId: call, cseq: `${cseq}`, from, to });
    frames.push({ call, sent: !ours, text, state, outbound, party });
  };
  const asked = (ours: boolean, method: string, cseq: number, status: string, more: Fields = {}) => {
    const branch = put(ours, method, cseq, more);
    reply(ours, method, cseq, status);
    if (method === 'INVITE') put(ours, 'ACK', cseq, status.startsWith('2') ? {} : { branch });
  };

  let first = 1;
  let branch = put(outbound, 'INVITE', first, { bare: true, body: sdp('sendrecv') });
  // Who is called asks for no credentials.
  if (outcome === 'challenged' && outbound) {
    reply(outbound, 'INVITE', first, '407 Proxy Authentication Required');
    put(outbound, 'ACK', first, { branch });
    branch = put(outbound, 'INVITE', ++first, { bare: true, body: sdp('sendrecv') });
  }
  let sequence = first;
  for (const one of progress) {
    if (one === 'PRACK') asked(outbound, 'PRACK', ++sequence, '200 OK');
    else if (one === 'early UPDATE') asked(outbound, 'UPDATE', ++sequence, '200 OK');
    else reply(outbound, 'INVITE', first, `${one} Going on`);
  }
  if (outcome === 'refused' || outcome === 'cancelled') {
    if (outcome === 'cancelled') {
      state = 'ended';
      put(outbound, 'CANCEL', first, { bare: true, branch });
    }
    state = 'ended';
    reply(outbound, 'INVITE', first, outcome === 'refused' ? '486 Busy Here' : '487 Request Terminated');
    put(outbound, 'ACK', first, { branch });
  } else if (outcome === 'answered') {
    state = 'answered';
    reply(outbound, 'INVITE', first, '200 OK');
    put(outbound, 'ACK', first);
  }
  if (outcome !== 'answered') return frames;
  for (const { step, ours } of later) {
    const cseq = ++sequence + (ours ? 0 : 500);
    if (step === 'hold') asked(ours, 'INVITE', cseq, '200 OK', { body: sdp('sendonly') });
    else if (step === 'resume') asked(ours, 'INVITE', cseq, '200 OK', { body: sdp('sendrecv') });
    else if (step === 'busy')
      asked(ours, 'INVITE', cseq, '488 Not Acceptable Here', { body: sdp('sendonly') });
    else if (step === 'info') asked(ours, 'INFO', cseq, '200 OK');
    else if (step === 'refresh') asked(ours, 'UPDATE', cseq, '200 OK', { headers: ['Session-Expires: 90'] });
    else if (step === 'update') asked(ours, 'UPDATE', cseq, '200 OK');
    else asked(ours, 'REFER', cseq, '202 Accepted', { headers: ['Refer-To: <sip:2001@pbx.example>'] });
  }
  if (ending === 'none') return frames;
  state = 'ended';
  asked(ending === 'bye', 'BYE', ++sequence + (ending === 'bye' ? 0 : 500), '200 OK');
  return frames;
}
