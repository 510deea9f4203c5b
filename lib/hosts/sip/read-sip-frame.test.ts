import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, linear } from '../../domain/contact/growth-for-tests.ts';
import { readSipMessage } from './read-sip-frame.ts';
import type { WantedHeaders } from './sip-headers.ts';

const readSipFrame = (text: string, wanted: WantedHeaders = {}) =>
  readSipMessage(text, 0, wanted)?.reading ?? null;
const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`;
const invite = lines(
  'INVITE sip:kq2vb1@192.0.2.7;transport=ws SIP/2.0',
  'Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK776',
  'From: "Ann" <sip:+33612345678@pbx.example>;tag=9fx',
  'To: <sip:agent7@pbx.example>',
  'Call-ID: a84b4c76e66710',
  'CSeq: 4711 INVITE',
  'X-Campaign: Support FR',
  'Authorization: Digest username="agent7", response="d1c2"',
  'Proxy-Authorization: Digest username="agent7", response="d1c3"',
  'X-Auth-Token: s3cret',
  'Content-Type: application/sdp',
);

test('a fixed list of headers is read, by long name, and no credential or body', () => {
  const frame = readSipFrame(`${invite}v=0\r\ns=private words\r\n`);
  expect(frame).toEqual({
    start: 'INVITE',
    initial: true,
    headers: {
      from: '"Ann" <sip:+33612345678@pbx.example>;tag=9fx',
      to: '<sip:agent7@pbx.example>',
      'call-id': 'a84b4c76e66710',
      cseq: '4711 INVITE',
      'x-campaign': 'Support FR',
      branch: 'z9hG4bK776',
    },
    media: undefined,
    outcome: undefined,
    focus: undefined,
  });
  expect(JSON.stringify(frame)).not.toMatch(/Digest|s3cret|private/);
});

test('compact names, any letter case, folded lines and bare line feeds are read', () => {
  const text =
    'INVITE sip:a@b SIP/2.0\nf:\n\t"Ann"\n  <sip:1@a.example>;tag=1\nT: <sip:2@b.example>\nI: x1\ncSEQ:1 INVITE\n\n';
  expect(readSipFrame(text)?.headers).toEqual({
    from: '"Ann" <sip:1@a.example>;tag=1',
    to: '<sip:2@b.example>',
    'call-id': 'x1',
    cseq: '1 INVITE',
  });
});

test('a header given twice is a list where lists are allowed, else the first counts', () => {
  const text = lines(
    'INVITE sip:a@b SIP/2.0',
    'P-Asserted-Identity: <sip:1@a.example>',
    'P-Asserted-Identity: <tel:+1>',
    'To: <sip:2@b.example>',
    'To: <sip:forged@b.example>',
  );
  expect(readSipFrame(text)?.headers).toEqual({
    'p-asserted-identity': '<sip:1@a.example>, <tel:+1>',
    to: '<sip:2@b.example>',
  });
});

test('a tag in To makes a request part of a dialog; one in a display name does not', () => {
  const to = (value: string) => readSipFrame(lines('INVITE sip:a@b SIP/2.0', `To: ${value}`))?.initial;
  expect(to('<sip:a@b>;tag=1')).toBe(false);
  expect(to('<sip:a@b> ; Tag = 1')).toBe(false);
  expect(to('sip:a@b;tag=1')).toBe(false);
  expect(to('"x;tag=1" <sip:a@b>')).toBe(true);
});

describe('not read are', () => {
  test.each([
    ['keep-alives', '\r\n\r\n'],
    ['JSON', '{"type":"INVITE sip:a@b SIP/2.0"}'],
    ['XMPP', '<message type="chat"/>'],
    ['OPTIONS', lines('OPTIONS sip:pbx.example SIP/2.0', 'Call-ID: 1')],
    ['words that begin like SIP', 'INVITE everybody to the party\n\n'],
    ['answers to other requests', lines('SIP/2.0 200 OK', 'Call-ID: 1', 'CSeq: 2 OPTIONS')],
    [
      'a subscription to anything but a transfer',
      lines('NOTIFY sip:a SIP/2.0', 'Call-ID: 1', 'Event: presence'),
    ],
    ['an empty text', ''],
  ])('%s', (_, text) => expect(readSipFrame(text)).toBeNull());
});

test('of a registration only who registers is read', () => {
  const text = invite.replace('INVITE sip', 'REGISTER sip').replace('4711 INVITE', '1 REGISTER');
  expect(readSipFrame(text, null)?.headers).toEqual({
    'call-id': 'a84b4c76e66710',
    to: '<sip:agent7@pbx.example>',
  });
});

test('the transaction is that of the topmost Via', () => {
  const branch = (...via: string[]) =>
    readSipFrame(lines('ACK sip:a@b SIP/2.0', ...via, 'To: <sip:a@b>;tag=1'))?.headers.branch;
  expect(branch('v: SIP/2.0/WS a;rport;branch=z9hG4bKa', 'v: SIP/2.0/UDP b;branch=z9hG4bKb')).toBe(
    'z9hG4bKa',
  );
  expect(branch('Via: SIP/2.0/WS a;Branch = z9hG4bKa, SIP/2.0/UDP b;branch=z9hG4bKb')).toBe('z9hG4bKa');
  expect(branch('Via: SIP/2.0/WS a, SIP/2.0/UDP b;branch=z9hG4bKb')).toBeUndefined();
});

test('a keep-alive before a message is passed over', () => {
  expect(readSipFrame(`\r\n\r\n${invite}`)?.start).toBe('INVITE');
});

test('a status is read with and without a phrase', () => {
  const status = (line: string) => readSipFrame(lines(line, 'CSeq: 1 INVITE'))?.start;
  expect(status('SIP/2.0 486 Busy Here')).toBe(486);
  expect(status('SIP/2.0 200')).toBe(200);
});

describe('the media direction is', () => {
  const media = (...body: string[]) =>
    readSipFrame(`${lines('INVITE sip:a@b SIP/2.0', 'To: <sip:a@b>;tag=1')}${body.join('\r\n')}`)?.media;
  test('that of the first audio stream, whatever follows', () => {
    expect(
      media(
        'v=0',
        'm=video 4000 x',
        'a=inactive',
        'm=audio 5000 x',
        'a=sendonly',
        'm=audio 1 x',
        'a=sendrecv',
      ),
    ).toBe('sendonly');
  });
  test('that of the session where the stream says nothing', () => {
    expect(media('v=0', 'a=inactive', 'm=audio 5000 x')).toBe('inactive');
  });
  test('both ways where nothing is said', () => expect(media('v=0', 'm=audio 5000 x')).toBe('sendrecv'));
  test('unknown without a description', () => expect(media()).toBeUndefined());
});

test('extra headers are bounded in number and size', () => {
  const many = Array.from({ length: 40 }, (_, index) => `X-H${index}: ${'v'.repeat(1_000)}`);
  const headers = readSipFrame(lines('INVITE sip:a@b SIP/2.0', ...many))?.headers ?? {};
  expect(Object.keys(headers)).toHaveLength(16);
  expect(Object.values(headers).every((value) => value.length === 256)).toBe(true);
});

const seed = Date.now() | 0;
test('no text makes it throw', { timeout: 30_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['INVITE sip:a SIP/2.0', 'SIP/2.0 200 OK', '\r\n', '\n', ' ', ':', 'To:', '<', '>', '"', ';tag='],
      ...[
        'a=',
        'm=audio 1',
        'CSeq: 1 INVITE',
        'f:',
        '\t',
        '\\',
        ',',
        '%',
        'X-A:',
        '__proto__:',
        'constructor:',
      ],
    ),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      readSipFrame(pieces.join(''));
      readSipFrame(`INVITE sip:a SIP/2.0\r\n${pieces.join('')}`);
    }),
    { seed, numRuns: 2_000 },
  );
});

test.each([
  ['a long folded header', (size: number) => `INVITE sip:a SIP/2.0\nTo: a${'\n b'.repeat(size / 3)}`],
  ['spaces', (size: number) => `INVITE sip:a SIP/2.0\nTo:${' '.repeat(size)}x`],
  ['a long start line', (size: number) => `INVITE ${'a'.repeat(size)} SIP/2.0\n`],
  ['tags that never come', (size: number) => `INVITE sip:a SIP/2.0\nTo: ${';  '.repeat(size / 3)}`],
  [
    'many lines of description',
    (size: number) => `INVITE sip:a SIP/2.0\n\n${'a=sendrecv\n'.repeat(size / 11)}`,
  ],
])('%s is read in linear time', (_, text) => {
  expect(growth((size) => readSipFrame(text(size)), 7_500)).toBeLessThan(linear);
});
