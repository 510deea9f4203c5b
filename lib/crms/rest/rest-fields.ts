import * as z from 'zod/mini';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import {
  type DefinedField,
  type DiscoverDefinition,
  fieldSchema,
} from '../../domain/crm/crm-definition-fields.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldType } from '../../domain/fields/workspace.ts';
import { forbiddenKeys } from '../../domain/text/forbidden-keys.ts';
import { readAt } from '../../domain/text/json-path.ts';
import type { RestClient } from './rest-client.ts';
import { isTrue, textAt } from './rest-contact.ts';

const mostFields = 200;
const longestLabel = 128;
const mostOptions = 200;
const emptyIsNull: FieldType[] = ['number', 'currency', 'date', 'date-time', 'check-box'];

export const discoveredSchema = z.array(fieldSchema);

/** The fields that the CRM lists. None where this person may not see the list, or there is none. */
export async function discoverFields(
  { discover, record, identifiers, fields }: CrmDefinition,
  client: RestClient,
): Promise<DefinedField[]> {
  if (!discover) return [];
  try {
    const { json } = await client.read({ on: 'fields', template: discover.request, values: { texts: {} } });
    // Whoever may write nothing is told of no fields by some CRMs.
    const found = membersOf(readAt(json, discover.list)) ?? [];
    const own = placesOf({ record, identifiers, fields });
    return found
      .flatMap(([member, value]) => fieldOf(member, value, discover) ?? [])
      .filter(({ key, path = key }) => !own.has(path) && !fields.some((one) => one.key === key))
      .filter(({ key }, index, all) => all.findIndex((one) => one.key === key) === index)
      .slice(0, mostFields);
  } catch (error) {
    const hidden =
      error instanceof CrmError && (error.safe.code === 'not-allowed' || error.safe.code === 'not-found');
    if (hidden) return [];
    throw error;
  }
}

/** The paths of all fields, for requests that name what they want: `{fields}`. */
export function fieldPaths({ fields }: Pick<CrmDefinition, 'fields'>): string[] {
  return fields.map(({ key, path }) => path ?? key);
}

/** What a record's other members are for. */
function placesOf({
  record,
  identifiers,
  fields,
}: Pick<CrmDefinition, 'record' | 'identifiers' | 'fields'>): Set<string> {
  const names = typeof record.name === 'string' ? [record.name] : [record.name.first, record.name.last];
  return new Set([
    record.id,
    ...names,
    ...[record.version ?? [], record.updatedAt ?? [], record.mergedInto ?? []].flat(),
    ...(typeof record.deleted === 'object' ? [record.deleted.path] : [record.deleted ?? []].flat()),
    ...(record.company ? [record.company.path] : []),
    ...fieldPaths({ fields }),
    ...Object.values(identifiers).flatMap((one) => [
      ...(one?.slots ?? []),
      ...(one?.list ? [one.list.path] : []),
      ...(one?.rows ? [one.rows.list] : []),
    ]),
  ]);
}

/** undefined for what is no field of a kind that we can show. */
function fieldOf(
  member: string | undefined,
  value: unknown,
  discover: DiscoverDefinition,
): DefinedField | undefined {
  const name = discover.name === undefined ? member : textAt(value, discover.name);
  if (name === undefined || name === '' || forbiddenKeys.has(name)) return undefined;
  if (discover.only !== undefined && !new RegExp(discover.only, 'iu').test(name)) return undefined;
  if (discover.except?.includes(name)) return undefined;
  const theirs = discover.type === undefined ? '' : textAt(value, discover.type);
  const type = discover.types ? discover.types[theirs] : 'text';
  if (type === undefined) return undefined;
  const label = [discover.label ?? []]
    .flat()
    .map((path) => textAt(value, path))
    .find((text) => text.trim() !== '');
  const isChoice = type === 'choice' || type === 'multiple-choice';
  const here = name.replace(/[.[\]\\]/g, '\\$&');
  const within = discover.within === undefined ? '' : `${discover.within}.`;
  const field = {
    key: name,
    label: (label ?? name).slice(0, longestLabel),
    type,
    path: `${within}${here}`,
    // A text may be empty; a date or a number that is, is none.
    ...(emptyIsNull.includes(type) && { empty: null }),
    ...(isChoice && { options: optionsOf(value, discover) }),
    ...(marked(value, discover.required) && { required: true }),
    ...(isFixed(value, discover) && { readOnly: true }),
  };
  return z.safeParse(fieldSchema, field).data;
}

function isFixed(value: unknown, { readOnly, editable }: DiscoverDefinition): boolean {
  return marked(value, readOnly) || (editable !== undefined && !marked(value, editable));
}

function marked(value: unknown, path: string | undefined): boolean {
  return path !== undefined && isTrue(readAt(value, path));
}

function optionsOf(value: unknown, { options }: DiscoverDefinition) {
  if (!options) return [];
  return (membersOf(readAt(value, options.list)) ?? []).slice(0, mostOptions).flatMap(([member, one]) => {
    const key = options.value === undefined ? (member ?? textAt(one, '.')) : textAt(one, options.value);
    const label = textAt(one, options.label ?? '.') || key;
    return key === '' ? [] : [{ value: key, label: label.slice(0, longestLabel) }];
  });
}

/** The entries of a list, or the members of an object by their names. */
function membersOf(found: unknown): [string | undefined, unknown][] | undefined {
  if (Array.isArray(found)) return found.map((one: unknown) => [undefined, one]);
  return typeof found === 'object' && found !== null ? Object.entries(found) : undefined;
}
