import { nobodyIn, nobodyOf } from '../contact/nobody.ts';
import type { HostInteraction } from './host-event.ts';
import { nameOfParty } from './name-of-party.ts';
import { toldIdentifier } from './told-identifier.ts';

/**
 * What a host says, without what stands for nobody (nobody-words.ts): a ClientID that says so means `withheld`, or nothing
 * where only a program's word for nothing stands there; a name that is nobody's (name-of-party.ts) is none, and takes away
 * the one that was there before. A number inside another kind of id is that number. Every way in passes here, once.
 * `nameBefore`: what the same adapter called the party until now. `own`: names by which the agent goes.
 */
export function withoutNobody(
  said: HostInteraction,
  nameBefore?: string,
  own: readonly string[] = [],
): HostInteraction {
  const { clientId: told, inNumberPlace = '', displayName, contactId, withheld, ...rest } = said;
  const clientId = told && toldIdentifier(told);
  const nobody = clientId ? nobodyOf(clientId) : nobodyIn(inNumberPlace);
  const party = clientId && !nobody ? { clientId } : {};
  const name = displayName === undefined ? undefined : nameOfParty(displayName, { ...rest, ...party }, own);
  const unnamed =
    name === undefined && (displayName === '' || (displayName !== undefined && Boolean(nameBefore)));
  const hidden = withheld ?? (nobody === 'withheld' || nobody === 'unknown' ? true : undefined);
  return {
    ...rest,
    ...party,
    ...(hidden !== undefined && { withheld: hidden }),
    ...(name === undefined ? unnamed && { displayName: '' } : { displayName: name }),
    ...(contactId !== undefined && nobodyIn(contactId) !== 'empty' && { contactId }),
  };
}
