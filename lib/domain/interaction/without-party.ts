import type { HostInteraction } from '../host/host-event.ts';

type Party = 'clientId' | 'withheld' | 'displayName' | 'contactId';

/** What a host says, but for who is at the other end. */
export function withoutParty(facts: HostInteraction): Omit<HostInteraction, Party> {
  const { clientId: _, withheld: __, displayName: ___, contactId: ____, ...rest } = facts;
  return rest;
}
