import { readdir, readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { ruleFileSchema } from '../../../lib/domain/host/host-rules.ts';
import { rulesFor } from '../../../lib/domain/host-rules-for.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import jsonAdapter from '../../../lib/hosts/json-websocket/adapter.ts';
import jsonTap from '../../../lib/hosts/json-websocket/tap.ts';
import sipAdapter from '../../../lib/hosts/sip-websocket/adapter.ts';
import sipTap from '../../../lib/hosts/sip-websocket/tap.ts';
import xmppAdapter from '../../../lib/hosts/xmpp-websocket/adapter.ts';
import xmppTap from '../../../lib/hosts/xmpp-websocket/tap.ts';
import { deskOrigin } from '../desk/case-desk.ts';
import { BadCase } from '../format/case-file.ts';
import { type Check, check, type Way } from '../format/check.ts';
import { hearHost } from '../hosts/host-session.ts';
import { type Installed, openSocketPage } from '../hosts/socket-page.ts';

/** One message on the page's socket; received where it is not `sent`. */
const linesSchema = z.union([z.string(), z.array(z.string())]);
const sipSchema = z.object({
  region: z.string(),
  messages: z.array(z.object({ text: linesSchema, sent: z._default(z.boolean(), false) })),
});
const xmppSchema = z.object({
  region: z.string(),
  /** One that is received; for more, and what is sent, `messages`. */
  stanza: z.optional(z.string()),
  messages: z._default(z.array(z.object({ text: z.string(), sent: z._default(z.boolean(), false) })), []),
});
const gatewaySchema = z.object({
  region: z.string(),
  pack: z.string(),
  /** The socket's address, where the rule looks at it. */
  address: z.optional(z.string()),
  messages: z.array(z.object({ message: z.unknown(), sent: z._default(z.boolean(), false) })),
});

/** Where the gateways of the packs live that look at the address. */
const addresses: Record<string, string> = {
  'twilio-voice': 'wss://voice-js.roaming.twilio.com/signal',
};

/** Hosts that are read by what passes their page's sockets. */
export const socketChecks: Record<string, Check> = {
  sip: check({
    input: sipSchema,
    run: ({ region, messages }) =>
      hearSocket(
        region,
        { adapter: sipAdapter, tap: sipTap },
        messages.map(({ text, sent }) => ({ text: [text].flat().join('\r\n'), sent })),
      ),
  }),
  xmpp: check({
    input: xmppSchema,
    run: ({ region, stanza, messages }) =>
      hearSocket(region, { adapter: xmppAdapter, tap: xmppTap }, [
        ...(stanza === undefined ? [] : [{ text: stanza, sent: false }]),
        ...messages,
      ]),
  }),
  socket: check({
    input: gatewaySchema,
    async run({ region, pack, address, messages }) {
      const rules = await rulesOfPack(pack);
      const passed = messages.map(({ message, sent }) => ({
        text: typeof message === 'string' ? message : JSON.stringify(message),
        sent,
      }));
      const installed = { adapter: jsonAdapter, tap: jsonTap, options: { rules } };
      return hearSocket(region, installed, passed, address ?? addresses[pack]);
    },
  }),
};

function hearSocket(
  region: string,
  installed: Installed,
  messages: { text: string; sent: boolean }[],
  address = 'wss://gateway.example/ws',
): Promise<Way[]> {
  return hearHost({
    adapter: installed.adapter.id,
    region,
    play(emit, signal) {
      const socket = openSocketPage(installed, emit, signal).open(address);
      for (const { text, sent } of messages) {
        if (sent) socket.send(text);
        else socket.receive(text);
      }
    },
  });
}

/** The rules of a file that ships, as a page of the desk is given them. */
async function rulesOfPack(pack: string) {
  const folder = new URL('../../../lib/hosts/packs/', import.meta.url);
  const ids = (await readdir(folder)).map((name) => name.replace(/\.json$/, ''));
  if (!ids.includes(pack)) throw new BadCase(`no rule file ${pack} ships; there are ${ids.join(', ')}`);
  const file = ruleFileSchema.parse(JSON.parse(await readFile(new URL(`${pack}.json`, folder), 'utf8')));
  return rulesFor(deskOrigin, [file], defaultSettings);
}
