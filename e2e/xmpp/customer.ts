import { until } from '../../scripts/process/until.ts';
import { chatDomain, password } from './prosody.ts';

/** A customer at the other end of a chat. Speaks XMPP over a WebSocket (RFC 7395) as far as a chat needs it. */
export interface Customer {
  /** Bare address. */
  jid: string;
  writes(text: string, to: string): void;
  /** Says that the chat is over. */
  leaves(to: string): void;
  /** Waits until these words have come. */
  reads(text: string): Promise<void>;
  stop(): void;
}

const framing = 'urn:ietf:params:xml:ns:xmpp-framing';

export async function startCustomer(url: string, user: string): Promise<Customer> {
  const socket = new WebSocket(url, 'xmpp');
  let heard = '';
  socket.addEventListener('message', ({ data }) => {
    heard += String(data);
  });
  const hears = async (what: string) => {
    await until(`${user} to hear ${what}`, () => heard.includes(what));
    heard = '';
  };
  const open = `<open xmlns="${framing}" to="${chatDomain}" version="1.0"/>`;
  await until('the chat server', () => socket.readyState === WebSocket.OPEN);
  socket.send(open);
  await hears('PLAIN');
  const secret = Buffer.from(`\0${user}\0${password}`).toString('base64');
  socket.send(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${secret}</auth>`);
  await hears('<success');
  socket.send(open);
  await hears('urn:ietf:params:xml:ns:xmpp-bind');
  socket.send(
    '<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>',
  );
  await hears('</jid>');
  socket.send('<presence xmlns="jabber:client"/>');
  let count = 0;
  const message = (to: string, inner: string) =>
    socket.send(
      `<message xmlns="jabber:client" type="chat" to="${to}" id="${user}-${count++}">${inner}</message>`,
    );
  return {
    jid: `${user}@${chatDomain}`,
    writes: (text, to) => message(to, `<body>${text}</body>`),
    leaves: (to) => message(to, '<gone xmlns="http://jabber.org/protocol/chatstates"/>'),
    reads: async (text) => {
      await until(`${user} to read ${text}`, () => heard.includes(text));
    },
    stop: () => socket.close(),
  };
}
