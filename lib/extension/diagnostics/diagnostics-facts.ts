import type { DiagnosedInteraction, EventFacts } from '../../domain/host/host-diagnostics.ts';
import type { HostEvent } from '../../domain/host/host-event.ts';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import { isLive } from '../../domain/interaction/apply-host-interaction.ts';
import { interactionKey } from '../../domain/interaction/interaction-key.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { mergeSightings } from '../../domain/interaction/sighting.ts';
import { languageTag } from '../../domain/text/languages.ts';

/** What may be kept of an event: words of our own lists, none of the page's. */
export function factsOf(event: HostEvent): EventFacts {
  switch (event.type) {
    case 'interaction': {
      const { state, channel, direction, endReason, clientId, withheld } = withoutNobody(event.interaction);
      return {
        ...{ what: 'interaction', state, channel, direction },
        ...(endReason && { endReason }),
        ...(withheld && { withheld }),
        ...(channel === 'phone' && isLive(state) && !withheld && !clientId && { numberless: true }),
      };
    }
    case 'focus':
      return { what: 'focus', on: event.interactionId !== null };
    case 'inbox':
      return { what: 'inbox', mode: event.mode };
    case 'language':
      return { what: 'language', language: languageTag(event.language) ?? '' };
    default:
      return { what: event.type };
  }
}

/** The host's own id of the interaction that an event is about. */
export function interactionOf(event: HostEvent): string | null {
  if (event.type === 'interaction') return event.interaction.id;
  if (event.type === 'event') return event.event.interactionId;
  return event.type === 'focus' ? event.interactionId : null;
}

/** Who told what of each live interaction. `nameOf` gives the letters that stand for a key. */
export function diagnoseInteractions(
  interactions: readonly LiveInteraction[],
  nameOf: (key: string) => Promise<string>,
): Promise<DiagnosedInteraction[]> {
  const live = interactions.filter(({ facts, sightings }) => isLive(facts.state) && sightings.length > 0);
  return Promise.all(
    live.map(async ({ source, facts, sightings }) => ({
      origin: source.origin,
      tabId: source.tabId,
      state: facts.state,
      channel: facts.channel,
      direction: facts.direction,
      seenBy: await Promise.all(
        sightings.map(async (one) => ({
          adapter: one.source.adapter,
          interaction: await nameOf(interactionKey(one.source, one.facts.id)),
        })),
      ),
      told: { ...mergeSightings(sightings).told },
    })),
  );
}
