import type { Guard } from './guards/guard.ts';

type Cut = Pick<Guard, 'from' | 'to'>;

/** `source` without the guard; undefined where a part of it does not stand there exactly once. */
export function takeOut(source: string, { from, to, also }: Cut & Pick<Guard, 'also'>): string | undefined {
  const without = cutOnce(source, { from, to });
  return without !== undefined && also ? cutOnce(without, also) : without;
}

function cutOnce(source: string, { from, to }: Cut): string | undefined {
  const first = source.indexOf(from);
  if (first < 0 || source.indexOf(from, first + 1) >= 0 || from === to) return undefined;
  return source.slice(0, first) + to + source.slice(first + from.length);
}
