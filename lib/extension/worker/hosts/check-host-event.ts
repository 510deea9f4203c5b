import type { DropReason } from '../../../domain/host/host-diagnostics.ts';
import { type HostEvent, hostEventSchema, maxEventBytes } from '../../../domain/host/host-event.ts';

/** What did not pass. `path` names the first field that is not valid, with nothing of what stands in it. */
export interface BadEvent {
  ok: false;
  reason: Extract<DropReason, 'too-big' | 'forbidden-key' | 'not-valid'>;
  path?: string;
}

/** Their members are named by the page. */
const tables = new Set<PropertyKey>(['attributes', 'data']);
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const maxDepth = 8;

/** A page's claim, measured and checked. Never throws; what comes back holds the schema's keys and nothing else. */
export function checkHostEvent(value: unknown): { ok: true; event: HostEvent } | BadEvent {
  const json = toJson(value);
  if (json === undefined) return { ok: false, reason: 'not-valid' };
  if (json.length > maxEventBytes || new TextEncoder().encode(json).length > maxEventBytes)
    return { ok: false, reason: 'too-big' };
  if (hasForbiddenKey(value, 0)) return { ok: false, reason: 'forbidden-key' };
  const parsed = hostEventSchema.safeParse(value);
  if (parsed.success) return { ok: true, event: parsed.data };
  const path = nameOf(parsed.error.issues[0]?.path ?? []);
  return { ok: false, reason: 'not-valid', ...(path !== '' && { path }) };
}

function nameOf(path: readonly PropertyKey[]): string {
  const table = path.findIndex((part) => tables.has(part));
  return (table === -1 ? path : path.slice(0, table + 1)).map(String).join('.');
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
