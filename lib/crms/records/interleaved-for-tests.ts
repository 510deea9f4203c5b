import type { Pace } from '../pace.ts';

interface Turn {
  /** Not before this moment. */
  from: number;
  take(): void;
}

/** One order of what two programs do: which of them moves next, wherever both could. */
export interface Interleaving {
  /** The next thing that `who` does, when it is their turn. */
  turn<Result>(who: number, effect: () => Result): Promise<Result>;
  pace(who: number): Pace;
}

/**
 * Runs the same two programs in every order of their turns. A turn takes a millisecond; waiting ends when it is chosen to
 * end, and never too early: everything else may stand still as long. Answers how many orders there are.
 */
export async function inEveryOrder(run: (order: Interleaving) => Promise<void>): Promise<number> {
  let orders = 0;
  let choices: number[] | undefined = [];
  while (choices) {
    choices = await inOneOrder(run, choices);
    orders += 1;
  }
  return orders;
}

/** Answers the choices of the next order; undefined where this was the last. */
async function inOneOrder(
  run: (order: Interleaving) => Promise<void>,
  given: number[],
): Promise<number[] | undefined> {
  const waiting = new Map<number, Turn>();
  const made: { choice: number; options: number }[] = [];
  let clock = 0;
  let ended = false;
  const turn = <Result>(who: number, effect: () => Result, from = 0) =>
    new Promise<Result>((resolve, reject) => {
      const take = () => {
        try {
          resolve(effect());
        } catch (error) {
          reject(error);
        }
      };
      waiting.set(who, { from, take });
    });
  const running = run({
    turn,
    pace: (who) => ({ now: () => clock, wait: (ms) => turn(who, () => {}, clock + ms) }),
  }).finally(() => {
    ended = true;
  });
  // Rejections are seen below.
  running.catch(() => undefined);
  for (;;) {
    // All that follows from the last turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (ended) break;
    const options = [...waiting.keys()].sort();
    const choice = given[made.length] ?? 0;
    made.push({ choice, options: options.length });
    const who = options[choice] ?? 0;
    const next = waiting.get(who);
    waiting.delete(who);
    clock = Math.max(clock + 1, next?.from ?? 0);
    next?.take();
  }
  await running;
  const last = made.findLastIndex(({ choice, options }) => choice + 1 < options);
  if (last < 0) return undefined;
  return made.slice(0, last + 1).map(({ choice }, index) => (index === last ? choice + 1 : choice));
}
