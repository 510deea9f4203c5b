import type { Contact } from '../../lib/domain/contact/contact.ts';
import { capabilitiesOf } from '../../lib/domain/interaction/capabilities-of.ts';
import { viewWords } from '../words/view-words.ts';
import type { View } from './state/view-context.ts';

/** One of them stands in nearly every name, number or address. */
const sought = ['a', 'e', '0', '1'];

/**
 * Rings as one of the agent's own contacts would: the last that was shown with a number, else one that a search finds. Says in the
 * foot where there is none. Writes nothing.
 */
export async function takeTestCall({ store, asked, actions }: View): Promise<void> {
  const recent = (store.state.peek()?.recent ?? []).map(({ contact }) => contact);
  const number = numberOf(recent) ?? (await foundNumber({ store, asked }));
  if (number === undefined) store.say(viewWords().steps.nobodyToCall);
  else actions.takeTestCall?.(number);
}

async function foundNumber({ store, asked }: Pick<View, 'store' | 'asked'>): Promise<string | undefined> {
  for (const connection of asked.filter((one) => one.status === 'ready' && capabilitiesOf(one).search))
    for (const query of sought) {
      const reply = await store.send({ type: 'contact.search', crm: connection.id, query });
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
