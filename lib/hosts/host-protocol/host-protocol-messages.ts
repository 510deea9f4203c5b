import type { HostEvent } from '../../domain/host/host-event.ts';

/** Caps on one message (docs/host-protocol.md): bytes of JSON, depth, members in all. */
const maxBytes = 8_192;
const maxDepth = 8;
const maxMembers = 512;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** The member that holds what a message of each type says. */
const bodies = new Map([
  ['hello', ['host', 'commands']],
  ['interaction', ['interaction']],
  ['focus', ['interactionId']],
  ['inbox', ['mode']],
  ['language', ['language']],
  ['event', ['event']],
]);

/**
 * Reads a message of the host protocol, version 1; null for everything else: other messages, other versions, unknown
 * types, and data that is too large or not plain (cyclic, with getters, functions, class instances, or a key that could
 * pollute a prototype). Returns a copy. The fields themselves are **not** checked: the worker or the widget validates.
 */
export function readHostMessage(data: unknown): HostEvent | null {
  try {
    const message = copyPlain(data);
    if (message === null) return null;
    const { protocol, version, type } = message;
    if (protocol !== 'ringside' || version !== 1 || typeof type !== 'string') return null;
    const members = bodies.get(type);
    if (members === undefined) return null;
    const event = Object.fromEntries([['type', type], ...members.map((member) => [member, message[member]])]);
    // Unvalidated by contract, see above.
    return event as HostEvent;
  } catch {
    return null;
  }
}

/** A copy of a plain object as JSON would make it. Throws where it is not plain, too large or cyclic. */
function copyPlain(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  // Most messages of a page are not ours: leave at once.
  if (!('protocol' in data)) return null;
  const left = { members: maxMembers, characters: maxBytes };
  const copy = copyValue(data, maxDepth, left);
  // Refuses what only pretends to be plain, such as a proxy. Small by now.
  structuredClone(data);
  const size = new TextEncoder().encode(JSON.stringify(copy)).length;
  // An object came in, so an object comes out.
  return size <= maxBytes ? (copy as Record<string, unknown>) : null;
}

interface Left {
  members: number;
  characters: number;
}

function copyValue(value: unknown, depth: number, left: Left): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') {
    left.characters -= value.length;
    if (left.characters < 0) throw new RangeError('The message is too large.');
    return value;
  }
  if (typeof value !== 'object' || depth === 0) throw new TypeError('The message is not plain data.');
  if (Array.isArray(value)) {
    if (value.length > left.members) throw new RangeError('The message is too large.');
    return value.map((item: unknown) => copyMember(item, depth, left));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError('The message is not plain data.');
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    if (descriptor?.get !== undefined || forbiddenKeys.has(key)) {
      throw new TypeError('The message is not plain data.');
    }
    left.characters -= key.length;
    // As JSON does, what is undefined is left out.
    if (descriptor?.value !== undefined) copy[key] = copyMember(descriptor.value, depth, left);
  }
  return copy;
}

function copyMember(value: unknown, depth: number, left: Left): unknown {
  if (--left.members < 0) throw new RangeError('The message is too large.');
  return copyValue(value, depth - 1, left);
}
