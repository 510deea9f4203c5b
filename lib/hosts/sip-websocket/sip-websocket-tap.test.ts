import { afterEach, expect, test, vi } from 'vitest';
import tap from './tap.ts';

const invite = [
  'INVITE sip:agent7@pbx.example SIP/2.0',
  'From: "Ann" <sip:+33612345678@pbx.example>;tag=9fx',
  'To: <sip:agent7@pbx.example>',
  'Call-ID: a84b4c',
  'CSeq: 1 INVITE',
  'X-Campaign: Support FR',
  '',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
].join('\r\n');

afterEach(() => vi.unstubAllGlobals());

/** The tap in a page whose own class of sockets is a plain one. */
function startTap() {
  class WebSocket extends EventTarget {
    send(_: string) {}
  }
  const page = { WebSocket, EventTarget, MessageEvent };
  vi.stubGlobal('window', page);
  const messages: string[] = [];
  let ask: (wants: unknown, again: boolean) => void = () => {};
  tap.start({
    send: (message) => messages.push(JSON.stringify(message)),
    onAsk: (listener) => {
      ask = listener;
    },
  });
  const socket = new page.WebSocket();
  return {
    messages,
    ask: (wants: unknown = {}, again = true) => ask(wants, again),
    close: () => socket.dispatchEvent(new Event('close')),
    receive: (data: string) => socket.dispatchEvent(new MessageEvent('message', { data })),
    send: (data: string) => socket.send(data),
  };
}

const expected = {
  socket: 1,
  sent: false,
  start: 'INVITE',
  initial: true,
  headers: {
    from: '"Ann" <sip:+33612345678@pbx.example>;tag=9fx',
    to: '<sip:agent7@pbx.example>',
    'call-id': 'a84b4c',
    cseq: '1 INVITE',
    'x-campaign': 'Support FR',
  },
  media: 'sendrecv',
};

test('a call is told, and told again when asked, until it is over', () => {
  const { messages, ask, receive } = startTap();
  ask({}, false);
  receive(invite);
  ask();
  expect(messages).toHaveLength(2);
  expect(JSON.parse(messages[0]!)).toEqual({ ...expected, at: expect.any(Number) });
  expect(messages[1]).toBe(messages[0]);
  receive(invite.replace('INVITE sip', 'CANCEL sip').replace('1 INVITE', '1 CANCEL'));
  ask();
  expect(messages).toHaveLength(3);
});

test('traffic that is no call is never told', () => {
  const { messages, ask, receive } = startTap();
  ask({}, false);
  for (const text of ['{"chat":"hello"}', '\r\n\r\n', 'REGISTER sip:a SIP/2.0\r\nCall-ID: 1\r\n\r\n', ''])
    receive(text);
  expect(messages).toEqual([]);
});

/** Within the dialog of a call that began before. */
const within = (method: string, sequence: string, to = ';tag=a7') =>
  invite
    .replace('INVITE sip', `${method} sip`)
    .replace('1 INVITE', `${sequence} ${method}`)
    .replace('To: <sip:agent7@pbx.example>', `To: <sip:agent7@pbx.example>${to}`);
const ok = (method: string, sequence: string) =>
  within(method, sequence).replace(/^\w+ sip.*$/m, 'SIP/2.0 200 OK\r');
const starts = (messages: string[]) => messages.map((message) => JSON.parse(message).start);

test('a call that began before us is told again too, and who registers', () => {
  const { messages, ask, receive, send } = startTap();
  ask({}, false);
  send(within('REGISTER', '1', ''));
  receive(within('REGISTER', '1', ''));
  receive(within('INFO', '7'));
  send(ok('INFO', '7'));
  send(within('INVITE', '3').replace('m=audio', 'a=sendonly\r\nm=audio'));
  messages.length = 0;
  ask();
  // Repeated ones do no harm.
  expect(starts(messages)).toEqual(['REGISTER', 'INFO', 200, 'INVITE', 'INVITE']);
  receive(within('BYE', '8'));
  messages.length = 0;
  ask();
  expect(starts(messages)).toEqual(['REGISTER']);
});

test('of a call whose answer was not seen its acknowledgement is told again', () => {
  const { messages, ask, receive } = startTap();
  ask({}, false);
  const via = (branch: string) => `Call-ID: a84b4c\r\nVia: SIP/2.0/WS a;branch=${branch}`;
  receive(invite.replace('Call-ID: a84b4c', via('one')));
  receive(within('ACK', '1').replace('Call-ID: a84b4c', via('two')));
  receive(within('INFO', '7'));
  receive(within('PRACK', '8'));
  messages.length = 0;
  ask();
  expect(starts(messages)).toEqual(['INVITE', 'ACK']);
  const refused = (text: string) => text.replaceAll('a84b4c', 'refused');
  receive(refused(invite.replace('Call-ID: a84b4c', via('one'))));
  receive(refused(within('ACK', '1').replace('Call-ID: a84b4c', via('one'))));
  messages.length = 0;
  ask();
  expect(starts(messages)).toEqual(['INVITE', 'ACK']);
});

