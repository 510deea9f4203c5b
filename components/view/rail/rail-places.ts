import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';

/** As wide as a tab should be, to say whose it is; in the narrowest panel three are less, and still have their digits and times. */
const comfortable = 118;
const narrowPanel = 270;
const most = 6;

/** How many tabs fit beside each other in a rail of this width; one that is not drawn yet has the panel's usual. */
export function roomOf(width: number): number {
  if (width === 0) return 3;
  return Math.min(most, Math.max(width < narrowPanel ? 2 : 3, Math.floor(width / comfortable)));
}

/**
 * Which interaction stands where: whoever has a place keeps it until it is over, and gives it to nobody but the one in front.
 * What has none is in the list: what rings first, then in the order in which they began.
 */
export class RailPlaces {
  #places: string[] = [];

  take(
    interactions: LiveInteraction[],
    front: string | null,
    room: number,
  ): { slots: LiveInteraction[]; more: LiveInteraction[] } {
    const byKey = new Map(interactions.map((one) => [one.key, one]));
    const count = interactions.length <= room ? interactions.length : room - 1;
    const taken = new Set(this.#places);
    const waiting = ringingFirst(interactions.filter(({ key }) => !taken.has(key))).map(({ key }) => key);
    const places = this.#places
      .map((key) => (byKey.has(key) ? key : waiting.shift()))
      .filter((key) => key !== undefined);
    while (places.length < count) {
      const next = waiting.shift();
      if (next === undefined) break;
      places.push(next);
    }
    // A rail that has become narrower: the last go, but not the one in front.
    while (places.length > count) places.splice(places.at(-1) === front && count > 0 ? -2 : -1, 1);
    if (front !== null && byKey.has(front) && !places.includes(front)) places[count - 1] = front;
    this.#places = places;
    const shown = new Set(places);
    return {
      slots: places.flatMap((key) => byKey.get(key) ?? []),
      more: ringingFirst(interactions.filter(({ key }) => !shown.has(key))),
    };
  }
}

function ringingFirst(interactions: LiveInteraction[]): LiveInteraction[] {
  const rank = ({ facts }: LiveInteraction) =>
    facts.state === 'offered' ? 0 : facts.state === 'pending' ? 1 : 2;
  return interactions.toSorted((a, b) => rank(a) - rank(b));
}
