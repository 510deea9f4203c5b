import { apply, getOwnPropertyDescriptor, slice } from '../page/built-ins.ts';

/** A member of an object of the page's; undefined where there is none or its getter throws. */
export function read(target: unknown, key: string): unknown {
  if (target === null || (typeof target !== 'object' && typeof target !== 'function')) return undefined;
  try {
    return Reflect.get(target, key);
  } catch {
    return undefined;
  }
}

/** What a method of an object of the page's answers; undefined where there is none or it throws. */
export function ask(target: unknown, method: string, ...args: unknown[]): unknown {
  const found = read(target, method);
  if (typeof found !== 'function') return undefined;
  try {
    return apply(found, target, args);
  } catch {
    return undefined;
  }
}

/** A text of at most so many characters; undefined for everything else, also for an empty one. */
export function text(value: unknown, longest = 256): string | undefined {
  return typeof value === 'string' && value !== '' ? slice(value, 0, longest) : undefined;
}

/** An own value, never a getter's. */
export function ownValue(target: object, key: string): unknown {
  return getOwnPropertyDescriptor(target, key)?.value;
}
