import type { Contact } from '../../lib/domain/contact/contact.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { sharedWords } from './shared-words.ts';

/** When a contact was last in touch: `Spoke` `Tue 17 Nov` `with you`, `Never spoke`. In parts, since the middle is telling. */
export function spokeWords(
  contact: Contact,
  {
    now,
    agent,
    when,
  }: { now: number; agent?: string | undefined; when: (at: number, now: number) => string },
): { before: string; when?: string; after?: string } {
  const words = sharedWords().spoke;
  const last = contact.lastInteraction;
  if (!last) return { before: words.never };
  const who = last.agent && (last.agent === agent ? words.withYou : words.with(safeText(last.agent, 64)));
  return {
    before: words.before[last.channel] ?? words.beforeOther,
    when: when(Date.parse(last.at), now),
    ...(who && { after: who }),
  };
}
