import { describe, expect, test } from 'vitest';
import {
  agent,
  agentTag,
  answer,
  caller,
  callId,
  createDesk,
  type Fields,
  got,
  type Line,
  request,
  sdp,
  sent,
  told,
} from './dialogue-for-tests.ts';

const ann = '+33612345678';
/** Whoever writes stands in From: the other side where it came in, the agent where the page sent it. */
const theirs = { from: caller, to: agentTag };
const ours = { from: agentTag, to: caller };
type Way = 'got' | 'sent';
const across = { got: sent, sent: got } as const;
const pass = { got, sent } as const;

/** A request within the dialog, and the answer to it from across. */
const ask = (way: Way, method: string, more: Fields = {}): Line =>
  pass[way](request(method, { cseq: '7', ...(way === 'got' ? theirs : ours), ...more }));
const reply = (way: Way, method: string, status = '200 OK', more: Fields = {}): Line =>
  across[way](answer(status, { method, cseq: '7', ...(way === 'got' ? theirs : ours), ...more }));
const bye = (way: Way) => ask(way, 'BYE', { cseq: '9' });
const branch = (name: string) => ({
  spell: (text: string) => text.replace(/branch=\w+/, `branch=z9hG4bK${name}`),
});

interface Arrival {
  /** What was seen first, and all that follows it. */
  seen: string;
  way: Way;
  lines: Line[];
  /** What is told, without the number: `state direction`, then with each change its state and reason. */
  told: string[];
}

const ways: Way[] = ['got', 'sent'];
const answeredThen = (
  lines: Line[],
  way: Way,
  seen: string,
  more: string[] = ['active unknown'],
): Arrival => ({
  seen,
  way,
  lines: [...lines, bye(way)],
  told: [...more, 'finished completed'],
});
const nothing = (lines: Line[], way: Way, seen: string): Arrival => ({ seen, way, lines, told: [] });

