import { median, rounded } from '../figures/statistics.ts';

/** Something that happened somewhere; `at` in epoch milliseconds. */
export interface Mark {
  place: string;
  what: string;
  at: number;
}

/** One pop: when it rang, how long it took until the name was painted, and what happened meanwhile. */
export interface Way {
  rang: number;
  ms: number;
  marks: Mark[];
}

/** A step that most pops have; `at` is the median, milliseconds from the event. */
export interface Step {
  place: string;
  what: string;
  at: number;
  /** In how many of the pops. */
  pops: number;
}

/** The steps of most of these pops, in the order of time. The second time that something happens is a step of its own. */
export function stepsOf(ways: readonly Way[]): Step[] {
  const times = new Map<string, { place: string; what: string; all: number[] }>();
  for (const { rang, ms, marks } of ways) {
    const counts = new Map<string, number>();
    const inTime = marks.filter(({ at }) => at >= rang && at <= rang + ms).toSorted((a, b) => a.at - b.at);
    for (const { place, what, at } of inTime) {
      const name = `${place} ${what}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const key = `${name} ${count}`;
      const step = times.get(key) ?? { place, what: count > 1 ? `${what} (${count})` : what, all: [] };
      step.all.push(at - rang);
      times.set(key, step);
    }
  }
  return [...times.values()]
    .filter(({ all }) => all.length > ways.length / 2)
    .map(({ place, what, all }) => ({ place, what, at: rounded(median(all)), pops: all.length }))
    .toSorted((a, b) => a.at - b.at);
}
