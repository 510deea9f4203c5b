import type { Contact } from '../../lib/domain/contact/contact.ts';
import { capabilitiesOf } from '../../lib/domain/interaction/capabilities-of.ts';
import { connectionOf, connectionsFor } from '../../lib/domain/interaction/connections-of.ts';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import type { Send } from '../../lib/engine/commands/commands.ts';
import { viewWords } from '../words/view-words.ts';
import type { View } from './state/view-context.ts';

/** One of them stands in nearly every name, number or address. */
const sought = ['a', 'e', '0', '1'];

/**
 * Rings as one of the agent's own contacts would: the last that was shown with a number, else one that a search finds. Says in the
 * foot where there is none. Writes nothing.
 */
export async function takeTestCall({ store, actions }: View): Promise<void> {
  const state = store.state.peek();
  // The call is made up for the first host: who is not asked for it would not be found.
  const asked = connectionsFor({ connections: state?.connections ?? [] }, state?.hosts[0]?.origin);
  const recent = (state?.recent ?? []).map(({ contact }) => contact);
  const known = recent.filter(({ id }) => connectionOf({ connections: asked }, id)?.status === 'ready');
  const number = numberOf(known) ?? (await foundNumber(asked, store.send));
  if (number === undefined) store.say(viewWords().steps.nobodyToCall);
  else actions.takeTestCall?.(number);
}

async function foundNumber(asked: Connection[], send: Send): Promise<string | undefined> {
  for (const connection of asked.filter((one) => capabilitiesOf(one).search))
    for (const query of sought) {
      const reply = await send({ type: 'contact.search', crm: connection.id, query });
      const number = reply.ok ? numberOf(reply.contacts) : undefined;
      if (number !== undefined) return number;
    }
  return undefined;
}

function numberOf(contacts: readonly Contact[]): string | undefined {
  return contacts
    .flatMap(({ identifiers }) => identifiers)
    .find(({ kind, value }) => kind === 'phone' && /^\+\d{5,15}$/.test(value))?.value;
}
