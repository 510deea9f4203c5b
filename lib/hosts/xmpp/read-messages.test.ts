import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, linear } from '../../domain/contact/growth-for-tests.ts';
import { type MessageHead, readMessages } from './read-messages.ts';

function read(text: string, sent = false): Partial<MessageHead>[] {
  const all: Partial<MessageHead>[] = [];
  readMessages(text, sent, ({ from, to, carbon, body, correction, state, delay, nick }) =>
    all.push(
      Object.fromEntries(
        Object.entries({ from, to, carbon, body, correction, state, delay, nick }).filter(
          ([, value]) => value,
        ),
      ),
    ),
  );
  return all;
}

const [ann, agent] = ['ann@chat.example/phone', 'agent@desk.example/web'];
const chat = (inner: string, attributes = "type='chat'") =>
  `<message xmlns='jabber:client' from='${ann}' to='${agent}' id='m1' ${attributes}>${inner}</message>`;
const words = '<body>private words</body>';
const plain = { from: ann, to: agent, body: true };

describe('a message with words is read', () => {
  test.each([
    ['as clients write it', chat(words)],
    [
      'with the other quotes and spaces',
      chat(words).replaceAll("'", '"').replace('<message', '<message\n\t'),
    ],
    ['with spaces about its equals signs', chat(words).replaceAll("='", " = '")],
    ['with entities in its address', chat(words).replace('ann@', '&#97;&#x6e;n@')],
    ['without a type', chat(words, '')],
    ['after a comment and a declaration', `<?xml version='1.0'?><!-- <message> -->${chat(words)}`],
    ['whose words are CDATA', chat('<body><![CDATA[</body><error/>]]></body>')],
    [
      'with a receipt and a formatted copy',
      chat(`<request xmlns='urn:xmpp:receipts'/><html><body>x</body></html>${words}`),
    ],
    ['that is encrypted', chat("<encrypted xmlns='eu.siacs.conversations.axolotl'/>")],
    ['in a stream of old style', `<stream:stream xmlns:stream='x'>${chat(words)}`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([plain]);
    expect(JSON.stringify(read(text))).not.toContain('private');
  });

  test('with the name its sender goes by', () =>
    expect(
      read(chat(`${words}<nick xmlns='http://jabber.org/protocol/nick'> Ann &amp; Bob </nick>`)),
    ).toEqual([{ ...plain, nick: 'Ann & Bob' }]));

  test('with the time it was kept back', () =>
    expect(read(chat(`${words}<delay xmlns='urn:xmpp:delay' stamp='2026-09-21T14:13:20Z'/>`))).toEqual([
      { ...plain, delay: 1_790_000_000_000 },
    ]));

  test('and is told from one that is put right', () =>
    expect(read(chat(`${words}<replace xmlns='urn:xmpp:message-correct:0' id='m0'/>`))).toEqual([
      { ...plain, correction: true },
    ]));

  test('each of several in a frame', () => expect(read(chat(words) + chat(words))).toHaveLength(2));
});

const forwarded = (inner: string) => `<forwarded xmlns='urn:xmpp:forward:0'>${inner}</forwarded>`;
const carbon = (kind: string, inner: string, from = 'agent@desk.example') =>
  `<message from='${from}' to='${agent}'><${kind} xmlns='urn:xmpp:carbons:2'>${forwarded(inner)}</${kind}></message>`;
const reply = `<message type='chat' from='agent@desk.example/phone' to='${ann}'>${words}</message>`;

describe('a carbon', () => {
  test('of what the agent sent from elsewhere is read as such', () =>
    expect(read(carbon('sent', reply))).toEqual([
      { carbon: 'sent', from: 'agent@desk.example/phone', to: ann, body: true },
    ]));
  test('of what came to another client is read as such', () =>
    expect(read(carbon('received', chat(words)))).toEqual([{ ...plain, carbon: 'received' }]));
  test('that somebody else made is not believed', () =>
    expect(read(carbon('received', chat(words), 'mallory@evil.example/x'))).toEqual([]));
});

describe('not read are', () => {
  test.each([
    [
      'results of an archive',
      `<message to='${agent}'><result xmlns='urn:xmpp:mam:2'>${forwarded(chat(words))}</result></message>`,
    ],
    ['messages of a room', chat(words, "type='groupchat'")],
    ['whispers in a room', chat(`${words}<x xmlns='http://jabber.org/protocol/muc#user'/>`)],
    ['invitations to a room', chat(`${words}<x xmlns='jabber:x:conference' jid='r@c'/>`, '')],
    ['headlines', chat(words, "type='headline'")],
    ['errors', chat(`${words}<error type='cancel'/>`, "type='error'")],
    ['published events', chat("<event xmlns='http://jabber.org/protocol/pubsub#event'/>")],
    [
      'bare chat states of the other side',
      chat("<composing xmlns='http://jabber.org/protocol/chatstates'/>"),
    ],
    ['receipts', chat("<received xmlns='urn:xmpp:receipts' id='m0'/>")],
    ['empty words', chat('<body/><subject>x</subject>')],
    [
      'presence and questions',
      `<presence from='${ann}' type='unavailable'/><iq type='get' id='1'><query/></iq>`,
    ],
    ['other traffic', '{"message":"<message type=\'chat\'>"}'],
    ['what is too long', chat(`<body>${'x'.repeat(140_000)}</body>`)],
    ['what is cut off', chat(words).slice(0, -1)],
  ])('%s', (_, text) => expect(read(text)).toEqual([]));
});

test('the end of a chat is read on either side, and what the agent has seen on this one', () => {
  const gone = chat("<cs:gone xmlns:cs='http://jabber.org/protocol/chatstates'/>");
  expect(read(gone)).toEqual([{ from: ann, to: agent, state: 'gone' }]);
  expect(read(gone, true)).toHaveLength(1);
  const seen = chat("<displayed xmlns='urn:xmpp:chat-markers:0' id='m0'/>");
  expect(read(seen, true)).toEqual([{ from: ann, to: agent, state: 'displayed' }]);
  expect(read(seen)).toEqual([]);
});

const seed = Date.now() | 0;
test('no text makes it throw', { timeout: 30_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<message',
      ' type=',
      "'chat'",
      '>',
      '/>',
      '</message>',
      '<body>',
      '</',
      '<',
      '&',
      ';',
      '&#x',
      '"',
      '=',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      'xmlns:a="b"',
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      read(pieces.join(''));
      read(`<message type='chat'>${pieces.join('')}`);
    }),
    { seed, numRuns: 2_000 },
  );
});

test.each([
  ['many tags', (size: number) => `<message>${'<a>'.repeat(size / 3)}`],
  ['attributes', (size: number) => `<message ${"a='b' ".repeat(size / 6)}`],
  ['entities', (size: number) => `<message a='${'&'.repeat(size)}'>`],
  ['quotes that never close', (size: number) => `<message ${'a="'.repeat(size / 3)}`],
  ['spaces', (size: number) => `<message ${' '.repeat(size)}`],
  ['comments', (size: number) => `<message>${'<!--'.repeat(size / 4)}`],
  ['a long name', (size: number) => `<message><${'a'.repeat(size)}`],
])('%s are read in linear time', (_, text) => {
  expect(growth((size) => read(text(size)), 15_000)).toBeLessThan(linear);
});
