import { type HostEvent, hostEventSchema, maxEventBytes } from '../domain/host-event.ts';

/** Why an event was dropped; counted and shown in the host diagnostics. */
export const dropReasons = ['too-big', 'forbidden-key', 'not-valid', 'too-many'] as const;
export type DropReason = (typeof dropReasons)[number];

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const maxDepth = 8;

/** A page's claim, measured and checked. Never throws; what comes back holds the schema's keys and nothing else. */
export function checkHostEvent(
  value: unknown,
): { ok: true; event: HostEvent } | { ok: false; reason: DropReason } {
  const json = toJson(value);
  if (json === undefined) return { ok: false, reason: 'not-valid' };
  if (json.length > maxEventBytes || new TextEncoder().encode(json).length > maxEventBytes)
    return { ok: false, reason: 'too-big' };
  if (hasForbiddenKey(value, 0)) return { ok: false, reason: 'forbidden-key' };
  const parsed = hostEventSchema.safeParse(value);
  return parsed.success ? { ok: true, event: parsed.data } : { ok: false, reason: 'not-valid' };
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Too deep counts as forbidden: nothing of ours nests that far. */
function hasForbiddenKey(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > maxDepth) return true;
  return Reflect.ownKeys(value).some(
    (key) => forbidden.has(String(key)) || hasForbiddenKey(Reflect.get(value, key), depth + 1),
  );
}
