import { describe, expect, test } from 'vitest';
import {
  agent,
  agentTag,
  answer,
  createDesk,
  type Fields,
  got,
  request,
  sdp,
  sent,
  told,
} from './dialogue-for-tests.ts';

const jane = '+12125550199';
const asserts = (identity: string, ...more: string[]) => [`P-Asserted-Identity: ${identity}`, ...more];
const last = (all: ReturnType<ReturnType<typeof createDesk>['play']>) => all.at(-1);

describe('the party of a call that the agent makes', () => {
  const dialled = '<sip:5550000001@pbx.example>';
  const out: Fields = { to: dialled, from: '"Agent 7" <sip:1002@pbx.example>;tag=a7' };
  const dial = (to = dialled) => sent(request('INVITE', { ...out, to, body: sdp('sendrecv') }));
  const says = (status: string, headers: string[], tag = 'x', to = dialled) =>
    got(answer(status, { ...out, to: `${to};tag=${tag}`, headers }));

  test.each(['180 Ringing', '183 Session Progress', '200 OK'])('is whom %s asserts', (status) => {
    const desk = createDesk();
    const all = desk.play(dial(), says(status, asserts(`"Jane Example" <sip:${jane}@pbx.example>`)));
    expect(last(all)).toMatchObject({ clientId: { value: jane }, displayName: 'Jane Example' });
  });

  test('is whom Remote-Party-ID names, where FreeSWITCH calls them the calling party', () => {
    const remote = `Remote-Party-ID: "Jane Example" <sip:${jane}@pbx.example>;party=calling;privacy=off;screen=no`;
    expect(last(createDesk().play(dial(), says('200 OK', [remote])))).toMatchObject({
      state: 'active',
      clientId: { value: jane },
      displayName: 'Jane Example',
    });
  });

  test('gets the name that the answer tells, and the country of its number', () => {
    const identity = `"Jane Example" <sip:${jane}@pbx.example>`;
    const desk = createDesk();
    const national = '<sip:2125550199@pbx.example>';
    const all = desk.play(dial(national), says('180 Ringing', asserts(identity), 'x', national));
    expect(all[0]).toMatchObject({ clientId: { value: '2125550199' } });
    expect(all[1]).toMatchObject({
      state: 'offered',
      clientId: { value: jane },
      displayName: 'Jane Example',
    });
    expect(desk.play(says('200 OK', asserts(identity), 'x', national))).toMatchObject([
      { state: 'active', clientId: { value: jane }, displayName: 'Jane Example' },
    ]);
  });

  test.each([
    ['the agent’s own line', '"Agent 7" <sip:1002@pbx.example>'],
    ['an extension', '<sip:2002@pbx.example>'],
    ['a trunk', '"Outbound Call" <sip:e6cc825d-b76d-497c-bba1-d7edfe47f517@pbx.example>'],
    ['nobody', '<sip:anonymous@anonymous.invalid>'],
    ['the exchange', '"asterisk" <sip:asterisk@pbx.example>'],
    ['the same number', '<tel:5550000001>'],
  ])('stays where the answer asserts %s', (_, identity) => {
    const all = createDesk().play(dial(), says('200 OK', asserts(identity)));
    expect(told(all)).toEqual(['call offered 5550000001', 'call active 5550000001']);
    expect(last(all)?.displayName).toBeUndefined();
  });

  test('has not the agent’s own name where the answer tells it beside the number', () => {
    const all = createDesk().play(dial(), says('200 OK', asserts(`"Agent 7" <sip:${jane}@pbx.example>`)));
    expect(last(all)).toMatchObject({ clientId: { value: jane }, displayName: '' });
  });

  test('is whoever picked up, where an extension, a name or a code was dialled', () => {
    for (const to of ['<sip:2001@pbx.example>', '<sip:support@pbx.example>', '<sip:*8@pbx.example>']) {
      const all = createDesk().play(
        dial(to),
        says('200 OK', asserts('"Bob" <sip:2002@pbx.example>'), 'x', to),
      );
      expect(last(all)).toMatchObject({ clientId: { value: '2002' }, displayName: 'Bob' });
    }
  });

  test('is none of several that ring, and then that of the one who answers', () => {
    const desk = createDesk();
    const other = '+13125550123';
    expect(told(desk.play(dial(), says('180 Ringing', asserts(`<sip:${jane}@pbx.example>`), 'one')))).toEqual(
      ['call offered 5550000001', `call offered ${jane}`],
    );
    expect(told(desk.play(says('180 Ringing', asserts(`<sip:${other}@pbx.example>`), 'two')))).toEqual([
      'call offered 5550000001',
    ]);
    expect(told(desk.play(says('200 OK', asserts(`<sip:${other}@pbx.example>`), 'two')))).toEqual([
      `call active ${other}`,
    ]);
    // The answer of a branch that came too late.
    expect(desk.play(says('200 OK', asserts(`<sip:${jane}@pbx.example>`), 'one'))).toEqual([]);
  });

  test('is the one that was dialled again, where another branch answers and says nothing', () => {
    const desk = createDesk();
    desk.play(dial(), says('180 Ringing', asserts(`"Jane Example" <sip:${jane}@pbx.example>`), 'one'));
    const [now] = desk.play(says('200 OK', [], 'two'));
    expect(now).toMatchObject({ state: 'active', clientId: { value: '5550000001' }, displayName: '' });
  });
});

