import { arrowOf, type IsPart } from './check-sub-rooms.ts';
import { isTest } from './is-test.ts';
import type { Module } from './read-module.ts';
import { guardedPackages, roomOf, rooms } from './rooms.ts';
import { houses, placeOf } from './sub-rooms.ts';

/** What the tables allow and nobody in the whole project does: an open door that nobody would miss. */
export function checkUnused(modules: Module[], isPart: IsPart): string[] {
  const product = modules.filter(({ path }) => !isTest(path));
  return [
    ...unusedDoors(product),
    ...unusedRows(product, isPart),
    ...unusedPackages(product),
    ...usedByTestsAlone(modules),
  ];
}

/** What the registries collect is imported by no name. */
const collected = /^lib\/(hosts|crms)\/[^/]+\/(adapter|connector|facts|tap)\.ts$/;

function usedByTestsAlone(modules: Module[]): string[] {
  const users = new Map<string, string[]>();
  for (const { path, imports } of modules)
    for (const { target } of imports) users.set(target, [...(users.get(target) ?? []), path]);
  return modules
    .map(({ path }) => path)
    .filter((path) => roomOf(path) && !isTest(path) && !collected.test(path))
    .filter((path) => users.get(path)?.every((user) => isTest(user)))
    .map((path) => `${path}: only tests use it; end its name with -for-tests`);
}

function unusedDoors(product: Module[]): string[] {
  return rooms.flatMap(({ prefix, mayImport }) =>
    mayImport
      .filter((allowed) => !somebody(product, prefix, (target) => target.startsWith(allowed)))
      .map((allowed) => `rooms.ts: ${prefix} may import ${allowed}, and nobody there does`),
  );
}

function somebody(product: Module[], prefix: string, fits: (target: string) => boolean): boolean {
  return product.some(
    ({ path, imports }) => path.startsWith(prefix) && imports.some(({ target }) => fits(target)),
  );
}

function unusedRows(product: Module[], isPart: IsPart): string[] {
  return houses.flatMap((house) => {
    const { prefix, within, parts = [], below = [] } = house;
    const own = product.filter(({ path }) => path.startsWith(prefix));
    const used = new Set<string>();
    const filled = new Set<string>();
    for (const { path, imports } of own) {
      const place = placeOf(path, house, isPart(path));
      filled.add('folder' in place ? place.folder : path.slice(prefix.length));
      for (const { target } of imports.filter((found) => found.target.startsWith(prefix))) {
        const arrow = arrowOf(path, target, house, isPart);
        if (typeof arrow === 'object') used.add(`${arrow.row} ${arrow.names}`);
      }
    }
    const rows = [...Object.entries(within), ...(parts.length > 0 ? [['<id>', parts] as const] : [])];
    return [
      ...rows.flatMap(([row, names]) =>
        names
          .filter((name) => !used.has(`${row} ${name}`))
          .map((name) => `sub-rooms.ts: ${prefix}${row} may import ${name}, and nobody there does`),
      ),
      ...[...Object.keys(within), ...below]
        .filter((name) => !filled.has(name))
        .map((name) => `sub-rooms.ts: ${prefix}${name} is not there`),
    ];
  });
}

function unusedPackages(product: Module[]): string[] {
  return guardedPackages.flatMap(({ name, only }) =>
    only
      .filter((allowed) => !somebody(product, allowed, (target) => name.test(target)))
      .map((allowed) => `rooms.ts: ${allowed} may import ${name.source}, and nobody there does`),
  );
}
