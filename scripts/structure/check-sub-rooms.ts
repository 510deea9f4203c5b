import { isTest } from './is-test.ts';
import type { Module } from './read-module.ts';
import { type House, houses, placeOf } from './sub-rooms.ts';

/** Says of a path whether it stands in the folder of an adapter or a connector. */
export type IsPart = (path: string) => boolean;

/** What breaks the table of rooms within rooms, and what is wrong with the table itself. */
export function checkSubRooms(modules: Module[], isPart: IsPart, table: House[] = houses): string[] {
  return [
    ...table.flatMap(checkTable),
    ...modules.filter(({ path }) => !isTest(path)).flatMap((module) => checkModule(module, isPart, table)),
  ];
}

function checkTable({ prefix, within }: House): string[] {
  const rows = Object.keys(within);
  return Object.entries(within).flatMap(([row, mayImport]) =>
    mayImport
      .filter((other) => !rows.slice(0, rows.indexOf(row)).includes(other))
      .map((other) => `sub-rooms.ts: ${prefix}${row} names ${other}, which does not stand before it`),
  );
}

function checkModule({ path, imports }: Module, isPart: IsPart, table: House[]): string[] {
  const house = table.find(({ prefix }) => path.startsWith(prefix));
  if (!house) return [];
  const from = placeOf(path, house, isPart(path));
  if (from.kind === 'unknown') return [`${path}: this folder is no room of the table of ${house.prefix}`];
  return imports
    .map(({ target }) => target)
    .filter((target) => /\.(tsx?|mjs)$/.test(target) && target.startsWith(house.prefix) && !isTest(target))
    .filter((target) => arrowOf(path, target, house, isPart) === 'forbidden')
    .map((target) => {
      const room =
        'folder' in from ? `${house.prefix}${from.folder}` : `what is below all of ${house.prefix}`;
      return `${path}: ${room} may not import ${target}`;
    });
}

/** `own`: within one room, or downwards out of the house's own folder; else the row that is named, or that it may not. */
export function arrowOf(
  path: string,
  target: string,
  house: House,
  isPart: IsPart,
): 'own' | 'forbidden' | { row: string; names: string } {
  const from = placeOf(path, house, isPart(path));
  const to = placeOf(target, house, isPart(target));
  if (from.kind === 'above' || to.kind === 'below') return 'own';
  if (!('folder' in from) || !('folder' in to)) return 'forbidden';
  if (from.folder === to.folder) return 'own';
  // That parts do not know each other, and nobody knows them, is a rule of its own.
  if (to.kind === 'part') return 'own';
  const names = (from.kind === 'part' ? house.parts : house.within[from.folder]) ?? [];
  return names.includes(to.folder)
    ? { row: from.kind === 'part' ? '<id>' : from.folder, names: to.folder }
    : 'forbidden';
}