describe('of a call that is spoken', () => {
  const up = () => {
    const desk = createDesk();
    desk.play(
      got(request('INVITE', { headers: ['X-Contact-Id: 42'], body: sdp('sendrecv') })),
      sent(answer('200 OK')),
    );
    return desk;
  };
  const within = (method: string, headers: string[], more: Fields = {}) =>
    got(request(method, { to: agentTag, cseq: '8', headers, ...more }));

  test.each([
    ['UPDATE', asserts(`"Jane Example" <sip:${jane}@pbx.example>`)],
    ['INVITE', asserts(`"Jane Example" <sip:${jane}@pbx.example>`)],
    ['UPDATE', [`Remote-Party-ID: "Jane Example" <sip:${jane}@pbx.example>;party=calling`]],
    [
      'INFO',
      [
        'Content-Type: message/update_display',
        'X-FS-Display-Name: Jane Example',
        `X-FS-Display-Number: ${jane}`,
      ],
    ],
    ['INFO', ['X-FS-Display-Name: "Jane%20Example"', `X-FS-Display-Number: sip:${jane}@pbx.example`]],
  ])('%s with %j tells who is on the line now, and the ContactID was the former one’s', (method, headers) => {
    const [now] = up().play(within(method, headers));
    expect(now).toMatchObject({ state: 'active', clientId: { value: jane }, displayName: 'Jane Example' });
    expect(now).not.toHaveProperty('contactId');
  });

  test('a ContactID that comes with the new party is theirs', () => {
    const [now] = up().play(within('UPDATE', [...asserts(`<sip:${jane}@pbx.example>`), 'X-Contact-Id: 43']));
    expect(now).toMatchObject({ clientId: { value: jane }, contactId: '43' });
  });

  test('an answer of the other side to the agent’s own re-INVITE tells it too', () => {
    const desk = up();
    const headers = asserts(`"Jane Example" <sip:${jane}@pbx.example>`);
    const swapped = { from: agentTag, to: '"Ann Lee" <sip:+33612345678@pbx.example>;tag=ann1' };
    const all = desk.play(
      sent(request('INVITE', { ...swapped, cseq: '8', body: sdp('sendonly') })),
      got(answer('200 OK', { ...swapped, cseq: '8', headers })),
    );
    expect(last(all)).toMatchObject({
      state: 'held',
      clientId: { value: jane },
      displayName: 'Jane Example',
    });
  });

  test('a From that names neither side of the call is the new party’s (RFC 4916)', () => {
    const from = `"Jane Example" <sip:${jane}@pbx.example>;tag=ann1`;
    expect(up().play(within('UPDATE', [], { from }))).toMatchObject([{ clientId: { value: jane } }]);
    expect(up().play(within('INVITE', [], { body: sdp('sendrecv') }))).toEqual([]);
    for (const user of ['asterisk', 'anonymous', 'moh'])
      expect(up().play(within('UPDATE', [], { from: `<sip:${user}@pbx.example>;tag=ann1` }))).toEqual([]);
  });

  test('a colleague without a number is told by name; the music on hold is nobody', () => {
    expect(up().play(within('UPDATE', asserts('"Carl Colleague" <sip:carl@pbx.example>')))).toMatchObject([
      { clientId: { kind: 'username', value: 'carl' }, displayName: 'Carl Colleague' },
    ]);
    expect(up().play(within('UPDATE', asserts('<sip:moh@pbx.example>')))).toEqual([]);
  });

  test('a conference that takes the call in leaves the party as it was', () => {
    const headers = [
      ...asserts('"Conference" <sip:6001@pbx.example>'),
      'Contact: <sip:6001@pbx.example>;isfocus',
    ];
    expect(up().play(within('INVITE', headers, { body: sdp('sendrecv') }))).toEqual([]);
  });

  test('the agent’s own line is nobody else', () => {
    const desk = createDesk();
    desk.play(
      sent(request('REGISTER', { to: '<sip:line2@pbx.example>', from: '<sip:line2@pbx.example>;tag=r' })),
      got(request('INVITE', { body: sdp('sendrecv') })),
      sent(answer('200 OK')),
    );
    expect(desk.play(within('UPDATE', asserts('"Agent 7" <sip:agent7@pbx.example>')))).toEqual([]);
    expect(desk.play(within('UPDATE', asserts('"Agent 7" <sip:LINE2@pbx.example>')))).toEqual([]);
  });

  test('the number that is known is not taken back where it is asked to be hidden', () => {
    const same = [...asserts('<sip:+33612345678@pbx.example>'), 'Privacy: id'];
    expect(up().play(within('UPDATE', same))).toEqual([]);
  });
});

