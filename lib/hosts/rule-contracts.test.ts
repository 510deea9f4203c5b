import { afterEach, expect, test, vi } from 'vitest';
import type { HostInteraction } from '../domain/host/host-event.ts';
import { rulePacks } from '../extension/worker/hosts/rule-packs.ts';
import { openPage, rulesOf } from './rules/messages/socket-page-for-tests.ts';

/**
 * What gateways and inboxes send, after their published contracts, and that a rule can say it. None was tried with the
 * product itself; the rules here are no packs.
 */
afterEach(() => vi.unstubAllGlobals());

type Passed = ['received' | 'sent', unknown];

function play(version: object, passed: Passed[], url?: string) {
  const { connect, listen } = openPage();
  const { said } = listen(rulesOf({ since: '2026-11-21', ...version }));
  const socket = connect(url);
  for (const [way, message] of passed) {
    if (way === 'received') socket.receive(message);
    else socket.send(message);
  }
  return said;
}

const brief = (said: HostInteraction[]) =>
  said.map(({ state, direction, clientId, displayName, endReason }) =>
    [state, direction, clientId?.value, displayName, endReason].filter(Boolean).join(' '),
  );

const twilio = {
  url: '^wss://[a-z0-9.-]+\\.twilio\\.com/',
  type: 'type',
  id: 'payload.callsid',
  events: [
    {
      type: 'invite',
      on: 'received',
      state: 'offered',
      clientId: 'payload.parameters.From',
      campaign: 'payload.parameters.Queue',
    },
    {
      type: 'invite',
      on: 'sent',
      state: 'offered',
      direction: 'outbound',
      clientId: { path: 'payload.twilio.params', match: '(?:^|&)To=([^&]+)', decode: true },
    },
    { type: 'ringing', adopts: true },
    { type: 'answer', adopts: true, state: 'active' },
    { type: ['hangup', 'cancel'], state: 'finished' },
  ],
};

/** https://github.com/twilio/twilio-voice.js, its `PStream`. */
test('Twilio’s voice SDK: a call in, and one out that gets its id later', () => {
  const at = 'wss://voice-js.roaming.twilio.com/signal';
  const parameters = { From: '+33612345678', CallSid: 'CA111', Queue: 'Billing' };
  expect(
    brief(
      play(
        twilio,
        [
          ['sent', { type: 'listen', payload: { token: 't' } }],
          ['received', { type: 'invite', payload: { callsid: 'CA111', sdp: 'v=0', parameters } }],
          ['sent', { type: 'answer', payload: { callsid: 'CA111', sdp: 'v=0' } }],
          ['received', { type: 'hangup', payload: { callsid: 'CA111' } }],
        ],
        at,
      ),
    ),
  ).toEqual([
    'offered inbound +33612345678',
    'active inbound +33612345678',
    'finished inbound +33612345678 completed',
  ]);
  const params = 'agent=7&To=%2B442079460000';
  const out = play(
    twilio,
    [
      ['sent', { type: 'invite', payload: { callsid: 'TJS222', sdp: 'v=0', twilio: { params } } }],
      ['received', { type: 'ringing', payload: { callsid: 'CA222' } }],
      ['received', { type: 'answer', payload: { callsid: 'CA222', sdp: 'v=0' } }],
      ['received', { type: 'hangup', payload: { callsid: 'CA222' } }],
    ],
    at,
  );
  expect(brief(out)).toEqual([
    'offered outbound +442079460000',
    'offered outbound +442079460000',
    'active outbound +442079460000',
    'finished outbound +442079460000 completed',
  ]);
  expect(new Set(out.map(({ id }) => id)).size).toBe(1);
});

test('an id that comes later names neither of two calls that are dialled at once', () => {
  const dial = (callsid: string): Passed => ['sent', { type: 'invite', payload: { callsid } }];
  const said = play(
    twilio,
    [dial('TJS1'), dial('TJS2'), ['received', { type: 'ringing', payload: { callsid: 'CA9' } }]],
    'wss://eventgw.twilio.com/signal',
  );
  expect(said.map(({ id }) => id)).toEqual(['calls:TJS1', 'calls:TJS2']);
});

/** The events of the Vonage client SDK, socket.io. */
test('Vonage’s client: an invitation over socket.io, answered, hung up', () => {
  const event = (name: string, body: object): Passed => [
    'received',
    `42${JSON.stringify([name, { cid: 'CON-5f0c8f0e', body }])}`,
  ];
  const channel = { type: 'phone', from: { type: 'phone', number: '33612345678' }, to: { type: 'app' } };
  expect(
    brief(
      play(
        {
          framing: 'socket.io',
          type: 'event',
          id: 'data.cid',
          clientId: { path: 'data.body.channel.from.number', match: '^(\\d+)$' },
          events: [
            {
              type: 'member:invited',
              where: [{ path: 'data.body.channel.type', is: ['phone'] }],
              state: 'offered',
            },
            { type: 'rtc:answer', state: 'active' },
            { type: ['rtc:hangup', 'member:left'], state: 'finished' },
          ],
        },
        [
          event('session:success', {}),
          event('member:invited', { channel: { type: 'app' } }),
          event('member:invited', { channel }),
          event('rtc:answer', {}),
          event('rtc:hangup', {}),
          event('member:left', {}),
        ],
      ),
    ),
  ).toEqual([
    'offered inbound 33612345678',
    'active inbound 33612345678',
    'finished inbound 33612345678 completed',
  ]);
});

