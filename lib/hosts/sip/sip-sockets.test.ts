import { describe, expect, test } from 'vitest';
import {
  agent,
  agentTag,
  answer,
  caller,
  callId,
  createDesk,
  got,
  request,
  sdp,
  sent,
  told,
} from './dialogue-for-tests.ts';

const ann = '+33612345678';
const invite = (more: Parameters<typeof request>[1] = {}) =>
  request('INVITE', { body: sdp('sendrecv'), ...more });
const bye = (more: Parameters<typeof request>[1] = {}) => request('BYE', { cseq: '9', ...more });
const dialled = '<sip:+34911111111@pbx.example>';
/** A call of the agent, answered by the branch that is named. */
const out = { to: dialled, from: agentTag };
const branch = (tag: string) => ({ ...out, to: `${dialled};tag=${tag}` });

describe('a forked call', () => {
  test('that rings at two phones is answered once, and the loser is hung up without ending it', () => {
    const desk = createDesk();
    const all = desk.play(
      sent(invite(out)),
      got(answer('180 Ringing', branch('one'))),
      got(answer('183 Session Progress', { ...branch('two'), body: sdp('sendrecv') })),
      got(answer('200 OK', branch('two'))),
      got(answer('200 OK', branch('one'))),
      sent(bye(branch('one'))),
      got(answer('487 Request Terminated', branch('one'))),
    );
    expect(told(all)).toEqual(['call offered +34911111111', 'call active +34911111111']);
    expect(told(desk.play(sent(bye(branch('two')))))).toEqual(['call finished completed +34911111111']);
  });

  test('one of whose branches gives up before another answers goes on', () => {
    const desk = createDesk();
    const all = desk.play(
      sent(invite(out)),
      got(answer('180 Ringing', branch('one'))),
      got(answer('180 Ringing', branch('two'))),
      got(answer('487 Request Terminated', branch('one'))),
      got(answer('200 OK', branch('two'))),
    );
    expect(told(all)).toEqual(['call offered +34911111111', 'call active +34911111111']);
  });

  test('all of whose branches give up ends, in half a minute where nobody says so', () => {
    const desk = createDesk();
    desk.play(
      sent(invite(out)),
      got(answer('180 Ringing', branch('one'))),
      got(answer('180 Ringing', branch('two'))),
      got(answer('487 Request Terminated', branch('one'))),
    );
    expect(told(desk.wait(32_000))).toEqual(['call finished failed +34911111111']);
  });

  test('to two lines of this page is one interaction, and one that the other line answers', () => {
    const desk = createDesk();
    const all = desk.play(
      got(invite(), 1),
      got(invite(), 2),
      sent(answer('200 OK'), 2),
      got(request('CANCEL', { headers: ['Reason: SIP;cause=200;text="Call completed elsewhere"'] }), 1),
      got(bye(), 2),
    );
    expect(told(all)).toEqual([
      `call offered ${ann}`,
      `call active ${ann}`,
      `call finished completed ${ann}`,
    ]);
  });

  test('to two lines of this page that a colleague answers is answered elsewhere', () => {
    const desk = createDesk();
    const elsewhere = request('CANCEL', { headers: ['reason: Q.850 ;cause=26'] });
    const all = desk.play(got(invite(), 1), got(invite(), 2), got(elsewhere, 1), got(elsewhere, 2));
    expect(told(all)).toEqual([`call offered ${ann}`, `call finished elsewhere ${ann}`]);
  });

  test('to two addresses of one phone rings on when the phone refuses the second', () => {
    const desk = createDesk();
    const all = desk.play(
      got(invite()),
      got(invite()),
      sent(answer('482 Loop Detected')),
      sent(answer('200 OK')),
    );
    expect(told(all)).toEqual([`call offered ${ann}`, `call active ${ann}`]);
  });
});

