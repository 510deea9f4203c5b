import type { HostSource } from '../../domain/host/host-source.ts';
import { interactionKey } from '../../domain/interaction/interaction-key.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { namesOf, type Sighting } from '../../domain/interaction/sighting.ts';

/** Names that tell nothing apart, such as one that a phone sends with each of its calls. */
export function namesOfSeveral(interactions: readonly LiveInteraction[]): Set<string> {
  const once = new Set<string>();
  const several = new Set<string>();
  for (const { sightings } of interactions)
    for (const name of new Set(sightings.flatMap(namesOf))) {
      if (once.has(name)) several.add(name);
      once.add(name);
    }
  return several;
}

export function isSight(a: Sighting, b: Sighting): boolean {
  return interactionKey(a.source, a.facts.id) === interactionKey(b.source, b.facts.id);
}

export function sightIn(live: LiveInteraction, source: Pick<HostSource, 'origin' | 'adapter'>, id: string) {
  return live.sightings.find(
    (one) => interactionKey(one.source, one.facts.id) === interactionKey(source, id),
  );
}