/** `way` is that of the request: `got` from the other side, or `sent` by the page. */
const arrivals: Arrival[] = ways.flatMap((way) => [
  // Established for certain.
  answeredThen([ask(way, 'INVITE'), reply(way, 'INVITE')], way, 're-INVITE, answered'),
  answeredThen(
    [ask(way, 'INVITE', { body: sdp('sendonly') }), reply(way, 'INVITE')],
    way,
    're-INVITE that holds, answered',
    ['held unknown'],
  ),
  answeredThen([ask(way, 'INVITE', branch('a')), ask(way, 'ACK', branch('b'))], way, 're-INVITE, then ACK'),
  answeredThen([reply(way, 'INVITE')], way, '200 to an INVITE'),
  answeredThen([ask(way, 'INFO'), reply(way, 'INFO')], way, 'INFO, answered'),
  answeredThen([reply(way, 'INFO')], way, '200 to INFO'),
  answeredThen(
    [ask(way, 'UPDATE', { headers: ['Session-Expires: 90'] }), reply(way, 'UPDATE')],
    way,
    'UPDATE that refreshes the session, answered',
  ),
  answeredThen(
    [ask(way, 'UPDATE', { headers: ['x: 90'] }), reply(way, 'UPDATE')],
    way,
    'UPDATE with a compact name, answered',
  ),
  answeredThen(
    [ask(way, 'UPDATE', { body: sdp('inactive') }), reply(way, 'UPDATE')],
    way,
    'UPDATE that holds, answered',
    ['held unknown'],
  ),
  answeredThen(
    [
      ask(way, 'REFER', { headers: ['Refer-To: <sip:2001@pbx.example>'] }),
      reply(way, 'REFER', '202 Accepted'),
    ],
    way,
    'REFER, accepted',
  ),
  // Rings for certain: only who calls sends PRACK, and only who is called answers with 180.
  ...['180 Ringing', '183 Session Progress'].map((status) => ({
    seen: `${status} to an INVITE, then 200`,
    way,
    lines: [reply(way, 'INVITE', status), reply(way, 'INVITE'), bye(way)],
    told: [`offered ${way === 'got' ? 'inbound' : 'outbound'}`, 'active', 'finished completed'],
  })),
  {
    seen: 'PRACK, answered, then 200 to the INVITE',
    way,
    lines: [
      ask(way, 'PRACK', { cseq: '8' }),
      reply(way, 'PRACK', '200 OK', { cseq: '8' }),
      reply(way, 'INVITE'),
      bye(way),
    ],
    told: [`offered ${way === 'got' ? 'inbound' : 'outbound'}`, 'active', 'finished completed'],
  },
  {
    seen: '180 to an INVITE, then CANCEL',
    way,
    lines: [reply(way, 'INVITE', '180 Ringing'), ask(way, 'CANCEL')],
    told: [
      `offered ${way === 'got' ? 'inbound' : 'outbound'}`,
      `finished ${way === 'got' ? 'missed' : 'cancelled'}`,
    ],
  },
  {
    seen: '180 to an INVITE, then 486',
    way,
    lines: [reply(way, 'INVITE', '180 Ringing'), reply(way, 'INVITE', '486 Busy Here')],
    told: [`offered ${way === 'got' ? 'inbound' : 'outbound'}`, 'finished rejected'],
  },
  {
    seen: 'PRACK, answered, then BYE',
    way,
    lines: [ask(way, 'PRACK'), reply(way, 'PRACK'), ask(way, 'BYE')],
    told: [
      `offered ${way === 'got' ? 'inbound' : 'outbound'}`,
      `finished ${way === 'got' ? 'missed' : 'cancelled'}`,
    ],
  },
  // Over, or nothing that tells.
  nothing([bye(way), reply(way, 'BYE'), reply(way, 'INVITE')], way, 'BYE'),
  nothing([reply(way, 'BYE'), reply(way, 'INVITE')], way, '200 to BYE'),
  nothing([ask(way, 'CANCEL'), reply(way, 'INVITE', '487 Request Terminated')], way, 'CANCEL'),
  nothing([ask(way, 'ACK')], way, 'ACK'),
  nothing([ask(way, 'INVITE', branch('a')), ask(way, 'ACK', branch('a'))], way, 're-INVITE that was refused'),
  nothing(
    [ask(way, 'INVITE'), reply(way, 'INVITE', '481 No Such Call'), reply(way, 'INVITE')],
    way,
    're-INVITE, 481',
  ),
  nothing([ask(way, 'INVITE'), reply(way, 'INVITE', '488 Not Acceptable')], way, 're-INVITE, 488'),
  nothing([ask(way, 'INVITE'), reply(way, 'INVITE', '100 Trying')], way, 're-INVITE, 100'),
  nothing([reply(way, 'INVITE', '100 Trying')], way, '100'),
  nothing([reply(way, 'INVITE', '486 Busy Here')], way, '486'),
  nothing([ask(way, 'UPDATE'), reply(way, 'UPDATE')], way, 'UPDATE that may be of a call that rings'),
  nothing([reply(way, 'UPDATE')], way, '200 to UPDATE'),
  nothing([ask(way, 'INFO')], way, 'INFO that nobody answers'),
  nothing(
    [ask(way, 'INFO', way === 'got' ? { to: agent } : { to: '<sip:2@h>' }), reply(way, 'INFO')],
    way,
    'INFO outside a dialog, answered',
  ),
  nothing([ask(way, 'INFO'), reply(way, 'INFO', '481 No Such Call'), reply(way, 'INVITE')], way, 'INFO, 481'),
  nothing(
    [ask(way, 'INFO', way === 'got' ? { to: agent } : { to: '<sip:2@h>' })],
    way,
    'INFO outside a dialog',
  ),
  nothing(
    [
      ask(way, 'REFER', {
        to: way === 'got' ? agent : '<sip:2@h>',
        headers: ['Refer-To: <sip:2001@pbx.example>'],
      }),
      reply(way, 'REFER', '202 Accepted'),
    ],
    way,
    'REFER outside a dialog',
  ),
  nothing([ask(way, 'NOTIFY', { headers: ['Event: refer'], body: 'SIP/2.0 200 OK' })], way, 'NOTIFY'),
  nothing(
    [ask(way, 'OPTIONS'), reply(way, 'OPTIONS'), ask(way, 'SUBSCRIBE'), reply(way, 'SUBSCRIBE')],
    way,
    'OPTIONS and SUBSCRIBE',
  ),
]);

