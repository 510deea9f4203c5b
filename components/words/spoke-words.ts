import type { Contact } from '../../lib/domain/contact/contact.ts';
import { capabilitiesOf } from '../../lib/domain/interaction/capabilities-of.ts';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { sharedWords } from './shared-words.ts';

/**
 * When a contact was last in touch: `Spoke` `Tue 17 Nov` `with you`, `Never spoke`. In parts, since the middle is telling.
 * Undefined where its CRM does not say such things: nobody knows then whether they ever spoke.
 */
export function spokeWords(
  contact: Contact,
  {
    connection,
    now,
    when,
  }: { connection: Connection | undefined; now: number; when: (at: number, now: number) => string },
): { before: string; when?: string; after?: string } | undefined {
  const words = sharedWords().spoke;
  const last = contact.lastInteraction;
  if (!last) return capabilitiesOf(connection).tellsLastInteraction ? { before: words.never } : undefined;
  const agent = connection?.status === 'ready' ? connection.agent : undefined;
  const who = last.agent && (last.agent === agent ? words.withYou : words.with(safeText(last.agent, 64)));
  return {
    before: words.before[last.channel] ?? words.beforeOther,
    when: when(Date.parse(last.at), now),
    ...(who && { after: who }),
  };
}
