import { keepNewest } from '../text/keep-newest.ts';
import type { Errand } from './errand.ts';

/** One that waits, in the order in which they came. */
export interface InLine {
  errand: Errand;
}

/** Of so many turns that are given while less urgent ones wait, the last is theirs. */
const turnsBeforeOthers = 4;
const rememberedShares = 100;

/**
 * Who goes first: what an agent asked for, then what rings or is in front, then the rest. Among equals the shares take turns, so
 * that one busy host does not keep the others waiting. Of four turns in a row one is for the rest: nothing waits for ever.
 */
export function createTurnOrder() {
  /** Share → number of its last turn, the longest ago first. */
  const lastTurns = new Map<string, number>();
  let turns = 0;
  let soonInARow = 0;
  let laterWaits = false;

  function inTurns<One extends InLine>(line: One[]): One[] {
    const shares = new Map<string, One[]>();
    for (const one of line) {
      const own = shares.get(one.errand.share);
      if (own) own.push(one);
      else shares.set(one.errand.share, [one]);
    }
    const last = (share: string) => lastTurns.get(share) ?? -1;
    const queues = [...shares].toSorted(([a], [b]) => last(a) - last(b)).map(([, queue]) => queue);
    const rounds = Math.max(0, ...queues.map(({ length }) => length));
    return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
  }

  return {
    /** All of them, first to go first. */
    of<One extends InLine>(line: readonly One[]): One[] {
      const being = (urgency: Errand['urgency']) =>
        inTurns(line.filter(({ errand }) => errand.urgency === urgency));
      const soon = [...being('asked'), ...being('urgent')];
      const later = being('later');
      laterWaits = later.length > 0;
      const order: One[] = [];
      for (let inARow = soonInARow; soon.length + later.length > 0; ) {
        const turnOfRest = soon.length === 0 || (later.length > 0 && inARow >= turnsBeforeOthers - 1);
        const next = (turnOfRest ? later : soon).shift();
        if (next) order.push(next);
        inARow = turnOfRest ? 0 : inARow + 1;
      }
      return order;
    },
    /** This one has had its turn. */
    gave({ urgency, share }: Errand): void {
      if (urgency === 'later') soonInARow = 0;
      else if (laterWaits) soonInARow += 1;
      turns += 1;
      keepNewest(lastTurns, share, turns, rememberedShares);
    },
  };
}