describe('a call whose socket is lost', () => {
  const up = () => [got(invite()), sent(answer('200 OK'))];

  test.each([
    ['a re-INVITE', invite({ to: agentTag, cseq: '7', body: sdp('sendonly') }), 'held'],
    [
      'an INVITE that replaces its own dialog',
      invite({ callId: 'again', headers: [`Replaces: ${callId};to-tag=a7;from-tag=ann1`] }),
      'active',
    ],
  ])('goes on over a new one with %s', (_, text, state) => {
    const desk = createDesk();
    desk.play(...up());
    desk.closes(1);
    const all = desk.play(got(text, 2));
    expect(all.at(-1)).toMatchObject({ id: callId, state });
    expect(desk.wait(600_000)).toEqual([]);
  });

  test('is hung up over a new one', () => {
    const desk = createDesk();
    desk.play(...up());
    desk.closes(1);
    expect(told(desk.play(sent(bye({ from: agentTag, to: caller }), 2)))).toEqual([
      `call finished completed ${ann}`,
    ]);
  });

  test('is not hung up over a socket where it could be either of two', () => {
    const desk = createDesk();
    desk.play(sent(invite(), 1), got(invite(), 2), sent(answer('200 OK'), 2), got(answer('200 OK'), 1));
    expect(desk.play(got(bye(), 3))).toEqual([]);
  });

  test('is over five seconds after its media have stopped', () => {
    const desk = createDesk();
    desk.play(...up());
    desk.calls.media(1);
    desk.closes(1);
    expect(desk.wait(600_000)).toEqual([]);
    desk.calls.media(0);
    expect(desk.wait(4_000)).toEqual([]);
    expect(told(desk.wait(1_000))).toEqual([`call finished completed ${ann}`]);
  });

  test('is not over because the media of a call before it have stopped', () => {
    const desk = createDesk();
    const former = { callId: 'former' };
    desk.play(got(invite(former)), sent(answer('200 OK', former)));
    desk.calls.media(1);
    desk.calls.media(0);
    desk.play(got(bye(former)), ...up());
    desk.closes(1);
    expect(desk.wait(119_000)).toEqual([]);
    expect(told(desk.wait(1_000))).toEqual([`call finished failed ${ann}`]);
  });

  test('goes on while its socket is open, whatever its media do', () => {
    const desk = createDesk();
    desk.play(...up());
    desk.calls.media(1);
    desk.calls.media(0);
    expect(desk.wait(600_000)).toEqual([]);
  });

  test('ends in two minutes where there never were media, and no socket came back', () => {
    const desk = createDesk();
    desk.play(...up());
    desk.closes(1);
    expect(desk.wait(119_000)).toEqual([]);
    expect(told(desk.wait(1_000))).toEqual([`call finished failed ${ann}`]);
  });

  test.each([
    ['inbound', got(invite()), 'missed'],
    ['outbound', sent(invite(out)), 'failed'],
  ])('while it rings ends in half a minute (%s)', (_, line, reason) => {
    const desk = createDesk();
    desk.play(line);
    desk.closes(1);
    expect(desk.wait(32_000)).toMatchObject([{ state: 'finished', endReason: reason }]);
  });
});

describe('a call that the phone gives up without a word', () => {
  test('after a challenge has failed four seconds later, and a try after that is another call', () => {
    const desk = createDesk();
    desk.play(sent(invite(out)), got(answer('401 Unauthorized', branch('x'))));
    expect(desk.wait(2_000)).toEqual([]);
    expect(told(desk.wait(2_000))).toEqual(['call finished failed +34911111111']);
    const later = desk.play(sent(invite({ ...out, cseq: '2' })));
    expect(later.map(({ id, state }) => [id.endsWith(';2'), state])).toEqual([[true, 'offered']]);
  });

  test('which is tried again does not', () => {
    const desk = createDesk();
    desk.play(
      sent(invite(out)),
      got(answer('407 Proxy Authentication Required', branch('x'))),
      sent(invite({ ...out, cseq: '2' })),
      got(answer('100 Trying', { ...out, cseq: '2' })),
    );
    expect(desk.wait(600_000)).toEqual([]);
  });

  test('since nothing ever answered ends in half a minute', () => {
    const desk = createDesk();
    desk.play(sent(invite(out)));
    expect(told(desk.wait(32_000))).toEqual(['call finished failed +34911111111']);
  });
});