/** https://docs.asterisk.org, ARI events. */
test('Asterisk’s REST interface: a channel in Stasis rings, is up, on hold and gone', () => {
  const channel = { id: '1700000000.42', state: 'Ring', caller: { name: 'Ann', number: '+33612345678' } };
  const event = (type: string, more = {}): Passed => [
    'received',
    {
      type,
      application: 'desk',
      channel: { ...channel, ...more },
      timestamp: '2026-11-21T10:00:00.000+0000',
    },
  ];
  const ended = { ...channel, state: 'Up' };
  expect(
    brief(
      play(
        {
          type: 'type',
          id: 'channel.id',
          clientId: 'channel.caller.number',
          displayName: 'channel.caller.name',
          startedAt: 'timestamp',
          events: [
            { type: 'StasisStart', state: 'offered' },
            { type: 'ChannelStateChange', stateFrom: { path: 'channel.state', map: { Up: 'active' } } },
            { type: 'ChannelHold', state: 'held' },
            { type: 'ChannelUnhold', state: 'active' },
            {
              type: ['StasisEnd', 'ChannelDestroyed'],
              state: 'finished',
              endReasonFrom: { path: 'cause', map: { '16': 'completed', '17': 'rejected' } },
            },
          ],
        },
        [
          event('StasisStart'),
          event('ChannelStateChange', { state: 'Up' }),
          event('ChannelHold'),
          event('ChannelVarset'),
          event('ChannelUnhold'),
          ['received', { type: 'ChannelDestroyed', cause: 16, channel: ended }],
          event('StasisEnd'),
        ],
      ),
    ),
  ).toEqual([
    'offered inbound +33612345678 Ann',
    'active inbound +33612345678 Ann',
    'held inbound +33612345678 Ann',
    'active inbound +33612345678 Ann',
    'finished inbound +33612345678 Ann completed',
  ]);
});

/** Events of Kazoo's Blackhole. A leg to the agent is outbound as the switch sees it. */
test('Kazoo: the direction is turned round by the rule', () => {
  const event = (name: string, more: object): Passed => [
    'received',
    { action: 'event', name, data: { call_id: 'leg-5f0c8f0e', event_name: name, ...more } },
  ];
  const leg = { call_direction: 'outbound', caller_id_number: '+33612345678', callee_id_number: '7' };
  expect(
    brief(
      play(
        {
          type: 'name',
          id: 'data.call_id',
          caller: 'data.caller_id_number',
          callee: 'data.callee_id_number',
          directionFrom: { path: 'data.call_direction', map: { outbound: 'inbound', inbound: 'outbound' } },
          events: [
            { type: 'CHANNEL_CREATE', state: 'offered' },
            { type: 'CHANNEL_ANSWER', state: 'active' },
            {
              type: 'CHANNEL_DESTROY',
              state: 'finished',
              endReasonFrom: { path: 'data.hangup_cause', map: { LOSE_RACE: 'elsewhere' } },
            },
          ],
        },
        [event('CHANNEL_CREATE', leg), event('CHANNEL_DESTROY', { ...leg, hangup_cause: 'LOSE_RACE' })],
      ),
    ),
  ).toEqual(['offered inbound +33612345678', 'finished inbound +33612345678 elsewhere']);
});

/** https://wazo-platform.org/documentation, websocketd and calld events. */
test('Wazo: the state by its word, the direction by a truth value', () => {
  const event = (name: string, data: object): Passed => [
    'received',
    { op: 'event', code: 0, data: { name, data: { call_id: '1700000000.7', ...data } } },
  ];
  const call = { is_caller: true, peer_caller_id_number: '+442079460000', peer_caller_id_name: 'Bob' };
  expect(
    brief(
      play(
        {
          type: 'data.name',
          id: 'data.data.call_id',
          clientId: 'data.data.peer_caller_id_number',
          displayName: 'data.data.peer_caller_id_name',
          directionFrom: { path: 'data.data.is_caller', map: { true: 'outbound', false: 'inbound' } },
          events: [
            {
              type: ['call_created', 'call_updated'],
              stateFrom: {
                path: 'data.data.status',
                map: { Ringing: 'offered', Ring: 'offered', Up: 'active' },
              },
            },
            { type: 'call_held', state: 'held' },
            { type: 'call_ended', state: 'finished' },
          ],
        },
        [
          event('call_created', { ...call, status: 'Ring' }),
          event('call_updated', { ...call, status: 'Down' }),
          event('call_updated', { ...call, status: 'Up' }),
          event('call_ended', { ...call, status: 'Up' }),
        ],
      ),
    ),
  ).toEqual([
    'offered outbound +442079460000 Bob',
    'offered outbound +442079460000 Bob',
    'active outbound +442079460000 Bob',
    'finished outbound +442079460000 Bob completed',
  ]);
});

