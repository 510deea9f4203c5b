import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HostRule } from '../../domain/host/host-rules.ts';
import { rulePacks } from '../../extension/worker/hosts/rule-packs.ts';
import { openPage, rulesOf } from '../rules/messages/socket-page-for-tests.ts';

const ring = {
  since: '2026-09-01',
  url: '^wss://gateway\\.example/',
  type: 'type',
  id: 'call.id',
  clientId: 'call.from.number',
  events: [
    { type: 'ring', on: 'received', state: 'offered' },
    { type: 'answer', state: 'active' },
    { type: 'hangup', state: 'finished' },
  ],
};

const packOf = (id: string): HostRule[] => rulePacks.find((pack) => pack.id === id)?.rules ?? [];

afterEach(() => vi.unstubAllGlobals());

const call = { id: 'c-1', from: { number: '+33612345678' }, secret: 'token-77' };

describe('JSON on a socket', () => {
  test('a call rings, is answered and ends', () => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf(ring));
    const socket = connect();
    socket.receive({ type: 'ring', call });
    socket.send({ type: 'answer', call: { id: 'c-1' } });
    socket.receive({ type: 'hangup', call: { id: 'c-1' } });
    expect(said.map(({ state }) => state)).toEqual(['offered', 'active', 'finished']);
    expect(said[2]).toMatchObject({
      clientId: { kind: 'phone', value: '+33612345678' },
      endReason: 'completed',
    });
  });

  test('only the declared values of known events on the sockets of a rule leave the page’s own world', () => {
    const { connect, listen, crossed } = openPage();
    listen(rulesOf(ring));
    crossed.length = 0;
    connect('wss://other.example/ws').receive({ type: 'ring', call });
    const socket = connect();
    socket.receive({ type: 'presence', call });
    socket.receive('{"type":"ring"');
    socket.receive({ type: 'ring', call });
    // That a socket is open, and the event.
    expect(crossed.map((text) => Object.keys(JSON.parse(text).message).length)).toEqual([4, 6]);
    expect(crossed.join()).not.toMatch(/token-77|gateway/);
  });

  test('what passed before anybody asked is not lost, and nothing of it is kept where no rule wants it', () => {
    const { connect, listen, crossed } = openPage();
    connect().receive({ type: 'ring', call });
    expect(listen(rulesOf(ring)).said).toHaveLength(1);
    const other = openPage();
    other.connect().receive({ type: 'ring', call });
    expect(other.listen([]).said).toEqual([]);
    expect(other.crossed.join()).not.toContain('c-1');
    expect(crossed.join()).toContain('c-1');
  });

  test('binary frames of UTF-8, several records in a frame, and lists of events are read', () => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf({ ...ring, each: 'events' }));
    const socket = connect();
    const events = (...types: string[]) => ({ events: types.map((type) => ({ type, call })) });
    socket.receive(new TextEncoder().encode(JSON.stringify(events('ring'))).buffer);
    expect(said).toHaveLength(1);
    socket.receive(`${JSON.stringify(events('noise', 'answer'))}\u001e{"events":[]}\u001e`);
    expect(said.map(({ state }) => state)).toEqual(['offered', 'active']);
  });

  test('JSON in a text within JSON is read', () => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf({ ...ring, id: 'data.call.id', clientId: 'data.call.from.number' }));
    connect().receive({ type: 'ring', data: JSON.stringify({ call }) });
    expect(said[0]).toMatchObject({ clientId: { value: '+33612345678' } });
  });

  test('late words after the end begin nothing', () => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf(ring));
    const socket = connect();
    for (const type of ['ring', 'hangup', 'answer', 'ring']) socket.receive({ type, call });
    expect(said.map(({ state }) => state)).toEqual(['offered', 'finished']);
  });

  test('a new isolated half is told what is live, and not what is over', async () => {
    const { connect, listen } = openPage();
    const first = listen(rulesOf(ring));
    const socket = connect();
    socket.receive({ type: 'ring', call: { ...call, id: 'over' } });
    socket.receive({ type: 'hangup', call: { ...call, id: 'over' } });
    socket.receive({ type: 'ring', call });
    first.stop.abort();
    const second = listen(rulesOf(ring));
    await vi.waitFor(() => expect(second.said.map(({ id }) => id)).toEqual(['calls:c-1']));
  });
});

