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
const up = () => [got(request('INVITE', { body: sdp('sendrecv') })), sent(answer('200 OK'))];
const refer = (to: string, more: string[] = []) =>
  request('REFER', { cseq: '5', headers: [`Refer-To: ${to}`, ...more] });
const outcome = (status: string) =>
  request('NOTIFY', {
    cseq: '6',
    headers: ['Event: refer', 'Subscription-State: active', 'Content-Type: message/sipfrag'],
    body: `SIP/2.0 ${status}\r\n`,
  });

describe('the agent transfers the caller', () => {
  test('blind: the call is over when the other phone has answered', () => {
    const desk = createDesk();
    desk.play(...up());
    const all = desk.play(
      sent(refer('<sip:2002@pbx.example>')),
      got(outcome('100 Trying')),
      got(outcome('180 Ringing')),
      got(outcome('200 OK')),
      sent(request('BYE', { cseq: '7' })),
    );
    expect(told(all)).toEqual([`call finished completed ${ann}`]);
  });

  test('and it fails: the call goes on', () => {
    const desk = createDesk();
    desk.play(...up());
    expect(desk.play(sent(refer('<sip:2002@pbx.example>')), got(outcome('486 Busy Here')))).toEqual([]);
    expect(told(desk.play(got(request('BYE'))))).toEqual([`call finished completed ${ann}`]);
  });

  test('with consultation: both calls are over', () => {
    const desk = createDesk();
    desk.play(...up());
    const consult = { callId: 'consult', to: '<sip:2002@pbx.example>', from: `${agent};tag=c1` };
    desk.play(
      sent(request('INVITE', { ...consult, body: sdp('sendrecv') })),
      got(answer('200 OK', { ...consult, to: '<sip:2002@pbx.example>;tag=c2' })),
    );
    const target = '<sip:2002@pbx.example?Replaces=consult%3Bto-tag%3Dc2%3Bfrom-tag%3Dc1>';
    const all = desk.play(sent(refer(target)), got(outcome('200 OK')));
    expect(told(all).sort()).toEqual([`call finished completed ${ann}`, 'consult finished completed 2002']);
  });

  test('a compact header and another letter case say the same', () => {
    const desk = createDesk();
    desk.play(...up());
    const odd = refer('<sip:2002@pbx.example>').replace('Refer-To:', 'r :').replaceAll('\r\n', '\n');
    const notify = outcome('200 OK').replace('Event:', 'o:').replace('NOTIFY sip', 'NOTIFY sip');
    expect(told(desk.play(sent(odd), got(notify)))).toEqual([`call finished completed ${ann}`]);
  });

  test('a conference that is asked to call somebody goes on', () => {
    const desk = createDesk();
    const focus = ['Contact: <sip:conf@pbx.example>;isfocus'];
    const conference = { to: '<sip:conf@pbx.example>', from: agentTag };
    desk.play(
      sent(request('INVITE', { ...conference, body: sdp('sendrecv') })),
      got(answer('200 OK', { ...conference, to: '<sip:conf@pbx.example>;tag=f', headers: focus })),
    );
    expect(desk.play(sent(refer('<sip:2002@pbx.example>')), got(outcome('200 OK')))).toEqual([]);
    expect(desk.play(sent(refer('<sip:2003@pbx.example;method=BYE>')), got(outcome('200 OK')))).toEqual([]);
  });
});

describe('the caller is transferred to the agent', () => {
  test('an INVITE that replaces the consultation goes on with it, with the caller and the campaign', () => {
    const desk = createDesk();
    const colleague = '<sip:2001@pbx.example>;tag=col';
    desk.play(
      got(request('INVITE', { callId: 'consult', from: colleague })),
      sent(answer('200 OK', { callId: 'consult', from: colleague })),
    );
    const all = desk.play(
      got(
        request('INVITE', {
          headers: ['Replaces: consult;to-tag=a7;from-tag=col', 'X-Campaign: Sales'],
          body: sdp('sendrecv'),
        }),
      ),
      sent(answer('200 OK')),
      got(request('BYE', { callId: 'consult', from: colleague })),
      got(request('BYE', { cseq: '9' })),
    );
    expect(told(all)).toEqual([
      'consult active 2001',
      `consult active ${ann}`,
      `consult finished completed ${ann}`,
    ]);
    expect(all[1]).toMatchObject({
      displayName: 'Ann Lee',
      campaign: { name: 'Sales' },
      correlation: ['consult', callId],
    });
  });

  test('an INVITE that replaces a call of somebody else is a new one', () => {
    const desk = createDesk();
    desk.play(...up());
    const other = {
      callId: 'other',
      from: '<sip:+34911111111@pbx.example>;tag=o',
      headers: ['Replaces: unknown;to-tag=1;from-tag=2'],
    };
    expect(told(desk.play(got(request('INVITE', other))))).toEqual(['other offered +34911111111']);
  });
});

