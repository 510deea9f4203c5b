import { expect, test } from 'vitest';
import type { HostEvent } from '../../domain/host/host-event.ts';
import { hostInteractionSchema } from '../../domain/host/host-event.ts';
import type { HostContext } from '../host.ts';
import adapter from '../xmpp-websocket/adapter.ts';
import { tellChatClosed } from './closed-chats.ts';
import { readMessages } from './read-messages.ts';

const start = 1_790_000_000_000;

/** Stanzas through reader and adapter, a second apart. */
function createDesk() {
  let at = start;
  let hear: (message: unknown) => void = () => {};
  const events: HostEvent[] = [];
  const stop = new AbortController();
  adapter.start({
    emit: (event) => events.push(event),
    signal: stop.signal,
    window: { performance: { timeOrigin: start } } as HostContext['window'],
    options: { campaignHeader: 'X-Campaign' },
    tap: {
      listen: (listener) => {
        hear = listener;
      },
      ask: () => {},
    },
  } as HostContext);
  const pass = (text: string, sent: boolean, late?: true) => {
    at += 1_000;
    readMessages(text, sent, (head) => hear(JSON.parse(JSON.stringify({ ...head, sent, at, late }))));
  };
  return {
    events,
    got: (text: string) => pass(text, false),
    sent: (text: string, late?: true) => pass(text, true, late),
    /** `id state unread reason` of all that was told. */
    told: () =>
      events.splice(0).map((event) => {
        if (event.type !== 'interaction') return event.type;
        const { id, state, attributes, endReason, direction } = event.interaction;
        expect(hostInteractionSchema.safeParse(event.interaction).success).toBe(true);
        return [id, direction, state, attributes?.unread, endReason].filter(Boolean).join(' ');
      }),
  };
}

const agent = 'agent@desk.example/web';
const from = (jid: string, inner = '<body>x</body>') =>
  `<message type='chat' from='${jid}' to='${agent}'>${inner}</message>`;
const to = (jid: string, inner = '<body>x</body>') => `<message type='chat' to='${jid}'>${inner}</message>`;
const state = (name: string) => `<${name} xmlns='http://jabber.org/protocol/chatstates'/>`;
const delay = (stamp: number) =>
  `<body>x</body><delay xmlns='urn:xmpp:delay' stamp='${new Date(stamp).toISOString()}'/>`;

test('a chat comes in over two of their clients, is read, answered and left: one interaction', () => {
  const desk = createDesk();
  desk.got(from('Ann@chat.example/phone'));
  desk.got(from('ann@chat.example/laptop'));
  desk.got(from('ann@chat.example/laptop', state('composing')));
  desk.sent(to('ann@chat.example', state('active')));
  desk.sent(to('ann@chat.example/laptop'));
  desk.sent(to('ann@chat.example/laptop'));
  desk.got(from('ann@chat.example/phone'));
  desk.got(from('ann@chat.example/phone', state('gone')));
  expect(desk.told()).toEqual([
    'ann@chat.example inbound offered 1',
    'ann@chat.example inbound offered 2',
    'ann@chat.example inbound offered 0',
    'ann@chat.example inbound active 0',
    'ann@chat.example inbound active 1',
    'ann@chat.example inbound finished 1 completed',
  ]);
});

test.each([
  ['+12125550199@sms.example', '+12125550199'],
  ['+12125550199@cheogram.com', '+12125550199'],
  ['+5531988880123@slidge-whatsapp.desk.example', '+5531988880123'],
  ['5531988880123@whatsapp.desk.example', '+5531988880123'],
  ['12125550199@sms.example', '12125550199'],
  ['12125550199\\40pbx.example@sip.cheogram.com', '12125550199'],
  ['+12125550199@chat.example', '+12125550199'],
])('a gateway’s address %s is the number %s, of the same chat', (jid, value) => {
  const desk = createDesk();
  desk.got(from(`${jid}/x`));
  expect(desk.events).toMatchObject([{ interaction: { id: jid, clientId: { kind: 'phone', value } } }]);
});

test.each(['12125550199@chat.example', '1002@sip.example', '12345678@icq.example', 'jane@sms.example'])(
  '%s is a user like any other',
  (jid) => {
    const desk = createDesk();
    desk.got(from(`${jid}/x`));
    expect(desk.events).toMatchObject([{ interaction: { clientId: { kind: 'username', value: jid } } }]);
  },
);

