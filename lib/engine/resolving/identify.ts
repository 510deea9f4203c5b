import type { Identifier } from '../../domain/contact/identifier.ts';
import { readIdentifier } from '../../domain/contact/normalise-identifier.ts';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { parsePhone } from '../../domain/numbers/phone.ts';

/** The ClientID a host named, normalised; undefined where it is withheld, stands for nobody, or is not known. */
export function identifierOf(facts: HostInteraction, origin: string, region: string): Identifier | undefined {
  const { clientId, withheld } = facts;
  if (withheld || !clientId) return undefined;
  return readIdentifier(clientId, { region, host: origin }) ?? undefined;
}

/** The interaction with its identifier read in `region`, and spelled for eyes: views carry no phone library. */
export function identified(live: LiveInteraction, region: string): LiveInteraction {
  const { identifier: _, country: __, ...rest } = live;
  const identifier = identifierOf(live.facts, live.source.origin, region);
  if (!identifier) return rest;
  const phone = identifier.kind === 'phone' ? parsePhone(identifier.value, region) : undefined;
  const shown = phone ? { ...identifier, display: phone.display } : identifier;
  return { ...rest, identifier: shown, ...(phone?.country && { country: phone.country }) };
}
