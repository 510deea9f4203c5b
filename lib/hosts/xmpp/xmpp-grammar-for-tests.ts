import fc from 'fast-check';

/** Stands where words would; never to be seen in what the reader tells. */
export const canary = 'C4nary';

export interface GeneratedStanza {
  sent: boolean;
  text: string;
}

const from = <const Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const jid = from(
  'ann@chat.example/phone',
  'Bob@chat.example',
  'agent@desk.example/web',
  'desk.example',
  '&#97;@b',
  '',
  '@',
);
const type = from(
  '',
  "type='chat'",
  'type="chat"',
  "type='normal'",
  "type='groupchat'",
  "type='error'",
  "type = 'chat'",
);
const state = from('active', 'composing', 'paused', 'inactive', 'gone').map(
  (name) => `<${name} xmlns='http://jabber.org/protocol/chatstates'/>`,
);
const child = fc.oneof(
  {
    weight: 3,
    arbitrary: from(
      `<body>${canary}</body>`,
      '<body/>',
      `<body xml:lang="en">${canary} &lt;message&gt;</body>`,
    ),
  },
  state,
  from(
    "<delay xmlns='urn:xmpp:delay' stamp='2026-09-21T14:13:20Z'/>",
    "<delay xmlns='urn:xmpp:delay' stamp='yesterday'/>",
    "<x xmlns='jabber:x:delay' stamp='20020910T23:08:25'/>",
    "<nick xmlns='http://jabber.org/protocol/nick'>Ann &amp; &#x110000; Bob</nick>",
    "<replace xmlns='urn:xmpp:message-correct:0' id='1'/>",
    "<displayed xmlns='urn:xmpp:chat-markers:0' id='1'/>",
    "<x xmlns='http://jabber.org/protocol/muc#user'/>",
    `<html xmlns='http://jabber.org/protocol/xhtml-im'><body><p>${canary}</p></body></html>`,
    `<subject>${canary}</subject>`,
    `<![CDATA[${canary}</message>]]>`,
    '<!-- <message> -->',
    '<error/>',
  ),
);

/** One message stanza, as clients and servers write it. */
const message = fc
  .tuple(jid, jid, type, fc.array(child, { maxLength: 5 }), fc.boolean())
  .map(([sender, receiver, kind, children, double]) => {
    const text = `<message xmlns='jabber:client' from='${sender}' to='${receiver}' ${kind} id='1'>${children.join('')}</message>`;
    return double ? text.replaceAll("'", '"') : text;
  });

const wrapped = fc
  .tuple(
    message,
    from('sent', 'received', 'result'),
    from('urn:xmpp:carbons:2', 'urn:xmpp:mam:2', ''),
    from('agent@desk.example', 'mallory@evil.example/x'),
  )
  .map(
    ([inner, name, space, sender]) =>
      `<message from='${sender}' to='agent@desk.example/web'><${name} xmlns='${space}'><forwarded xmlns='urn:xmpp:forward:0'>${inner}</forwarded></${name}></message>`,
  );

const damaged = fc
  .tuple(fc.oneof(message, wrapped), fc.nat(), fc.nat(30), fc.string({ maxLength: 10 }))
  .map(([one, at, cut, put]) => {
    const start = at % (one.length + 1);
    // A damaged stanza may turn words into something that is read: nothing secret is in it then.
    return (one.slice(0, start) + put + one.slice(start + cut)).replaceAll(canary, 'x');
  });

const other = fc.oneof(
  from(
    "<presence type='unavailable' from='ann@chat.example/phone'/>",
    "<iq type='result' id='1'/>",
    '<open xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>',
    '{"a":"<message>"}',
  ),
  fc.string(),
);

/** What passes the socket of a client. */
export const xmppTraffic: fc.Arbitrary<GeneratedStanza[]> = fc.array(
  fc.record({
    sent: fc.boolean(),
    text: fc.oneof({ weight: 4, arbitrary: message }, { weight: 2, arbitrary: wrapped }, damaged, other),
  }),
  { minLength: 1, maxLength: 12 },
);

/** One stanza, for measuring. */
export const xmppStanza: fc.Arbitrary<string> = fc.oneof(message, wrapped);