test('two chats stay apart, and the one the agent begins is outbound', () => {
  const desk = createDesk();
  desk.got(from('ann@chat.example/phone'));
  desk.sent(to('bob@chat.example'));
  desk.got(from('bob@chat.example/phone'));
  expect(desk.told()).toEqual([
    'ann@chat.example inbound offered 1',
    'bob@chat.example outbound active 0',
    'bob@chat.example outbound active 1',
  ]);
});

test('an answer from another client of the account counts, one of ours is not counted twice', () => {
  const desk = createDesk();
  desk.got(from('ann@chat.example/phone'));
  const copy = to('ann@chat.example').replace('<message', "<message from='agent@desk.example/phone'");
  desk.got(
    `<message from='agent@desk.example' to='${agent}'><sent xmlns='urn:xmpp:carbons:2'><forwarded>${copy}</forwarded></sent></message>`,
  );
  expect(desk.told()).toEqual(['ann@chat.example inbound offered 1', 'ann@chat.example inbound active 0']);
});

test('what was kept from before this page begins nothing, but tells who wrote first', () => {
  const desk = createDesk();
  desk.got(from('ann@chat.example/phone', delay(start - 3_600_000)));
  desk.got(
    from('ann@chat.example/phone', "<body>x</body><x xmlns='jabber:x:delay' stamp='20020910T23:08:25'/>"),
  );
  expect(desk.told()).toEqual([]);
  desk.sent(to('ann@chat.example'));
  expect(desk.told()).toEqual(['ann@chat.example inbound active 0']);
});

test('what was kept over a short loss of the connection is a chat', () => {
  const desk = createDesk();
  desk.got(from('ann@chat.example/phone', delay(start + 500)));
  expect(desk.told()).toEqual(['ann@chat.example inbound offered 1']);
});

test('a chat that is written in again after its end is a new interaction', () => {
  const desk = createDesk();
  desk.got(from('ann@chat.example/phone'));
  desk.got(from('ann@chat.example/phone', state('gone')));
  desk.got(from('ann@chat.example/phone'));
  const [first, , second] = desk.events.map(
    (event) => event.type === 'interaction' && event.interaction.startedAt,
  );
  expect(desk.told()).toEqual([
    'ann@chat.example inbound offered 1',
    'ann@chat.example inbound finished 1 missed',
    'ann@chat.example inbound offered 1',
  ]);
  expect(second).not.toBe(first);
});

test('a box that the agent closed is over here too', () => {
  const desk = createDesk();
  desk.got(from('ann@chat.example/phone'));
  tellChatClosed('ann@chat.example', start + 9_000);
  expect(desk.told()).toEqual([
    'ann@chat.example inbound offered 1',
    'ann@chat.example inbound finished 1 rejected',
  ]);
});

test('servers, oneself and corrections begin nothing', () => {
  const desk = createDesk();
  desk.got(from('desk.example'));
  desk.got(from('agent@desk.example/phone'));
  desk.got(from('ann@chat.example', "<body>x</body><replace xmlns='urn:xmpp:message-correct:0' id='m0'/>"));
  expect(desk.told()).toEqual([]);
});

test('of a chat that the agent writes in where we came late nobody knows who began it, nor when', () => {
  const desk = createDesk();
  desk.sent(to('ann@chat.example'), true);
  expect(desk.events[0]).toEqual({
    type: 'interaction',
    interaction: {
      id: 'ann@chat.example',
      channel: 'chat',
      direction: 'unknown',
      state: 'active',
      joinedLate: true,
      clientId: { kind: 'username', value: 'ann@chat.example' },
      attributes: { unread: '0' },
      correlation: ['ann@chat.example'],
    },
  });
  desk.got(from('ann@chat.example'));
  desk.got(from('bob@chat.example'));
  desk.sent(to('bob@chat.example'), true);
  expect(desk.told()).toEqual([
    'ann@chat.example unknown active 0',
    'ann@chat.example unknown active 1',
    'bob@chat.example inbound offered 1',
    'bob@chat.example inbound active 0',
  ]);
});