describe('a call that the exchange makes to the agent first', () => {
  const self = '"1002" <sip:1002@pbx.example>;tag=f1';
  const ring = () =>
    got(request('INVITE', { from: self, to: '<sip:1002@pbx.example>', body: sdp('sendrecv') }));

  test('is nobody’s until it names the other side', () => {
    const desk = createDesk();
    const [offered] = desk.play(ring());
    expect(offered).toMatchObject({ state: 'offered' });
    for (const none of ['clientId', 'displayName', 'withheld']) expect(offered).not.toHaveProperty(none);
    const to = '<sip:1002@pbx.example>;tag=a7';
    const all = desk.play(
      sent(answer('200 OK', { from: self, to })),
      got(
        request('UPDATE', {
          from: self,
          to,
          cseq: '8',
          headers: asserts(`"Jane Example" <sip:${jane}@pbx.example>`),
        }),
      ),
    );
    expect(last(all)).toMatchObject({
      state: 'active',
      clientId: { value: jane },
      displayName: 'Jane Example',
    });
  });
});

describe('an answer that was none', () => {
  const to = '<sip:5550000001@pbx.example>';
  const from = `${agent};tag=a7`;
  test.each([
    ['Q.850;cause=17;text="USER_BUSY"', 'rejected'],
    ['Q.850;cause=21', 'rejected'],
    ['SIP;cause=486;text="Busy Here"', 'rejected'],
    ['Q.850;cause=19;text="NO_ANSWER"', 'failed'],
    ['SIP;cause=480, Q.850;cause=20', 'failed'],
    ['Q.850;cause=1', 'failed'],
    ['Q.850;cause=16;text="NORMAL_CLEARING"', 'completed'],
    ['SIP;cause=200', 'completed'],
    ['', 'completed'],
  ])('of an exchange that answers first ends as “%s” says', (reason, endReason) => {
    const headers = reason === '' ? [] : [`Reason: ${reason}`];
    const all = createDesk().play(
      sent(request('INVITE', { to, from, body: sdp('sendrecv') })),
      got(answer('200 OK', { to: `${to};tag=x`, from })),
      got(request('BYE', { to: from, from: `${to};tag=x`, headers })),
    );
    expect(last(all)).toMatchObject({ state: 'finished', endReason });
  });

  test('is none of a call that came in, or that the agent ends', () => {
    const headers = ['Reason: Q.850;cause=19'];
    const inbound = createDesk().play(
      got(request('INVITE', { body: sdp('sendrecv') })),
      sent(answer('200 OK')),
      got(request('BYE', { headers })),
    );
    expect(last(inbound)).toMatchObject({ endReason: 'completed' });
    const ended = createDesk().play(
      sent(request('INVITE', { to, from, body: sdp('sendrecv') })),
      got(answer('200 OK', { to: `${to};tag=x`, from })),
      sent(request('BYE', { to: `${to};tag=x`, from, headers })),
    );
    expect(last(ended)).toMatchObject({ endReason: 'completed' });
  });
});