describe('the agent is transferred', () => {
  const to = '<sip:+34911111111@pbx.example>';
  test.each([
    ['to whom REFER named', []],
    ['to an address that was rewritten, by Referred-By', ['Referred-By: <sip:2001@pbx.example>']],
  ])('%s: one interaction goes on with the new party', (_, headers) => {
    const desk = createDesk();
    desk.play(...up());
    const target = headers.length > 0 ? '<sip:elsewhere@pbx.example>' : to;
    const fields = { callId: 'second', to, from: `${agent};tag=z1`, headers };
    const all = desk.play(
      got(refer(target)),
      sent(request('INVITE', { ...fields, body: sdp('sendrecv') })),
      got(answer('183 Session Progress', { ...fields, to: `${to};tag=z2` })),
      sent(outcome('200 OK')),
      got(answer('200 OK', { ...fields, to: `${to};tag=z2` })),
      got(request('BYE', { cseq: '9' })),
      got(request('BYE', { ...fields, from: `${to};tag=z2`, to: `${agent};tag=z1` })),
    );
    expect(told(all)).toEqual([
      `call active ${ann}`,
      'call active +34911111111',
      'call finished completed +34911111111',
    ]);
    expect(all[1]?.displayName).toBe('');
  });

  test('and nobody answers: the old leg goes on', () => {
    const desk = createDesk();
    desk.play(...up());
    const fields = { callId: 'second', to, from: `${agent};tag=z1` };
    const all = desk.play(
      got(refer(to)),
      sent(request('INVITE', fields)),
      got(answer('486 Busy Here', { ...fields, to: `${to};tag=z2` })),
    );
    expect(told(all).at(-1)).toBe(`call active ${ann}`);
    expect(told(desk.play(got(request('BYE'))))).toEqual([`call finished completed ${ann}`]);
  });

  test('a call made half a minute after a REFER that nobody followed is a new one', () => {
    const desk = createDesk();
    desk.play(...up(), got(refer(to)));
    desk.wait(40_000);
    expect(told(desk.play(sent(request('INVITE', { callId: 'second', to }))))).toEqual([
      'second offered +34911111111',
    ]);
  });
});

describe('the exchange puts another party on the line', () => {
  const update = (identity: string, method = 'UPDATE', more: string[] = []) =>
    got(request(method, { to: agentTag, cseq: '8', headers: [`P-Asserted-Identity: ${identity}`, ...more] }));

  test.each(['UPDATE', 'INVITE'])('by %s: its number is the ClientID, the old name goes', (method) => {
    const desk = createDesk();
    desk.play(...up());
    const [now] = desk.play(update('<sip:+34911111111@pbx.example>', method));
    expect(now).toMatchObject({ state: 'active', clientId: { value: '+34911111111' }, displayName: '' });
  });

  test('a withheld one has no ClientID', () => {
    const desk = createDesk();
    desk.play(...up());
    const [now] = desk.play(update('<sip:+34911111111@pbx.example>', 'UPDATE', ['Privacy: id']));
    expect(now).toMatchObject({ withheld: true, displayName: '' });
    expect(now).not.toHaveProperty('clientId');
  });

  test.each([
    ['the same number in another spelling', '"A. Lee" <tel:0612345678>'],
    ['what is no number', '<sip:moh@pbx.example>'],
    ['nobody', 'nonsense'],
  ])('%s changes nothing', (_, identity) => {
    const desk = createDesk();
    desk.play(...up());
    expect(desk.play(update(identity))).toEqual([]);
  });

  test('what the page itself asserts is not the other party', () => {
    const desk = createDesk();
    desk.play(...up());
    const own = request('UPDATE', {
      to: caller,
      from: agentTag,
      headers: ['P-Asserted-Identity: <sip:+34911111111@a>'],
    });
    expect(desk.play(sent(own))).toEqual([]);
  });

  test('the answer to a pick-up code says who was picked up', () => {
    const desk = createDesk();
    const fields = { to: '<sip:*8@pbx.example>', from: agentTag };
    const all = desk.play(
      sent(request('INVITE', fields)),
      got(
        answer('200 OK', {
          ...fields,
          to: '<sip:*8@pbx.example>;tag=x',
          headers: [`P-Asserted-Identity: ${caller}`],
        }),
      ),
    );
    expect(told(all)).toEqual(['call offered *8', `call active ${ann}`]);
  });
});
