import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HostInteraction, hostInteractionSchema } from '../../domain/host/host-event.ts';
import { createLiveCalls } from './live-frames.ts';
import { createSipStreams } from './read-sip-stream.ts';
import { createSipCalls } from './sip-calls.ts';
import type { SipFrame } from './sip-frame.ts';

const callId = '1j9FpLxk3uxtm8tn@df7jal23ls0d.invalid';
const caller = '"Ann Lee" <sip:+33612345678@pbx.example>;tag=9fx';
const agent = '<sip:agent7@pbx.example>';

interface Written {
  sent: boolean;
  text: string;
  socket?: number;
  at?: number;
}

/** What JsSIP and SIP.js write: a start line, the dialog's headers, and more. */
function message(start: string, cseq: string, more: string[] = [], body = ''): string {
  const tagged = /^(?:ACK|BYE)/.test(start) || more.includes('in dialog');
  const headers = more.filter((line) => line !== 'in dialog');
  const has = (name: string) => headers.some((line) => line.toLowerCase().startsWith(`${name}:`));
  return [
    start,
    'Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK1234',
    'Max-Forwards: 69',
    ...(has('to') ? [] : [`To: ${agent}${tagged ? ';tag=as1' : ''}`]),
    ...(has('from') ? [] : [`From: ${caller}`]),
    ...(has('call-id') ? [] : [`Call-ID: ${callId}`]),
    `CSeq: ${cseq}`,
    ...headers,
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

const sdp = (direction: string) =>
  `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${direction}\r\n`;
const invite = (...more: string[]) =>
  message('INVITE sip:agent7@pbx.example SIP/2.0', '1 INVITE', more, sdp('sendrecv'));
const answer = (status: string, cseq = '1 INVITE') => message(`SIP/2.0 ${status}`, cseq, ['in dialog']);
const cancel = (...more: string[]) => message('CANCEL sip:agent7@pbx.example SIP/2.0', '1 CANCEL', more);
const bye = (cseq = '2 BYE') => message('BYE sip:agent7@192.0.2.1 SIP/2.0', cseq);
const change = (cseq: string, direction: string) =>
  message('INVITE sip:agent7@192.0.2.1 SIP/2.0', cseq, ['in dialog'], sdp(direction));
const got = (text: string): Written => ({ sent: false, text });
const sent = (text: string): Written => ({ sent: true, text });

function frames(written: Written[]): SipFrame[] {
  const found: SipFrame[] = [];
  let time = 0;
  const streams = createSipStreams((socket, isSent, { media, outcome, focus, ...rest }) =>
    found.push({
      ...rest,
      socket,
      sent: isSent,
      at: time,
      ...(media && { media }),
      ...(outcome && { outcome }),
      ...(focus && { focus }),
    }),
  );
  for (const [index, { sent: isSent, text, socket = 1, at }] of written.entries()) {
    time = at ?? 1_790_000_000_000 + index * 1_000;
    streams.take(socket, isSent, text, {});
  }
  return found;
}

/** Every change that the messages make, in order. */
function play(...written: Written[]): HostInteraction[] {
  const calls = createSipCalls({ campaignHeader: 'X-Campaign' });
  return frames(written).flatMap((frame) => calls.take(frame));
}

const steps = (...written: Written[]) =>
  play(...written).map(({ state, endReason }) => (endReason ? `${state} ${endReason}` : state));

describe('an inbound call', () => {
  test('rings, is answered and is hung up', () => {
    const all = play(got(invite()), sent(answer('180 Ringing')), sent(answer('200 OK')), got(bye()));
    expect(all.map(({ state }) => state)).toEqual(['offered', 'active', 'finished']);
    expect(all[2]).toEqual({
      id: callId,
      channel: 'phone',
      direction: 'inbound',
      state: 'finished',
      endReason: 'completed',
      clientId: { kind: 'phone', value: '+33612345678' },
      displayName: 'Ann Lee',
      startedAt: '2026-09-21T14:13:20.000Z',
      answeredAt: '2026-09-21T14:13:22.000Z',
      endedAt: '2026-09-21T14:13:23.000Z',
      correlation: [callId],
    });
  });

  test('is missed when the caller gives up', () =>
    expect(steps(got(invite()), got(cancel()), sent(answer('487 Request Terminated')))).toEqual([
      'offered',
      'finished missed',
    ]));

  test.each(['SIP;cause=200;text="Call completed elsewhere"', 'Q.850;cause=26, SIP ;cause=200'])(
    'is answered elsewhere when the CANCEL says %s',
    (reason) =>
      expect(steps(got(invite()), got(cancel(`Reason: ${reason}`)))).toEqual([
        'offered',
        'finished elsewhere',
      ]),
  );

  test.each([
    ['486 Busy Here', 'rejected'],
    ['603 Decline', 'rejected'],
    ['480 Temporarily Unavailable', 'rejected'],
    ['408 Request Timeout', 'missed'],
    ['302 Moved Temporarily', 'elsewhere'],
    ['488 Not Acceptable Here', 'failed'],
    ['500 Server Error', 'failed'],
  ])('that we answer with %s is %s', (status, reason) =>
    expect(steps(got(invite()), sent(answer(status)))).toEqual(['offered', `finished ${reason}`]),
  );

  test('goes on when a CANCEL crosses the answer', () =>
    expect(steps(got(invite()), sent(answer('200 OK')), got(cancel()))).toEqual(['offered', 'active']));

  test('is not ended by an answer that the caller sent', () =>
    expect(steps(got(invite()), got(answer('486 Busy Here')))).toEqual(['offered']));
});

describe('an outbound call', () => {
  const out = (cseq = '1 INVITE') =>
    message(
      'INVITE sip:x7k2@pbx.example SIP/2.0',
      cseq,
      ['To: <sip:+34911111111@pbx.example>'],
      sdp('sendrecv'),
    );

  test('calls whom To names, not what the request URI was rewritten to', () =>
    expect(play(sent(out()))[0]).toMatchObject({
      direction: 'outbound',
      state: 'offered',
      clientId: { kind: 'phone', value: '+34911111111' },
    }));

  test('is one call when it is tried again with credentials', () =>
    expect(
      steps(
        sent(out()),
        got(answer('407 Proxy Authentication Required')),
        got(answer('407 Proxy Authentication Required')),
        sent(out('2 INVITE')),
        got(answer('180 Ringing', '2 INVITE')),
        got(answer('200 OK', '2 INVITE')),
        sent(bye('3 BYE')),
      ),
    ).toEqual(['offered', 'active', 'finished completed']));

  test('fails when the credentials are refused', () =>
    expect(
      steps(
        sent(out()),
        got(answer('401 Unauthorized')),
        sent(out('2 INVITE')),
        got(answer('401 Unauthorized', '2 INVITE')),
      ),
    ).toEqual(['offered', 'finished failed']));

  test.each([
    ['486 Busy Here', 'rejected'],
    ['603 Decline', 'rejected'],
    ['487 Request Terminated', 'cancelled'],
    ['404 Not Found', 'failed'],
    ['480 Temporarily Unavailable', 'failed'],
    ['503 Service Unavailable', 'failed'],
    ['302 Moved Temporarily', 'failed'],
  ])('that is answered with %s is %s', (status, reason) =>
    expect(steps(sent(out()), got(answer(status)))).toEqual(['offered', `finished ${reason}`]),
  );

  test('is cancelled when we give up, and a late 200 does not bring it back', () =>
    expect(steps(sent(out()), sent(cancel()), got(answer('200 OK')), sent(bye()))).toEqual([
      'offered',
      'finished cancelled',
    ]));

  test('that follows a redirection is a new interaction', () => {
    const all = play(
      sent(out()),
      got(answer('302 Moved')),
      sent(out('2 INVITE')),
      got(answer('200 OK', '2 INVITE')),
    );
    expect(all.map(({ id, state }) => [id, state])).toEqual([
      [callId, 'offered'],
      [callId, 'finished'],
      [`${callId};2`, 'offered'],
      [`${callId};2`, 'active'],
    ]);
  });
});

describe('hold', () => {
  const up = [got(invite()), sent(answer('200 OK'))];

  test('is a re-INVITE of either side with sendonly or inactive, until the next one', () =>
    expect(
      steps(
        ...up,
        sent(change('1 INVITE', 'sendonly')),
        got(answer('200 OK')),
        sent(change('2 INVITE', 'sendrecv')),
        got(change('5 INVITE', 'inactive')),
        got(change('6 INVITE', 'sendrecv')),
      ),
    ).toEqual(['offered', 'active', 'held', 'active', 'held', 'active']));

  test('of both sides ends when both have ended it', () =>
    expect(
      steps(
        ...up,
        sent(change('1 INVITE', 'sendonly')),
        got(change('5 INVITE', 'inactive')),
        sent(change('2 INVITE', 'recvonly')),
        got(change('6 INVITE', 'sendrecv')),
      ),
    ).toEqual(['offered', 'active', 'held', 'active']));

  test('that is refused did not happen', () =>
    expect(
      steps(...up, sent(change('1 INVITE', 'sendonly')), got(answer('491 Request Pending', '1 INVITE'))),
    ).toEqual(['offered', 'active', 'held', 'active']));

  test('is not what the held side answers with, nor a refresh without a description', () =>
    expect(
      steps(
        ...up,
        got(change('5 INVITE', 'recvonly')),
        got(message('UPDATE sip:a@b SIP/2.0', '6 UPDATE', ['in dialog'])),
      ),
    ).toEqual(['offered', 'active']));
});

describe('headers', () => {
  test('campaign, ContactID and others are read; percent signs and quotes are taken off', () =>
    expect(
      play(got(invite('x-campaign: "Ventes%20%C3%A9t%C3%A9"', 'X-Contact-Id: 4711', 'X-Client-Id: c-9')))[0],
    ).toMatchObject({
      campaign: { id: 'Ventes été', name: 'Ventes été' },
      contactId: '4711',
      attributes: { 'x-client-id': 'c-9' },
    }));

  test('a broken percent sign is kept', () =>
    expect(play(got(invite('X-Campaign: 100% off')))[0]?.campaign?.name).toBe('100% off'));

  test('a withheld caller has neither ClientID nor name', () => {
    const [call] = play(got(invite('From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=1')));
    expect(call).toMatchObject({ withheld: true });
    expect(call).not.toHaveProperty('clientId');
    expect(call).not.toHaveProperty('displayName');
  });
});

describe('nothing begins with', () => {
  test.each([
    ['a re-INVITE of a call that began before', got(change('7 INVITE', 'sendrecv'))],
    ['a BYE', got(bye())],
    ['a CANCEL', got(cancel())],
  ])('%s', (_, written) => expect(play(written)).toEqual([]));
});

test('a call goes on over a new socket of the same page', () =>
  expect(steps(got(invite()), sent(answer('200 OK')), { ...got(bye()), socket: 2 })).toEqual([
    'offered',
    'active',
    'finished completed',
  ]));

test('both legs of a call in one page are two interactions', () => {
  const all = play(
    sent(invite()),
    { ...got(invite()), socket: 2 },
    { ...sent(answer('200 OK')), socket: 2 },
    got(answer('200 OK')),
    sent(bye()),
    { ...got(bye()), socket: 2 },
  );
  expect(
    all.map(({ id, direction, state }) => `${id === callId ? 'own' : id} ${direction} ${state}`),
  ).toEqual([
    'own outbound offered',
    `${callId} 2 inbound offered`,
    `${callId} 2 inbound active`,
    'own outbound active',
    'own outbound finished',
    `${callId} 2 inbound finished`,
  ]);
});

test('calls are bounded: ended ones are forgotten first', () => {
  const calls = createSipCalls({ campaignHeader: 'X-Campaign' });
  const of = (id: number, text: string) => frames([got(text.replace(callId, `call-${id}`))])[0]!;
  calls.take(of(0, invite()));
  calls.take(of(1, invite()));
  calls.take(of(1, cancel()));
  for (let id = 2; id < 202; id++) calls.take(of(id, invite()));
  expect(calls.take(of(1, invite())), 'call 1 was forgotten').toHaveLength(1);
  expect(calls.take(of(201, cancel()))).toMatchObject([{ endReason: 'missed' }]);
});

const seed = Date.now() | 0;
const long = { timeout: 30_000 };
const anyMessage = fc
  .tuple(
    fc.constantFrom(
      invite(),
      invite('X-Campaign: a'),
      answer('180 Ringing'),
      answer('200 OK'),
      answer('486 Busy Here'),
      answer('401 Unauthorized'),
      answer('200 OK', '2 INVITE'),
      message('INVITE sip:a@b SIP/2.0', '2 INVITE'),
      cancel(),
      bye(),
      change('2 INVITE', 'sendonly'),
      change('3 INVITE', 'sendrecv'),
    ),
    fc.boolean(),
    fc.constantFrom(1, 1, 1, 2),
  )
  .map(([text, isSent, socket]): Written => ({ text, sent: isSent, socket }));

test('in any order, repeated or lost, a call only goes forward and what it says is valid', long, () => {
  const order = ['offered', 'active', 'held', 'finished'];
  fc.assert(
    fc.property(fc.array(anyMessage, { maxLength: 30 }), (written) => {
      const last = new Map<string, HostInteraction>();
      for (const interaction of play(...written)) {
        expect(hostInteractionSchema.safeParse(interaction).success).toBe(true);
        const before = last.get(interaction.id);
        expect(before?.state).not.toBe('finished');
        expect(interaction).not.toEqual(before);
        if (before && interaction.state === 'offered') expect(before.state).toBe('offered');
        expect(order).toContain(interaction.state);
        last.set(interaction.id, interaction);
      }
    }),
    { seed, numRuns: 2_000 },
  );
});

test('every message twice makes no difference', long, () => {
  fc.assert(
    fc.property(fc.array(anyMessage, { maxLength: 20 }), (written) => {
      const at = (item: Written, index: number) => ({ ...item, at: 1_790_000_000_000 + index });
      const once = written.map(at);
      expect(play(...once.flatMap((item) => [item, item]))).toEqual(play(...once));
    }),
    { seed, numRuns: 1_000 },
  );
});

test('an isolated half that comes later is told enough to know every live call', () => {
  const dialogues = fc.constantFrom<Written[]>(
    [got(invite())],
    [got(invite()), sent(answer('180 Ringing')), sent(answer('200 OK'))],
    [got(invite()), sent(answer('200 OK')), sent(change('1 INVITE', 'sendonly')), got(answer('200 OK'))],
    [
      got(invite()),
      sent(answer('200 OK')),
      got(change('2 INVITE', 'sendonly')),
      got(change('3 INVITE', 'sendrecv')),
    ],
    [got(invite()), sent(answer('200 OK')), sent(change('1 INVITE', 'sendonly')), got(answer('491 Pending'))],
    [got(invite()), got(cancel())],
    [sent(invite()), got(answer('401 Unauthorized')), sent(message('INVITE sip:a@b SIP/2.0', '2 INVITE'))],
    [sent(invite()), got(answer('486 Busy Here'))],
  );
  fc.assert(
    fc.property(dialogues, (written) => {
      const live = createLiveCalls();
      const calls = createSipCalls({ campaignHeader: 'X-Campaign' });
      let known: HostInteraction | null = null;
      for (const frame of frames(written)) {
        live.keep(frame);
        known = calls.take(frame)[0] ?? known;
      }
      const later = createSipCalls({ campaignHeader: 'X-Campaign' });
      let told: HostInteraction | null = null;
      live.each((frame) => {
        told = later.take(frame)[0] ?? told;
      });
      expect(told).toEqual(known?.state === 'finished' ? null : known);
    }),
    { seed },
  );
});

test('a damaged message makes nothing throw, and what it becomes is valid', long, () => {
  const damage = fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.string({ maxLength: 12 }) });
  const originals = [
    invite('X-Campaign: "a%20b"', 'P-Asserted-Identity: "x, y" <tel:+1>, <sip:2@c>'),
    answer('200 OK'),
    bye(),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...originals), fc.array(damage, { maxLength: 6 }), (original, damages) => {
      let text = original;
      for (const { at, cut, put } of damages) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + put + text.slice(from + cut);
      }
      for (const interaction of play(got(text), got(invite()), sent(text), got(text)))
        expect(hostInteractionSchema.safeParse(interaction).success, text).toBe(true);
    }),
    { seed, numRuns: 3_000 },
  );
});