describe('in one page', () => {
  test('several calls over several sockets stay apart, whatever registers or subscribes beside them', () => {
    const desk = createDesk();
    const two = { callId: 'two', from: '<sip:+34911111111@pbx.example>;tag=t' };
    const all = desk.play(
      sent(request('REGISTER', { callId: 'reg' })),
      got(invite()),
      got(invite(two), 2),
      sent(request('REGISTER', { callId: 'reg', cseq: '2' })),
      got(request('OPTIONS', { callId: 'o' })),
      sent(answer('200 OK')),
      sent(answer('486 Busy Here', two), 2),
      got(request('NOTIFY', { callId: 'mwi', headers: ['Event: message-summary'], body: 'SIP/2.0 200 OK' })),
      got(bye()),
    );
    expect(told(all)).toEqual([
      `call offered ${ann}`,
      'two offered +34911111111',
      `call active ${ann}`,
      'two finished rejected +34911111111',
      `call finished completed ${ann}`,
    ]);
  });

  test('the other side does not know the call any more: it is over', () => {
    const desk = createDesk();
    desk.play(got(invite()), sent(answer('200 OK')));
    const all = desk.play(
      sent(invite({ from: agentTag, to: caller, cseq: '3' })),
      got(answer('481 Call Does Not Exist', { from: agentTag, to: caller, cseq: '3' })),
    );
    expect(told(all)).toEqual([`call finished completed ${ann}`]);
  });

  test('hold by UPDATE, refused, did not happen', () => {
    const desk = createDesk();
    desk.play(got(invite()), sent(answer('200 OK')));
    const hold = { from: agentTag, to: caller, cseq: '3', method: 'UPDATE' };
    const all = desk.play(
      sent(request('UPDATE', { ...hold, body: sdp('sendonly') })),
      got(answer('488 Not Acceptable Here', hold)),
    );
    expect(all.map(({ state }) => state)).toEqual(['held', 'active']);
  });
});

/** Spellings of one message that all mean the same. */
const spellings: [string, (text: string) => string][] = [
  ['bare line feeds', (text) => text.replaceAll('\r\n', '\n')],
  [
    'compact names',
    (text) =>
      text
        .replace('To:', 't:')
        .replace('From:', 'f:')
        .replace('Call-ID:', 'i:')
        .replace('Content-Length:', 'l:'),
  ],
  ['upper case', (text) => text.replaceAll(/^[A-Za-z-]+(?=:)/gm, (name) => name.toUpperCase())],
  ['lower case', (text) => text.replaceAll(/^[A-Za-z-]+(?=:)/gm, (name) => name.toLowerCase())],
  ['folded lines', (text) => text.replace(/^(From|To|Call-ID): /gm, '$1:\r\n\t ')],
  ['spaces before colons', (text) => text.replaceAll(/^(From|To|Call-ID|CSeq):/gm, '$1 \t:')],
  ['keep-alives before it', (text) => `\r\n\r\n\r\n\r\n\r\n${text}`],
  ['no length', (text) => text.replace(/^Content-Length: \d+\r\n/m, '')],
  ['a lower-case version', (text) => text.replace('SIP/2.0', 'sip/2.0')],
];