/** Meteor's DDP, bare and within SockJS; rooms of type `l` are those of visitors. */
test.each([
  ['json', (message: object) => message],
  ['sockjs', (message: object) => `a${JSON.stringify([JSON.stringify(message)])}`],
])('Rocket.Chat: a visitor’s room is offered, taken and closed (%s)', (framing, frame) => {
  const room = (what: string, more: object): Passed => [
    'received',
    frame({
      msg: 'changed',
      collection: 'stream-notify-user',
      fields: {
        eventName: 'u7/rooms-changed',
        args: [what, { _id: 'room-5f0c8f', t: 'l', fname: 'Ann', v: { username: 'guest-9' }, ...more }],
      },
    }),
  ];
  const said = play(
    {
      framing,
      type: 'fields.args[0]',
      id: 'fields.args[1]._id',
      clientId: 'fields.args[1].v.username',
      displayName: 'fields.args[1].fname',
      channelFrom: { path: 'fields.args[1].t', map: { l: 'chat' } },
      kindFrom: { path: 'fields.args[1].t', map: { l: 'username' } },
      events: [
        {
          type: ['inserted', 'updated', 'removed'],
          where: [
            { path: 'fields.args[1].t', is: ['l'] },
            { path: 'fields.args[1].closedAt.$date', match: '\\d' },
          ],
          state: 'finished',
        },
        {
          type: ['inserted', 'updated'],
          where: [
            { path: 'fields.args[1].t', is: ['l'] },
            { path: 'fields.args[1].servedBy.username', match: '.' },
          ],
          state: 'active',
        },
        { type: 'inserted', where: [{ path: 'fields.args[1].t', is: ['l'] }], state: 'offered' },
      ],
    },
    [
      room('inserted', { t: 'c' }),
      room('inserted', {}),
      room('updated', { servedBy: { username: 'ana' } }),
      room('updated', { servedBy: { username: 'ana' }, closedAt: { $date: 1_790_000_000_000 } }),
    ],
  );
  expect(brief(said)).toEqual([
    'offered inbound guest-9 Ann',
    'active inbound guest-9 Ann',
    'finished inbound guest-9 Ann completed',
  ]);
  expect(said[0]).toMatchObject({ channel: 'chat', clientId: { kind: 'username' } });
});

/** A chat API of GraphQL subscriptions, as Zendesk's Chat Conversations API speaks. */
test('a chat told by subscriptions: every message tells the whole chat', () => {
  const chat = (state: string): Passed => [
    'received',
    {
      sig: 'DATA',
      subscription_id: 's1',
      payload: {
        data: { chat: { id: 77, state, visitor: { display_name: 'Ann', email: 'ann@example.com' } } },
      },
    },
  ];
  const said = play(
    {
      type: 'sig',
      id: 'payload.data.chat.id',
      clientId: 'payload.data.chat.visitor.email',
      displayName: 'payload.data.chat.visitor.display_name',
      channelFrom: { path: 'sig', map: { DATA: 'chat' } },
      kindFrom: { path: 'sig', map: { DATA: 'email' } },
      stateFrom: {
        path: 'payload.data.chat.state',
        map: { incoming: 'offered', served: 'active', ended: 'finished' },
      },
      events: [{ type: 'DATA' }],
    },
    [chat('incoming'), chat('served'), ['received', { sig: 'EOS' }], chat('served'), chat('ended')],
  );
  expect(said.map(({ state }) => state)).toEqual(['offered', 'active', 'active', 'finished']);
  expect(said[0]).toMatchObject({ id: 'calls:77', clientId: { kind: 'email', value: 'ann@example.com' } });
});

test('a video room of Janus is no call of its SIP plugin', () => {
  const { connect, listen } = openPage();
  const { said } = listen(rulePacks.find(({ id }) => id === 'janus-sip')?.rules ?? []);
  const socket = connect('wss://janus.example/janus');
  const plugindata = { plugin: 'janus.plugin.videoroom', data: { videoroom: 'joined', room: 1234, id: 99 } };
  socket.receive({ janus: 'event', session_id: 1, sender: 42, plugindata });
  socket.send({ janus: 'message', handle_id: 42, body: { request: 'join', ptype: 'publisher', room: 1234 } });
  expect(said).toEqual([]);
});
