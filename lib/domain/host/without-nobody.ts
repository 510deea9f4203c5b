import { isSeen } from '../contact/is-seen.ts';
import { nobodyIn, nobodyOf } from '../contact/nobody.ts';
import type { HostInteraction } from './host-event.ts';

/**
 * What a host says, without what stands for nobody (nobody-words.ts): a ClientID that says so means `withheld`, or nothing
 * where only a program's word for nothing stands there; a name that says so is none. `nameBefore`: what the same adapter
 * called the party until now, which then counts no more. Every way in passes here, once.
 */
export function withoutNobody(said: HostInteraction, nameBefore?: string): HostInteraction {
  const { clientId, inNumberPlace = '', displayName, contactId, withheld, ...rest } = said;
  const nobody = clientId ? nobodyOf(clientId) : nobodyIn(inNumberPlace);
  const named = displayName !== undefined && isSeen(displayName) && nobodyIn(displayName) === undefined;
  const unnamed = displayName === '' || (displayName !== undefined && !named && Boolean(nameBefore));
  const hidden = withheld ?? (nobody === 'withheld' || nobody === 'unknown' ? true : undefined);
  return {
    ...rest,
    ...(clientId && !nobody && { clientId }),
    ...(hidden !== undefined && { withheld: hidden }),
    ...(named ? { displayName } : unnamed && { displayName: '' }),
    ...(contactId !== undefined && nobodyIn(contactId) !== 'empty' && { contactId }),
  };
}