/** Frames as https://github.com/socketio/socket.io-protocol writes them. */
describe('socket.io', () => {
  const version = {
    ...ring,
    framing: 'socket.io',
    type: 'event',
    id: 'data.id',
    clientId: 'data.from.number',
  };
  const text = JSON.stringify(['ring', call]);

  test.each([
    ['an event', `42${text}`, undefined],
    ['an event that wants an acknowledgement', `4213${text}`, undefined],
    ['an event in a namespace', `42/agents,${text}`, '/agents'],
    ['an event in a namespace with a query', `42/agents?token=abc,12${text}`, '/agents'],
    [
      'an event with binary parts',
      `451-${JSON.stringify(['ring', { ...call, sound: { _placeholder: true, num: 0 } }])}`,
      undefined,
    ],
  ])('%s is read', (_, frame, namespace) => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf({ ...version, ...(namespace && { namespace }) }));
    connect().receive(frame);
    expect(said).toHaveLength(1);
  });

  test.each([
    ['a ping', '2'],
    ['the opening', '0{"sid":"lv_VI97HAXpY6yYWAAAB","pingInterval":25000}'],
    ['a connection', '40/agents,{"sid":"oSO0OpakMV_3jnilAAAA"}'],
    ['an acknowledgement', `4313${text}`],
    ['an event of another namespace', `42/admin,${text}`],
    ['a broken one', '42["ring",'],
    ['one without a list', '42{"0":"ring"}'],
    ['a bare JSON', text],
  ])('%s says nothing', (_, frame) => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf(version));
    connect().receive(frame);
    expect(said).toEqual([]);
  });
});

test('a file that a customer sends over socket.io is no event, whatever its bytes say', () => {
  const { connect, listen } = openPage();
  const { said } = listen(rulesOf({ ...ring, framing: 'socket.io', type: 'event', id: 'data.id' }));
  const socket = connect();
  socket.receive('451-["file",{"_placeholder":true,"num":0}]');
  socket.receive(new TextEncoder().encode(`42${JSON.stringify(['ring', call])}`).buffer);
  expect(said).toEqual([]);
});

test('socket.io that begins by polling is read from its upgrade on', () => {
  const { connect, listen } = openPage();
  const { said } = listen(rulesOf({ ...ring, framing: 'socket.io', type: 'event', id: 'data.id' }));
  const socket = connect('wss://gateway.example/socket.io/?EIO=3&transport=websocket&sid=x');
  for (const frame of ['2probe', '3probe', '5', '6', `42${JSON.stringify(['ring', call])}`])
    socket.receive(frame);
  expect(said).toHaveLength(1);
});

test('the host’s own times count, in whatever spelling, and never one that is yet to come', () => {
  const { connect, listen } = openPage();
  const { said } = listen(rulesOf({ ...ring, startedAt: 'at', answeredAt: 'up' }));
  const socket = connect();
  socket.receive({ type: 'ring', call, at: '2026-09-21T16:13:20+02:00' });
  socket.receive({ type: 'answer', call, up: 1_790_000_004 });
  socket.receive({ type: 'ring', call: { ...call, id: 'c-2' }, at: 9_990_000_000_000 });
  expect(said[1]).toMatchObject({
    startedAt: '2026-09-21T14:13:20.000Z',
    answeredAt: '2026-09-21T14:13:24.000Z',
  });
  expect(Date.parse(said[2]?.startedAt ?? '')).toBeLessThanOrEqual(Date.now());
});

test('ids that are numbers are told apart to their last digit, and one event needs no list', () => {
  const { connect, listen } = openPage();
  const { said } = listen(rulesOf({ ...ring, each: 'events' }));
  const socket = connect();
  for (const id of ['9007199254740993', '9007199254740992', '7'])
    socket.receive(`{"events":{"type":"ring","call":{"id":${id},"note":"about:12345678901234567890,"}}}`);
  expect(said.map(({ id }) => id)).toEqual(['calls:9007199254740993', 'calls:9007199254740992', 'calls:7']);
});