test('whom the call is with now is told again, and in its order with holding', () => {
  const { messages, ask, receive, send } = startTap();
  ask({}, false);
  const plain = (text: string) => text.slice(0, text.indexOf('m=audio'));
  const party = (text: string, identity: string) =>
    text.replace('CSeq:', `P-Asserted-Identity: ${identity}\r\nCSeq:`);
  const again = () => {
    messages.length = 0;
    ask();
    return messages.map((message) => {
      const { start, media, headers } = JSON.parse(message);
      const { 'p-asserted-identity': asserted, 'x-fs-display-number': shown } = headers;
      return [start, media, asserted ?? shown].filter(Boolean).join(' ');
    });
  };
  receive(invite);
  receive(party(plain(within('UPDATE', '2')), '<sip:1@a>'));
  receive(within('INVITE', '3').replace('m=audio', 'a=sendonly\r\nm=audio'));
  expect(again()).toEqual(['INVITE sendrecv', 'UPDATE <sip:1@a>', 'INVITE sendonly']);
  receive(party(within('INVITE', '4'), '<sip:2@a>'));
  receive(plain(within('INFO', '5')).replace('CSeq:', 'X-FS-Display-Number: 3\r\nCSeq:'));
  receive(plain(within('INFO', '6')));
  expect(again()).toEqual(['INVITE sendrecv', 'INVITE sendrecv <sip:2@a>', 'INFO 3']);
  // What the page asserts is its own.
  send(party(plain(within('UPDATE', '7')), '<sip:4@a>'));
  expect(again()).toHaveLength(3);
});

test('a campaign header of any name is passed on once it is asked for, also of a call that came before', () => {
  const { messages, ask, receive } = startTap();
  const named = invite.replace('X-Campaign: Support FR', 'P-Queue: Sales\r\nUser-Agent: a\r\nX-Other: o');
  receive(named);
  expect(messages).toEqual([]);
  ask({ headers: ['P-Queue', 'Authorization', 'X-Api-Key', 7] }, false);
  receive(named.replace('a84b4c', 'second'));
  ask({ headers: ['P-Queue'] });
  const { headers } = JSON.parse(messages[0]!);
  expect(headers).toMatchObject({ 'p-queue': 'Sales', 'x-other': 'o' });
  expect(headers).not.toHaveProperty('user-agent');
  expect(messages.map((message) => JSON.parse(message).headers['p-queue'])).toEqual(Array(4).fill('Sales'));
});

test('no name makes the tap pass on a credential', () => {
  const { messages, ask, receive } = startTap();
  receive(invite.replace('X-Campaign: Support FR', 'Authorization: Digest s3cret\r\nX-Api-Key: s3cret'));
  ask({ headers: ['Authorization', 'Proxy-Authorization', 'X-Api-Key'] }, false);
  receive(invite.replace('X-Campaign: Support FR', 'Authorization: Digest s3cret\r\nX-Api-Key: s3cret'));
  expect(messages).toHaveLength(2);
  expect(messages.join()).not.toContain('s3cret');
});

test('a socket with a live call that closes is told, now and when asked again; one without is not', () => {
  const { messages, ask, receive, close } = startTap();
  ask({}, false);
  receive(invite);
  close();
  expect(JSON.parse(messages[1]!)).toMatchObject({ start: 'CLOSE', socket: 1, headers: {} });
  ask();
  expect(messages).toHaveLength(4);
  receive(invite.replace('INVITE sip', 'BYE sip'));
  messages.length = 0;
  close();
  expect(messages).toEqual([]);
});

/** What a page may do to its built-ins after our script ran. */
const broken = () => {
  throw new Error('polluted');
};
const pollutions: [string, () => () => void][] = [
  ...(['slice', 'indexOf', 'lastIndexOf', 'trim', 'toLowerCase', 'charCodeAt'] as const).map(
    (name): [string, () => () => void] => [`String.prototype.${name}`, () => replace(String.prototype, name)],
  ),
  ['RegExp.prototype.exec', () => replace(RegExp.prototype, 'exec')],
  ['Array.prototype iteration', () => replace(Array.prototype, Symbol.iterator)],
  ['Array.prototype.push', () => replace(Array.prototype, 'push')],
  ['WeakMap.prototype.get', () => replace(WeakMap.prototype, 'get')],
  ['Function.prototype.call', () => replace(Function.prototype, 'call')],
  ['Function.prototype.apply', () => replace(Function.prototype, 'apply')],
  ['Reflect.apply', () => replace(Reflect, 'apply')],
  ['Object.create', () => replace(Object, 'create')],
  ['Date.now', () => replace(Date, 'now')],
  ['Object.prototype.toJSON', () => replace(Object.prototype, 'toJSON')],
  ['Object.prototype.get', () => replace(Object.prototype, 'get')],
  ['Object.prototype.media', () => replace(Object.prototype, 'media')],
];

function replace(owner: object, name: PropertyKey): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const { defineProperty, deleteProperty } = Reflect;
  const descriptor = Object.assign(Object.create(null), {
    value: broken,
    configurable: true,
    writable: true,
  });
  defineProperty(owner, name, descriptor);
  return () => {
    if (before) defineProperty(owner, name, before);
    else deleteProperty(owner, name);
  };
}

test.each(pollutions)('a page that breaks %s changes nothing', (_, pollute) => {
  // Collected without any of the built-ins that are broken.
  let told: unknown;
  class WebSocket extends EventTarget {
    send(_data: string) {}
  }
  const page = { WebSocket, EventTarget, MessageEvent };
  vi.stubGlobal('window', page);
  tap.start({
    send: (message) => {
      told = message;
    },
    onAsk: (listener) => listener({}, false),
  });
  const socket = new page.WebSocket();
  const restore = pollute();
  let error: unknown;
  try {
    socket.send(invite);
  } catch (thrown) {
    error = thrown;
  } finally {
    restore();
  }
  expect(error).toBeUndefined();
  expect(told).toEqual({ ...expected, sent: true, at: expect.any(Number) });
});
