import type { Bench } from '../bench.ts';
import { pop } from '../pop.ts';
import type { SideName } from '../servers/desk-server.ts';
import type { Person } from '../servers/quick-crm.ts';
import { inTurn } from './in-turn.ts';
import { useSurface } from './use-surface.ts';

const count = 6;

/** People of whom this side has a copy, in turn. */
export async function knownPeople(bench: Bench, side: SideName): Promise<() => Person> {
  const people = Array.from({ length: count }, (_, index) => bench.crm.person(index));
  if (!bench.knowing.has(side)) {
    await useSurface(bench, 'panel');
    for (const person of people) await pop(bench, { side, person, where: 'panel' });
    bench.knowing.add(side);
  }
  return inTurn(people);
}

/** Somebody of whom nobody has heard, each time. */
export function strangers(bench: Bench): () => Person {
  return () => bench.crm.person(1_000 + bench.next());
}