describe('hostile frames', () => {
  test('oversized, deep and polluting ones say nothing and break nothing', () => {
    const { connect, listen } = openPage();
    const { said } = listen(rulesOf({ ...ring, id: ['call.missing', 'call.id'] }));
    const socket = connect();
    for (const frame of [
      `{"type":"ring","call":{"id":"x","from":{"number":"${'9'.repeat(200_000)}"}}}`,
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      '{"type":{"toString":"ring"},"call":{"id":"x"}}',
      '{"__proto__":{"type":"ring"},"call":{"id":"x"}}',
      '\u001e'.repeat(10_000),
    ])
      socket.receive(frame);
    expect(said).toEqual([]);
    socket.receive({ type: 'ring', call: { ...call, from: { number: '+1'.padEnd(2_000, '5') } } });
    expect(said[0]?.clientId?.value.length).toBeLessThanOrEqual(512);
  });

  test('a page that pollutes prototypes after we came neither speaks through them nor breaks us', () => {
    const { connect, listen, crossed } = openPage();
    const { said } = listen(rulesOf(ring));
    const socket = connect();
    crossed.length = 0;
    const names = ['each', 'url', 'contains', 'type', 'toJSON', '0'];
    for (const name of names)
      Object.defineProperty(Object.prototype, name, {
        value: 'polluted',
        configurable: true,
        writable: true,
      });
    try {
      socket.receive('{"call":{"id":"x"}}');
      socket.receive('{"type":"ring","call":{"id":"c-1","from":{"number":"+33612345678"}}}');
    } finally {
      for (const name of names) delete (Object.prototype as unknown as Record<string, unknown>)[name];
    }
    expect(crossed.filter((text) => text.includes('"type"'))).toHaveLength(1);
    expect(said).toHaveLength(1);
  });

  test('a page that forges what is wanted, or what was heard, gains no more than a claim', () => {
    const { connect, listen, page, crossed } = openPage();
    const { said } = listen(rulesOf(ring));
    const forge = (type: string, detail: unknown) =>
      page.dispatchEvent(
        new CustomEvent(type, { detail: typeof detail === 'string' ? detail : JSON.stringify(detail) }),
      );
    for (const wants of [null, 5, [5], [{ types: 'x', paths: 7 }], [{ url: '(' }], { length: 9 }])
      forge('ringside:ask', { tap: 'json-websocket', wants });
    for (const message of [
      null,
      { key: 'calls 2026-09-01' },
      { key: 'calls 2026-09-01', type: 'ring', sent: false, at: 9e99, values: [] },
    ])
      forge('ringside:tap', { tap: 'json-websocket', message });
    connect().receive({ type: 'ring', call });
    expect(said).toEqual([]);
    expect(crossed.join()).not.toContain('token-77');
  });
});

