import { posix } from 'node:path';
import { checkCycles } from './check-cycles.ts';
import { checkSubRooms } from './check-sub-rooms.ts';
import { checkUnused } from './check-unused.ts';
import { isTest } from './is-test.ts';
import type { Import, Module } from './read-module.ts';
import { forbiddenReaches, guardedPackages, roomOf, rooms, staticOnly } from './rooms.ts';

const maxLines = 250;
const maxTestLines = 600;
const maxFiles = 20;
/** What makes a folder of hosts or CRMs one that the registry collects. */
const partFiles = ['adapter.ts', 'connector.ts'];
const emptyWords = ['utils', 'helpers', 'types', 'services', 'common', 'misc'];

/** Every breach of the house's rules, as `path: what is wrong`; none is what it should be. */
export function checkStructure(modules: Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return [
    ...modules.flatMap((module) => [...checkName(module), ...checkShape(module)]),
    ...modules.filter(({ path }) => !isTest(path)).flatMap((module) => checkImports(module, byPath)),
    ...checkFolders(modules),
    ...checkCycles(modules),
    ...checkSubRooms(modules, (path) => partOf(path, byPath) !== undefined),
    ...checkReaches(byPath),
  ];
}

/** Of the whole project: every breach, and what the tables allow for nobody. */
export function checkProject(modules: Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return [...checkStructure(modules), ...checkUnused(modules, (path) => partOf(path, byPath) !== undefined)];
}

function checkFolders(modules: Module[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of modules.filter((module) => !isTest(module.path)))
    counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > maxFiles)
    .map(([folder, count]) => `${folder}/: ${count} files are more than ${maxFiles}; it holds several rooms`);
}

function checkName({ path, hasExports }: Module): string[] {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  const isComponent = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/.test(file);
  const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|mts|mjs|tsx)$/.test(file);
  // A page's start renders and exports nothing; whatever else is made of JSX is a component.
  const isNamed = isComponent || (isKebab && (!file.endsWith('.tsx') || !hasExports));
  return [
    ...(isNamed ? [] : [`${path}: name it kebab-case.ts, or PascalCase.tsx for a component`]),
    ...parts
      .filter((folder) => emptyWords.includes(folder))
      .map((folder) => `${path}: a folder named ${folder} says nothing of what is in it`),
  ];
}

function checkShape({ path, lines, onlyReexports, browserGlobals }: Module): string[] {
  const limit = isTest(path) ? maxTestLines : maxLines;
  const isIndex = /(^|\/)index\.tsx?$/.test(path) && !path.startsWith('entrypoints/');
  const mayUseBrowser = /^(lib\/extension|entrypoints)\//.test(path) || !roomOf(path) || isTest(path);
  return [
    ...(lines > limit ? [`${path}: ${lines} lines are more than ${limit}; it holds two ideas`] : []),
    ...(onlyReexports || isIndex ? [`${path}: no barrels; import from the file itself`] : []),
    ...(mayUseBrowser
      ? []
      : browserGlobals.map((name) => `${path}: ${name}.* belongs to lib/extension and entrypoints`)),
  ];
}

function checkImports(module: Module, byPath: Map<string, Module>): string[] {
  return module.imports.flatMap((found) =>
    found.relative ? checkRelative(module, found, byPath) : checkPackage(module, found),
  );
}

function checkRelative({ path }: Module, { target }: Import, byPath: Map<string, Module>): string[] {
  const prefix = roomOf(path);
  const room = rooms.find((each) => each.prefix === prefix);
  // Measurements, and what runs cases, are made of the same material as tests.
  if (isTest(target) && !isTest(path) && !/^(?:bench|scripts\/cases)\//.test(path))
    return [`${path}: imports ${target}, which is for tests`];
  if (!room) return [];
  if (!isOwn(room.prefix, target) && !room.mayImport.some((allowed) => target.startsWith(allowed))) {
    return [`${path}: ${room.prefix} may not import ${target}`];
  }
  const part = partOf(target, byPath);
  return part !== undefined && /^lib\/(hosts|crms)\//.test(path) && !path.startsWith(part)
    ? [`${path}: imports ${target}; adapters and connectors do not know each other`]
    : [];
}

/** In the room; or in a room within it, unless the one that asks is such a room itself. */
function isOwn(prefix: string, target: string): boolean {
  const isWithin = rooms.some((other) => other.prefix !== prefix && prefix.startsWith(other.prefix));
  return isWithin ? roomOf(target) === prefix : target.startsWith(prefix);
}

/** The folder of a host adapter or a CRM connector; undefined for what several of them share. */
function partOf(path: string, byPath: Map<string, Module>): string | undefined {
  const folder = /^lib\/(?:hosts|crms)\/[^/]+\//.exec(path)?.[0];
  return folder !== undefined && partFiles.some((file) => byPath.has(folder + file)) ? folder : undefined;
}

function checkPackage({ path }: Module, { target, typeOnly }: Import): string[] {
  if (!roomOf(path) || typeOnly) return [];
  return guardedPackages
    .filter(({ name, only }) => name.test(target) && !only.some((allowed) => path.startsWith(allowed)))
    .map(({ only }) => `${path}: ${target} is for ${only.join(', ')}`);
}

function checkReaches(byPath: Map<string, Module>): string[] {
  const breaches: string[] = [];
  for (const path of [...byPath.keys()].filter((start) => !isTest(start))) {
    const rules = forbiddenReaches.filter(({ from }) => from.test(path));
    if (rules.length === 0 && !staticOnly.test(path)) continue;
    for (const { by, found } of reach(path, byPath)) {
      const way = by === path ? '' : ` through ${by}`;
      for (const { never, because } of rules) {
        if (never.test(found.target)) breaches.push(`${path}: reaches ${found.target}${way}; ${because}`);
      }
      if (staticOnly.test(path) && found.dynamic) {
        breaches.push(`${path}: reaches import(${found.target})${way}; a service worker cannot`);
      }
    }
  }
  return breaches;
}

/** Every import by value that loading `start` leads to, and the file it stands in. */
function reach(start: string, byPath: Map<string, Module>): { by: string; found: Import }[] {
  const seen = new Set([start]);
  const reached: { by: string; found: Import }[] = [];
  for (const by of seen) {
    const module = byPath.get(by);
    for (const found of module ? [...module.imports, ...collected(module, byPath)] : []) {
      if (found.typeOnly) continue;
      reached.push({ by, found });
      if (found.relative) seen.add(found.target);
    }
  }
  return reached;
}

/** What a registry collects, as if it had been imported. */
function collected({ collects }: Module, byPath: Map<string, Module>): Import[] {
  if (collects.length === 0) return [];
  return [...byPath.keys()]
    .filter((path) => collects.some((pattern) => pattern.test(path)))
    .map((target) => ({ target, relative: true, typeOnly: false, dynamic: false }));
}
