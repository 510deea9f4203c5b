import fc from 'fast-check';

/** Stands where a credential or a body would; never to be seen in what the reader tells. */
export const canary = 'C4nary';

export interface GeneratedFrame {
  socket: number;
  sent: boolean;
  text: string;
}

const from = <const Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const newline = from('\r\n', '\r\n', '\r\n', '\n');
const callId = from('a@h', 'b@h', 'c', `x${'y'.repeat(600)}`);
const number = from('+33612345678', '2001', '0612345678', 'ann', 'anonymous', '%2B33', '');
const host = from('pbx.example', '[2001:db8::1]', 'anonymous.invalid', '');
const name = from('', '"Ann, \\"Lee\\""', 'Zoë', '"<sip:x@y>;tag=z"', '"unclosed');
const tag = from('', '', ';tag=1', ';tag=2', ' ; Tag = 3');
const address = fc
  .tuple(name, from('sip:', 'SIPS:', 'tel:', ''), number, host, tag, fc.boolean())
  .map(([display, scheme, user, at, tagged, bare]) =>
    bare ? `${scheme}${user}@${at}${tagged}` : `${display} <${scheme}${user}@${at};user=phone>${tagged}`,
  );
const fold = from('', '', '\r\n ', '\n\t');
const header = (names: string[], value: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...names), from(':', ' : ', ':'), fold, value)
    .map(([key, colon, folded, text]) => `${key}${colon}${folded}${text}`);
const reference = fc
  .tuple(callId, from('', ';to-tag=1;from-tag=2', ';early-only'))
  .map(([id, rest]) => id + rest);

const extras = fc.oneof(
  header(['P-Asserted-Identity', 'p-asserted-identity', 'Remote-Party-ID'], address),
  header(['Privacy'], from('id', 'none', 'full;critical')),
  header(['Replaces'], reference),
  header(
    ['Refer-To', 'r'],
    fc.tuple(address, reference).map(([to, id]) => `<sip:2@h?Replaces=${encodeURIComponent(id)}>, ${to}`),
  ),
  header(['Referred-By', 'b'], address),
  header(['Reason'], from('SIP;cause=200;text="Call completed elsewhere"', 'Q.850;cause=26', ';;,')),
  header(['X-Campaign', 'x-campaign'], from('Sales', '"a%20b"', '%', '')),
  header(['X-Contact-Id', 'X-Call-ID', 'X-UUID', 'X-__proto__', '__proto__', 'constructor'], fc.string()),
  header(['Contact', 'm'], from('<sip:a@h>;isfocus', '<sip:a@h>')),
  header(['Event', 'o'], from('refer', 'refer;id=1', 'presence')),
  header(['Authorization', 'Proxy-Authorization', 'X-Auth-Token', 'Cookie'], fc.constant(canary)),
  header(['Diversion'], address),
  header(['Via', 'v'], from('SIP/2.0/WS a;branch=z9hG4bK1', 'SIP/2.0/WS a;branch=z9hG4bK2, b', ';branch=')),
  header(['Session-Expires', 'x'], from('90', '')),
  fc.string({ maxLength: 30 }),
);

const description = fc
  .array(from('v=0', 'm=audio 9 x', 'm=video 0 x', 'a=sendonly', 'a=inactive', 'a=sendrecv', `s=${canary}`))
  .map((lines) => lines.join('\r\n'));
const body = fc.oneof(
  description,
  from('', 'SIP/2.0 200 OK', `${canary} é 😀`),
  fc.string({ maxLength: 40 }),
);
const method = from(
  'INVITE',
  'INVITE',
  'CANCEL',
  'BYE',
  'UPDATE',
  'REFER',
  'NOTIFY',
  'ACK',
  'PRACK',
  'INFO',
  'REGISTER',
  'MESSAGE',
  'invite',
);
const status = from(
  '100 Trying',
  '180 Ringing',
  '183',
  '200 OK',
  '302 Moved',
  '401 No',
  '481 X',
  '486 Busy',
  '487 T',
  '482 L',
);

/** One message by the grammar of SIP, in any of its spellings, some of them wrong. */
const message = fc
  .record({
    start: fc.oneof(
      method.map((verb) => [verb, `${verb} sip:a@h SIP/2.0`]),
      fc
        .tuple(from('INVITE', 'UPDATE', 'BYE', 'INFO', 'PRACK', 'REFER'), status)
        .map(([verb, line]) => [verb, `SIP/2.0 ${line}`]),
    ),
    newline,
    id: header(['Call-ID', 'i', 'CALL-ID'], callId),
    sequence: from('1', '2', '3', '', '99999999999'),
    to: header(['To', 't', 'tO'], address),
    from: header(['From', 'f'], address),
    extras: fc.array(extras, { maxLength: 5 }),
    body,
    length: from('right', 'right', 'none', '0', '7', '99999'),
  })
  .map(({ start: [verb, line], sequence, extras: more, body: words, length, newline: end, ...parts }) => {
    const count = length === 'right' ? `${new TextEncoder().encode(words).length}` : length;
    const lines = [line, parts.id, `CSeq: ${sequence} ${verb}`, parts.to, parts.from, ...more];
    if (count !== 'none') lines.push(`Content-Length: ${count}`);
    return [...lines, '', words].join(end);
  });

/** Damaged, cut in two, several in one, or nothing of SIP's at all. */
const texts = fc.oneof(
  { weight: 6, arbitrary: message.map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(message, message).map((two) => [two.join('\r\n')]) },
  {
    weight: 1,
    arbitrary: fc.tuple(message, fc.nat()).map(([one, at]) => {
      const cut = at % (one.length + 1);
      return [one.slice(0, cut), one.slice(cut)];
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(message, fc.nat(), fc.nat(40), fc.string({ maxLength: 12 }))
      .map(([one, at, cut, put]) => {
        const start = at % (one.length + 1);
        // A damaged line may become one that is read: nothing secret is in it then.
        const damaged = one.slice(0, start) + put + one.slice(start + cut);
        return [damaged.replaceAll(canary, 'x')];
      }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.string(), from('\r\n\r\n', '{"a":1}', '<message/>')).map((one) => [one]),
  },
);

/** What passes the sockets of one page. */
export const sipTraffic: fc.Arbitrary<GeneratedFrame[]> = fc
  .array(fc.tuple(from(1, 1, 1, 2, 3), fc.boolean(), texts), { minLength: 1, maxLength: 10 })
  .map((all) => all.flatMap(([socket, sent, parts]) => parts.map((text) => ({ socket, sent, text }))));

/** One message, for measuring. */
export const sipMessage: fc.Arbitrary<string> = message;