describe('a call that began before us', () => {
  test.each(arrivals)('$seen ($way)', ({ lines, told: expected }) => {
    const all = createDesk().play(...lines);
    expect(
      all.map(({ state, direction, endReason }, index) =>
        [state, index === 0 ? direction : endReason].filter(Boolean).join(' '),
      ),
    ).toEqual(expected);
    for (const { clientId, joinedLate, startedAt } of all) {
      expect(clientId).toEqual({ kind: 'phone', value: ann });
      expect(joinedLate).toBe(true);
      expect(startedAt).toBeUndefined();
    }
  });

  test('that rings is answered when it is seen to be, and one that goes on at no time', () => {
    const [desk, other] = [createDesk(), createDesk()];
    const rings = desk.play(reply('got', 'INVITE', '180 Ringing'), reply('got', 'INVITE'));
    expect(rings.map(({ answeredAt }) => answeredAt)).toEqual([undefined, '2026-09-21T14:13:21.000Z']);
    const goesOn = other.play(reply('got', 'INVITE'), ask('got', 'INVITE', { body: sdp('sendonly') }));
    expect(goesOn.map(({ state, answeredAt }) => [state, answeredAt])).toEqual([
      ['active', undefined],
      ['held', undefined],
    ]);
  });

  test('is held and taken up again by either side', () => {
    const desk = createDesk();
    const all = desk.play(
      reply('sent', 'INFO'),
      ask('got', 'INVITE', { cseq: '20', body: sdp('inactive') }),
      reply('got', 'INVITE', '200 OK', { cseq: '20' }),
      ask('got', 'INVITE', { cseq: '21', body: sdp('sendrecv') }),
      ask('sent', 'INVITE', { cseq: '31', body: sdp('sendonly') }),
      reply('sent', 'INVITE', '488 Not Acceptable Here', { cseq: '31' }),
    );
    expect(all.map(({ state }) => state)).toEqual(['active', 'held', 'active', 'held', 'active']);
  });

  test('and was withheld is one without a number', () => {
    const hidden = { from: '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=x', to: agentTag };
    const swapped = { from: agentTag, to: hidden.from };
    for (const [line, request] of [
      [reply('got', 'INVITE', '200 OK', hidden), 'got'],
      [reply('sent', 'INVITE', '200 OK', swapped), 'sent'],
    ] as const) {
      const [one] = createDesk().play(line);
      expect(one, request).toMatchObject({ withheld: true, state: 'active' });
      expect(one?.clientId).toBeUndefined();
    }
  });

  test('whom the exchange vouches for is believed, and not what the page says of itself', () => {
    const asserted = { headers: ['P-Asserted-Identity: <sip:+34911111111@pbx.example>'] };
    const [one] = createDesk().play(ask('got', 'INVITE', asserted), reply('got', 'INVITE'));
    expect(one?.clientId?.value).toBe('+34911111111');
    const [other] = createDesk().play(ask('sent', 'INVITE', asserted), reply('sent', 'INVITE'));
    expect(other?.clientId?.value).toBe(ann);
  });

  test('on a phone that leaves From and To as they were is known by who registers', () => {
    const registers = sent(
      request('REGISTER', { callId: 'r', from: agent, to: agent, headers: ['Authorization: Digest x'] }),
    );
    // The page called: From stays the agent, also where the other side writes.
    const kept = { from: agentTag, to: caller };
    const [one] = createDesk().play(registers, reply('got', 'INVITE', '200 OK', kept));
    expect(one?.clientId?.value).toBe(ann);
    const [other] = createDesk().play(registers, reply('got', 'INVITE', '200 OK', theirs));
    expect(other?.clientId?.value).toBe(ann);
  });

  test('is not begun again by what comes after its end, but by a new call under its Call-ID', () => {
    const desk = createDesk();
    const all = desk.play(
      reply('got', 'INVITE'),
      bye('got'),
      reply('got', 'BYE', '200 OK', { cseq: '9' }),
      ask('got', 'INFO'),
      reply('got', 'INFO'),
      got(request('INVITE', { cseq: '40' })),
    );
    expect(told(all)).toEqual([
      `call active ${ann}`,
      `call finished completed ${ann}`,
      `${callId};40 offered ${ann}`,
    ]);
    expect(all.at(-1)?.joinedLate).toBeUndefined();
  });

  test('is the one that another socket goes on with', () => {
    const desk = createDesk();
    const all = desk.play(reply('got', 'INVITE'), got(request('BYE', { cseq: '9', ...theirs }), 2));
    expect(told(all)).toEqual([`call active ${ann}`, `call finished completed ${ann}`]);
  });

  test('ends two minutes after its line was lost', () => {
    const desk = createDesk();
    desk.play(reply('got', 'INVITE'));
    desk.closes(1);
    expect(told(desk.wait(121_000))).toEqual([`call finished failed ${ann}`]);
  });
});

