import { forbiddenKeys } from './forbidden-keys.ts';

/** A member by name, an entry of a list by number, or (null) every entry of it. */
type Step = string | number | null;

const stepPattern = /(?:^|\.)((?:\\.|[^.[\]\\])+)|\[(\d{0,4})\]/gy;
const longestPath = 200;
const mostFound = 1_000;

/**
 * Where something stands in a JSON value: `data.list`, `phones[0].number`, `phones[].number` for all of them, `.` for the
 * whole. A dot in a name has a backslash before it. undefined for what is no path.
 */
function stepsOf(path: string): Step[] | undefined {
  if (path === '.') return [];
  if (path === '' || path.startsWith('.') || path.length > longestPath) return undefined;
  const steps: Step[] = [];
  stepPattern.lastIndex = 0;
  let at = 0;
  while (at < path.length) {
    const found = stepPattern.exec(path);
    if (!found) return undefined;
    const [, name, index] = found;
    if (name === undefined) steps.push(index === '' ? null : Number(index));
    else {
      const key = name.replace(/\\(.)/g, '$1');
      if (forbiddenKeys.has(key)) return undefined;
      steps.push(key);
    }
    at = stepPattern.lastIndex;
  }
  return steps;
}

export function isJsonPath(path: string): boolean {
  return stepsOf(path) !== undefined;
}

/** True for a path of names alone, where a value can be put. */
export function isNamePath(path: string): boolean {
  const steps = stepsOf(path);
  return steps !== undefined && steps.length > 0 && steps.every((step) => typeof step === 'string');
}

/** Everything that stands at a path, at most 1,000; nothing where there is no such place. Own members only. */
export function readAll(value: unknown, path: string): unknown[] {
  let found: unknown[] = [value];
  for (const step of stepsOf(path) ?? []) {
    const next: unknown[] = [];
    for (const one of found) {
      if (step === null) next.push(...(Array.isArray(one) ? one.slice(0, mostFound) : []));
      else if (typeof one === 'object' && one !== null && Object.hasOwn(one, step)) {
        next.push((one as Record<Step & PropertyKey, unknown>)[step]); // Its own member, as just asked.
      }
    }
    found = next.slice(0, mostFound);
  }
  return found;
}

/** The first thing that stands at a path. */
export function readAt(value: unknown, path: string): unknown {
  return readAll(value, path)[0];
}

/** Puts a value at a path of names; what is in its way and no object is replaced. */
export function writeAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const names = (stepsOf(path) ?? []).filter((step) => typeof step === 'string');
  const last = names.pop();
  if (last === undefined) return;
  let at = target;
  for (const name of names) {
    const inner = Object.hasOwn(at, name) ? at[name] : undefined;
    const object = isObject(inner) ? inner : {};
    at[name] = object;
    at = object;
  }
  at[last] = value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
