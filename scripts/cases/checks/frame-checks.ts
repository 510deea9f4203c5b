import * as z from 'zod/mini';
import chatwoot from '../../../lib/hosts/chatwoot/adapter.ts';
import hubspot from '../../../lib/hosts/hubspot-calling/adapter.ts';
import ringcentral from '../../../lib/hosts/ringcentral/adapter.ts';
import { type Check, check, type Way } from '../format/check.ts';
import { type Framed, openFramePage } from '../hosts/frame-page.ts';
import { hearHost } from '../hosts/host-session.ts';

const messagesSchema = z.object({ region: z.string(), messages: z.array(z.unknown()) });
const chatwootSchema = z.object({
  region: z.string(),
  conversation: z.looseObject({}),
  contact: z.looseObject({}),
});

/** Hosts that are heard by window messages. */
export const frameChecks: Record<string, Check> = {
  chatwoot: check({
    input: chatwootSchema,
    run: ({ region, conversation, contact }) =>
      hearFrame(region, { adapter: chatwoot, from: 'parent' }, [
        // Chatwoot posts its context as text, and a conversation always has an id and a state.
        JSON.stringify({
          event: 'appContext',
          data: { conversation: { id: 1, status: 'open', ...conversation }, contact },
        }),
      ]),
  }),
  ringcentral: check({
    input: messagesSchema,
    run: ({ region, messages }) =>
      hearFrame(
        region,
        { adapter: ringcentral, from: 'child', origin: 'https://apps.ringcentral.com' },
        messages,
      ),
  }),
  hubspot: check({
    input: messagesSchema,
    run: ({ region, messages }) => hearFrame(region, { adapter: hubspot, from: 'child' }, messages),
  }),
};

function hearFrame(region: string, framed: Framed, messages: readonly unknown[]): Promise<Way[]> {
  return hearHost({
    adapter: framed.adapter.id,
    region,
    play(emit, signal) {
      const page = openFramePage(framed, emit, signal);
      for (const message of messages) page.post(structuredClone(message));
    },
  });
}