describe('a call whose answer was not seen', () => {
  const rings = got(request('INVITE', branch('one')));
  const out = { to: '<sip:+34911111111@pbx.example>', from: agentTag };
  const dials = sent(request('INVITE', { ...out, ...branch('one') }));
  const answeredOut = { ...out, to: `${out.to};tag=b` };

  test('is answered where the ACK is a transaction of its own', () => {
    const ack = got(request('ACK', branch('two')));
    expect(told(createDesk().play(rings, ack))).toEqual([`call offered ${ann}`, `call active ${ann}`]);
    const sentAck = sent(request('ACK', { ...answeredOut, ...branch('two') }));
    expect(told(createDesk().play(dials, sentAck))).toEqual([
      'call offered +34911111111',
      'call active +34911111111',
    ]);
  });

  test('was refused where the ACK belongs to the INVITE', () => {
    const ack = got(request('ACK', branch('one')));
    expect(told(createDesk().play(rings, ack))).toEqual([
      `call offered ${ann}`,
      `call finished rejected ${ann}`,
    ]);
    const desk = createDesk();
    const sentAck = sent(request('ACK', { ...answeredOut, ...branch('one') }));
    expect(told(desk.play(dials, sentAck))).toEqual(['call offered +34911111111']);
    expect(told(desk.wait(4_000))).toEqual(['call finished failed +34911111111']);
  });

  test('of the page is tried again where it was challenged', () => {
    const desk = createDesk();
    const sentAck = sent(request('ACK', { ...answeredOut, ...branch('one') }));
    const again = sent(request('INVITE', { ...out, cseq: '2', ...branch('two') }));
    desk.play(dials, sentAck, again);
    expect(told(desk.wait(10_000))).toEqual([]);
  });

  test('goes on ringing where the ACK tells nothing', () => {
    const none = { spell: (text: string) => text.replace(/;branch=\w+/, '') };
    for (const ack of [
      got(request('ACK', none)),
      got(request('ACK', { cseq: '2', ...branch('two') })),
      sent(request('ACK', branch('one'))),
    ])
      expect(told(createDesk().play(rings, ack))).toEqual([`call offered ${ann}`]);
    // Of two branches at one phone the second was refused with 482.
    const second = got(request('INVITE', branch('two')));
    const acks = ['one', 'two'].map((name) => got(request('ACK', branch(name))));
    expect(told(createDesk().play(rings, second, ...acks))).toEqual([`call offered ${ann}`]);
  });

  test('rings on while its progress is acknowledged', () => {
    const prack = request('PRACK', { cseq: '2' });
    const all = createDesk().play(rings, got(prack), sent(answer('200 OK', { method: 'PRACK', cseq: '2' })));
    expect(told(all)).toEqual([`call offered ${ann}`]);
  });

  test('and whose end is only seen to be confirmed is over', () => {
    const confirmed = got(answer('200 OK', { method: 'BYE', cseq: '9', ...ours }));
    expect(told(createDesk().play(rings, sent(answer('200 OK')), confirmed))).toEqual([
      `call offered ${ann}`,
      `call active ${ann}`,
      `call finished completed ${ann}`,
    ]);
  });

  test('is not over because another branch of it is', () => {
    const desk = createDesk();
    const tag = (name: string) => ({ ...out, to: `${out.to};tag=${name}` });
    desk.play(dials, got(answer('200 OK', tag('b'))));
    expect(
      desk.play(
        sent(request('BYE', { cseq: '2', ...tag('other') })),
        got(answer('200 OK', { method: 'BYE', cseq: '2', ...tag('other') })),
        got(answer('481 No Such Call', { method: 'BYE', cseq: '2', ...tag('other') })),
      ),
    ).toEqual([]);
  });

  test('is not taken off hold because a message within it was refused', () => {
    const desk = createDesk();
    desk.play(rings, sent(answer('200 OK')));
    const hold = { cseq: '3', body: sdp('sendonly'), to: agentTag };
    const refused = answer('415 Unsupported', { method: 'INFO', cseq: '4' });
    expect(desk.play(got(request('INVITE', hold)), sent(refused)).map(({ state }) => state)).toEqual([
      'held',
    ]);
  });
});