describe('packs', () => {
  test('a call through the SIP plugin of Janus', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('janus-sip'));
    const socket = connect('wss://sip.example/janus');
    const event = (result: object, more = {}) => ({
      janus: 'event',
      session_id: 1,
      sender: 42,
      plugindata: {
        plugin: 'janus.plugin.sip',
        data: { sip: 'event', call_id: 'a84b4c76e66710', result, ...more },
      },
    });
    socket.receive(event({ event: 'registered', username: 'sip:agent@pbx.example' }));
    socket.receive(
      event({
        event: 'incomingcall',
        username: 'sip:+33612345678@pbx.example',
        displayname: '"Ann"',
        headers: { 'X-Campaign': 'Billing' },
      }),
    );
    socket.receive(event({ event: 'accepted', username: 'sip:+33612345678@pbx.example' }));
    socket.receive(event({ event: 'holding' }));
    socket.receive(event({ event: 'resuming' }));
    socket.receive(event({ event: 'hangup', code: 200, reason: 'Session Terminated' }));
    expect(said.map(({ state }) => state)).toEqual(['offered', 'active', 'held', 'active', 'finished']);
    expect(said[0]).toMatchObject({
      direction: 'inbound',
      clientId: { kind: 'phone', value: '+33612345678' },
      displayName: 'Ann',
      campaign: { name: 'Billing' },
      correlation: ['a84b4c76e66710'],
    });
    expect(said[4]).toMatchObject({ endReason: 'completed' });
  });

  test('a call that the other side holds and takes up again, as Janus tells it', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('janus-sip'));
    const socket = connect('wss://sip.example/janus');
    const event = (result: object, sdp?: string) => ({
      ...{ janus: 'event', session_id: 1, sender: 42 },
      plugindata: { plugin: 'janus.plugin.sip', data: { sip: 'event', result } },
      ...(sdp !== undefined && { jsep: { type: 'offer', sdp } }),
    });
    // As long as they are before the first stream.
    const offer = (...direction: string[]) =>
      [
        'v=0',
        'o=- 3921 2 IN IP4 198.51.100.7',
        's=Asterisk',
        't=0 0',
        'a=group:BUNDLE audio video',
        'a=ice-options:trickle',
        `a=fingerprint:sha-256 ${'D2:'.repeat(31)}D2`,
        'a=extmap-allow-mixed',
        'a=msid-semantic: WMS *',
        'm=audio 9 UDP/TLS/RTP/SAVPF 111 8 0 101',
        'c=IN IP4 198.51.100.7',
        ...direction,
        'a=mid:audio',
        `a=rtpmap:111 opus/48000/2`,
        'm=video 0 UDP/TLS/RTP/SAVPF 96',
        'a=inactive',
        '',
      ].join('\r\n');
    const updating = (sdp: string) => event({ event: 'updatingcall', username: 'sip:1@pbx.example' }, sdp);
    socket.receive(
      event({ event: 'incomingcall', username: 'sip:+33612345678@pbx.example' }, offer('a=sendrecv')),
    );
    socket.receive(event({ event: 'accepted' }));
    for (const direction of ['a=sendonly', 'a=sendrecv', 'a=inactive', 'a=recvonly'])
      socket.receive(updating(offer(direction)));
    expect(said.map(({ state }) => state)).toEqual(['offered', 'active', 'held', 'active', 'held', 'active']);
    socket.receive(updating(offer('a=sendonly')));
    // What is left out means both ways.
    socket.receive(updating(offer()));
    expect(said.slice(6).map(({ state, clientId }) => [state, clientId?.value])).toEqual([
      ['held', '+33612345678'],
      ['active', '+33612345678'],
    ]);
    // Of a call that nobody knows it tells nothing.
    socket.receive({ ...updating(offer('a=sendonly')), sender: 43 });
    expect(said).toHaveLength(8);
  });

  test('a call that Janus makes and that is busy', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('janus-sip'));
    const socket = connect('wss://sip.example/janus');
    const headers = { 'X-Campaign': 'Debts' };
    const body = { request: 'call', uri: 'sip:+442079460000@pbx.example', headers };
    socket.send({ janus: 'message', body, transaction: 't', session_id: 1, handle_id: 42 });
    const plugindata = {
      plugin: 'janus.plugin.sip',
      data: { sip: 'event', result: { event: 'hangup', code: 486 } },
    };
    socket.receive({ janus: 'event', sender: 42, plugindata });
    expect(said.map(({ state, direction, endReason }) => [state, direction, endReason])).toEqual([
      ['offered', 'outbound', undefined],
      ['finished', 'outbound', 'rejected'],
    ]);
    expect(said[0]).toMatchObject({ campaign: { name: 'Debts' } });
    // Another plugin's call is not this one's.
    socket.send({ janus: 'message', body: { request: 'call', username: 'bob' }, handle_id: 43 });
    expect(said).toHaveLength(2);
  });

  test('calls of FreeSWITCH Verto, in and out', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('verto'));
    const socket = connect('wss://fs.example:8082/');
    const request = (method: string, params: object) => ({ jsonrpc: '2.0', id: 9, method, params });
    socket.send(request('login', { login: 'agent', passwd: 'secret', sessid: 's' }));
    socket.receive(
      request('verto.invite', {
        callID: 'in-123456',
        caller_id_name: 'Ann',
        caller_id_number: '+33612345678',
      }),
    );
    socket.send(request('verto.answer', { sdp: 'v=0', dialogParams: { callID: 'in-123456' } }));
    socket.receive({
      jsonrpc: '2.0',
      id: 10,
      result: { callID: 'in-123456', action: 'hold', holdState: 'held' },
    });
    socket.receive(request('verto.bye', { callID: 'in-123456', cause: 'NORMAL_CLEARING' }));
    socket.send(
      request('verto.invite', {
        sdp: 'v=0',
        dialogParams: { callID: 'out-12345', destination_number: '+442079460000', caller_id_number: '7' },
      }),
    );
    socket.receive(request('verto.bye', { callID: 'out-12345', cause: 'USER_BUSY' }));
    expect(said.map(({ state, direction, clientId }) => [state, direction, clientId?.value])).toEqual([
      ['offered', 'inbound', '+33612345678'],
      ['active', 'inbound', '+33612345678'],
      ['held', 'inbound', '+33612345678'],
      ['finished', 'inbound', '+33612345678'],
      ['offered', 'outbound', '+442079460000'],
      ['finished', 'outbound', '+442079460000'],
    ]);
    expect(said[5]).toMatchObject({ endReason: 'rejected' });
  });

  test('calls over the gateway of Telnyx, as its client writes them', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('verto'));
    const socket = connect('wss://rtc.example/');
    const request = (method: string, params: object) => ({
      ...{ jsonrpc: '2.0', id: 9, method: `telnyx_rtc.${method}` },
      params: { ...params, sdp: 'v=0' },
    });
    const rings = (callID: string) =>
      socket.receive(
        request('invite', {
          callID,
          caller_id_name: 'Ann',
          caller_id_number: '+33612345678',
          callee_id_name: 'Outbound Call',
          dialogParams: {
            custom_headers: [
              { name: 'X-Other', value: 'x' },
              { name: 'X-Campaign', value: 'Field service' },
            ],
          },
        }),
      );
    const dials = (callID: string) =>
      socket.send(
        request('invite', {
          dialogParams: {
            callID,
            destination_number: '+442079460000',
            remote_caller_id_name: 'Outbound Call',
            caller_id_number: '7',
            custom_headers: [{ name: 'x-campaign', value: 'Renewals' }],
          },
        }),
      );
    rings('in-answered');
    socket.send(request('answer', { dialogParams: { callID: 'in-answered', destination_number: '7' } }));
    socket.receive({
      jsonrpc: '2.0',
      id: 3,
      result: { callID: 'in-answered', action: 'hold', holdState: 'held' },
    });
    socket.receive(request('bye', { callID: 'in-answered', cause: 'NORMAL_CLEARING', causeCode: 16 }));
    rings('in-missed');
    socket.receive(request('bye', { callID: 'in-missed', cause: 'ORIGINATOR_CANCEL', causeCode: 487 }));
    rings('in-rejected');
    socket.send(request('bye', { dialogParams: { callID: 'in-rejected' }, cause: 'USER_BUSY' }));
    // The client says of a call that the agent gives up that somebody was busy.
    dials('out-given-up');
    socket.send(request('bye', { dialogParams: { callID: 'out-given-up' }, cause: 'USER_BUSY' }));
    dials('out-unanswered');
    socket.receive(request('bye', { callID: 'out-unanswered', cause: 'NO_ANSWER' }));
    dials('out-busy');
    socket.receive(request('bye', { callID: 'out-busy', cause: 'USER_BUSY' }));
    dials('out-answered');
    socket.receive(request('answer', { callID: 'out-answered' }));
    socket.receive(request('bye', { callID: 'out-answered', cause: 'USER_BUSY' }));
    const ends = said.filter(({ state }) => state === 'finished');
    expect(ends.map(({ id, endReason }) => `${id.split(':').at(-1)} ${endReason}`)).toEqual([
      'in-answered completed',
      'in-missed missed',
      'in-rejected rejected',
      'out-given-up cancelled',
      'out-unanswered failed',
      'out-busy rejected',
      'out-answered completed',
    ]);
    expect(said.slice(0, 4).map(({ state }) => state)).toEqual(['offered', 'active', 'held', 'finished']);
    expect(new Set(said.map(({ direction, campaign }) => `${direction} ${campaign?.name}`))).toEqual(
      new Set(['inbound Field service', 'outbound Renewals']),
    );
    // That name is the client's own word for any call.
    expect(said.filter(({ displayName }) => displayName === 'Outbound Call')).toEqual([]);
  });

  test('an answer or a hold of a call that nobody has heard of begins none', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('verto'));
    const socket = connect('wss://rtc.example/');
    socket.send({ method: 'verto.answer', params: { dialogParams: { callID: 'before-us' } } });
    socket.receive({ id: 3, result: { callID: 'before-us', action: 'hold', holdState: 'held' } });
    socket.receive({ id: 4, result: { callID: 'before-us', action: 'unhold', holdState: 'active' } });
    expect(said).toEqual([]);
  });

  test('calls of Twilio Voice, in and out at once, as its client writes them', () => {
    const { connect, listen } = openPage();
    const { said } = listen(packOf('twilio-voice'));
    const socket = connect('wss://voice-js.roaming.twilio.com/signal');
    const frame = (type: string, payload: object) => ({ type, version: '1.6', payload });
    const rings = (callsid: string, From: string) =>
      socket.receive(
        frame('invite', {
          callsid,
          sdp: 'v=0',
          parameters: { From, Params: 'X-Campaign=Sales%20FR&lang=fr' },
        }),
      );
    const params = 'Lang=fr&To=%2B442079460000&Campaign=Debts';
    // The client's own id of a call that it makes is not the one that the gateway gives it.
    socket.send(frame('invite', { callsid: 'TJS1', sdp: 'v=0', twilio: { params } }));
    socket.receive(frame('answer', { callsid: 'CA1', sdp: 'v=0' }));
    rings('CA2', '+33612345678');
    socket.receive(frame('cancel', { callsid: 'CA2' }));
    rings('CA3', 'client:ann');
    socket.send(frame('reject', { callsid: 'CA3' }));
    socket.send(frame('invite', { callsid: 'CA1', sdp: 'v=0', reconnect: 'r', twilio: {} }));
    socket.send(frame('hangup', { callsid: 'CA1' }));
    rings('CA4', '+266696687');
    socket.send(frame('answer', { callsid: 'CA4', sdp: 'v=0' }));
    socket.receive(frame('hangup', { callsid: 'CA4' }));
    socket.send(frame('invite', { callsid: 'TJS2', sdp: 'v=0', twilio: { params } }));
    socket.receive(frame('hangup', { callsid: 'CA5', error: { code: 31486 } }));
    const line = ({
      direction,
      state,
      endReason,
      clientId,
      withheld,
      displayName,
      campaign,
    }: (typeof said)[0]) =>
      [direction, state, endReason, clientId?.value, withheld && 'withheld', displayName, campaign?.name]
        .filter(Boolean)
        .join(' ');
    expect(said.map(line)).toEqual([
      'outbound offered +442079460000 Debts',
      'outbound active +442079460000 Debts',
      'inbound offered +33612345678 Sales FR',
      'inbound finished missed +33612345678 Sales FR',
      'inbound offered ann Sales FR',
      'inbound finished rejected ann Sales FR',
      // The client came back after its connection was lost.
      'outbound active +442079460000 Debts',
      'outbound finished completed +442079460000 Debts',
      'inbound offered withheld Sales FR',
      'inbound active withheld Sales FR',
      'inbound finished completed withheld Sales FR',
      'outbound offered +442079460000 Debts',
      'outbound finished rejected +442079460000 Debts',
    ]);
    // The same words on another gateway's socket are not these.
    const other = connect('wss://other.example/signal');
    other.receive(frame('invite', { callsid: 'CA9', sdp: 'v=0', parameters: { From: '+33612345678' } }));
    expect(said).toHaveLength(13);
  });

  test('all packs at once fit the line to the tap', () => {
    const { connect, listen } = openPage();
    const { said } = listen(rulePacks.flatMap(({ rules }) => rules));
    connect('wss://fs.example').receive({
      method: 'verto.invite',
      params: { callID: '1', caller_id_number: '+33612345678' },
    });
    expect(said).toHaveLength(1);
  });
});
