import type { Module } from './read-module.ts';

/** Files that import each other, in whatever number of steps, by value or by type; one line for each knot of them. */
export function checkCycles(modules: Module[]): string[] {
  return knotsOf(modules).map(
    (knot) => `${knot.join(', ')}: import each other, by value or type; put what they share below them`,
  );
}

/** The strongly connected files, by Tarjan's way: who is met again while still on the stack is in one knot. */
function knotsOf(modules: Module[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const met = new Map<string, { index: number; low: number }>();
  const stack: string[] = [];
  const knots: string[][] = [];

  function visit(path: string): { index: number; low: number } {
    const own = { index: met.size, low: met.size };
    met.set(path, own);
    stack.push(path);
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(target)) continue;
      const known = met.get(target);
      if (known === undefined) own.low = Math.min(own.low, visit(target).low);
      else if (stack.includes(target)) own.low = Math.min(own.low, known.index);
    }
    if (own.low === own.index) {
      const knot = stack.splice(stack.indexOf(path)).sort();
      if (knot.length > 1) knots.push(knot);
    }
    return own;
  }

  for (const path of byPath.keys()) if (!met.has(path)) visit(path);
  return knots.sort(([a = ''], [b = '']) => a.localeCompare(b));
}