test.each(spellings)('%s make no difference', (_, spell) => {
  const desk = createDesk();
  const all = desk.play(
    got(invite({ spell, headers: ['X-Campaign: Sales'] })),
    sent(answer('180 Ringing', { spell })),
    sent(answer('200 OK', { spell, body: sdp('sendrecv') })),
    got(invite({ to: agentTag, cseq: '3', body: sdp('inactive'), spell })),
    got(bye({ spell })),
  );
  expect(told(all)).toEqual([
    `call offered ${ann}`,
    `call active ${ann}`,
    `call held ${ann}`,
    `call finished completed ${ann}`,
  ]);
  expect(all[0]?.campaign?.name).toBe('Sales');
});

describe('frames', () => {
  const whole = invite({ headers: ['Content-Type: application/sdp', 'X-Campaign: Été'] });

  test('with several messages carry all of them', () => {
    const desk = createDesk();
    const batch = [invite(), request('OPTIONS', { callId: 'o' }), request('CANCEL')].join('\r\n');
    expect(told(desk.play(got(batch)))).toEqual([`call offered ${ann}`, `call finished missed ${ann}`]);
  });

  test('with messages that say no length carry all of them too', () => {
    const desk = createDesk();
    const bare = (text: string) => text.replace(/^Content-Length: \d+\r\n/m, '');
    expect(told(desk.play(got(bare(request('INVITE')) + bare(request('CANCEL')))))).toEqual([
      `call offered ${ann}`,
      `call finished missed ${ann}`,
    ]);
  });

  test('a message cut anywhere behind its start line is read from its two pieces', () => {
    for (let cut = whole.indexOf('\n') + 1; cut < whole.length; cut++) {
      const desk = createDesk();
      const last = desk.play(got(whole.slice(0, cut)), got(whole.slice(cut))).at(-1);
      expect(last, `cut at ${cut}`).toMatchObject({
        id: callId,
        clientId: { value: ann },
        campaign: { name: 'Été' },
      });
    }
  });

  test('a start line that was cut makes no call of whatever comes next', () => {
    const desk = createDesk();
    const cut = whole.indexOf('@') + 1;
    expect(told(desk.play(got(whole.slice(0, cut)), got(`INVITE${whole.slice(cut)}`)))).toEqual([]);
  });

  test('pieces of two sockets and directions are not mixed', () => {
    const desk = createDesk();
    const cut = whole.indexOf('Call-ID');
    const all = desk.play(
      got(whole.slice(0, cut), 1),
      got('{"other":1}', 2),
      sent('ping', 1),
      got(whole.slice(cut), 1),
    );
    expect(told(all)).toEqual([`call offered ${ann}`]);
  });

  test('a length that counts too much holds nothing up', () => {
    const desk = createDesk();
    const wrong = (text: string) => text.replace(/^Content-Length: \d+/m, 'Content-Length: 9999');
    expect(told(desk.play(got(wrong(invite())), got(wrong(request('CANCEL')))))).toEqual([
      `call offered ${ann}`,
      `call finished missed ${ann}`,
    ]);
  });

  test('words in a chat message do not become calls', () => {
    const desk = createDesk();
    const body = `${invite()}\r\n`;
    expect(
      desk.play(got(request('MESSAGE', { callId: 'm', headers: ['Content-Type: text/plain'], body }))),
    ).toEqual([]);
  });
});

test('ids of the call over all its legs are told beside its own', () => {
  const desk = createDesk();
  const headers = ['X-Call-ID: whole-1', 'X-UUID: 5f0c', 'X-Tenant: t', 'X-FS-Call-UUID: fs-1'];
  expect(desk.play(got(invite({ headers })))[0]?.correlation).toEqual([callId, 'whole-1', '5f0c', 'fs-1']);
});

test('any header may name the campaign, and Diversion says who was called first', () => {
  const desk = createDesk('P-Queue');
  const headers = ['p-queue: Sales', `Diversion: ${agent};reason=unconditional`];
  expect(desk.play(got(invite({ headers })))[0]).toMatchObject({
    campaign: { id: 'Sales', name: 'Sales' },
    attributes: { diversion: 'agent7' },
  });
});
