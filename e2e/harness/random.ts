/** A small seeded source of chance (mulberry32), so that a failing run can be repeated with `SEED=…`. */
export interface Random {
  seed: number;
  /** From 0 up to, not including, this number. */
  below(limit: number): number;
  one<T>(of: readonly T[]): T;
}

export function random(seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { seed, below, one: (of) => of[below(of.length)]! };
}
