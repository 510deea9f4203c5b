import * as z from 'zod/mini';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { readAt } from '../../domain/text/json-path.ts';
import type { RawContact } from './rest-contact.ts';

const keptSchema = z.record(z.string(), z.unknown());

/** True where all identifiers stand in the record itself: child records that were removed come back as new ones. */
export function keepsPlaces({ identifiers }: CrmDefinition): boolean {
  return Object.values(identifiers).every((one) => !one?.rows);
}

/** Slots and lists of identifiers by path, as the record has them. */
export function keptOfRest(raw: RawContact | undefined, definition: CrmDefinition): Record<string, unknown> {
  const paths = Object.values(definition.identifiers).flatMap((one) => [
    ...(one?.slots ?? []),
    ...(one?.list ? [one.list.path] : []),
  ]);
  return Object.fromEntries(paths.map((path) => [path, readAt(raw?.record, path) ?? definition.empty]));
}

/** What to write at which path so that the record holds what it held then. Throws `not-found` for what was never kept. */
export function returnToKept(
  raw: RawContact | undefined,
  kept: unknown,
  definition: CrmDefinition,
): [string, unknown][] {
  const then = z.safeParse(keptSchema, kept);
  if (!then.success) throw new CrmError({ code: 'not-found' });
  return Object.entries(keptOfRest(raw, definition)).flatMap(([path, now]): [string, unknown][] => {
    const before = Object.hasOwn(then.data, path) ? then.data[path] : now;
    return JSON.stringify(before) === JSON.stringify(now) ? [] : [[path, before]];
  });
}
