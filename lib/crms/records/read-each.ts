import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { type ExpectedValue, pathOfUnread, type ReportUnread, type Unread } from '../../domain/crm/unread.ts';

export interface ReadOptions {
  /** What the records are; contacts where nothing is said. */
  of?: Unread['of'];
  report: ReportUnread | undefined;
}

/** What could be read of a record, and the record as it came, whose other parts a write must leave as they are. */
export interface ReadRow<Value> {
  value: Value;
  raw: Record<string, unknown>;
}

/** Parts to leave out, by key or place; `true` is all of that part. */
type Doomed = Map<PropertyKey, Doomed | true>;
type Path = readonly PropertyKey[];

/**
 * Reads records one by one, so that an odd one spoils no other: a part that does not fit its schema is left out alone where
 * the schema can do without, else what it is a part of, and at last the record. Whatever is left out is reported.
 * Throws `bad-reply` where there are records and none of them can be read: such an answer says of nobody that they are not there.
 */
export function readEach<Value>(
  schema: z.ZodMiniType<Value>,
  rows: readonly unknown[],
  options: ReadOptions,
): ReadRow<Value>[] {
  const read = rows.flatMap((raw) => readRow(schema, raw, options) ?? []);
  if (rows.length > 0 && read.length === 0) throw new CrmError({ code: 'bad-reply' });
  return read;
}

/** The same of a record that is the whole answer. Throws `bad-reply` where nothing says whose it is. */
export function readOne<Value>(
  schema: z.ZodMiniType<Value>,
  raw: unknown,
  options: ReadOptions,
): ReadRow<Value> {
  const read = readRow(schema, raw, options);
  if (!read) throw new CrmError({ code: 'bad-reply' });
  return read;
}

/** The same of what stands under names, such as the CRM's own fields. */
export function readValues<Value>(
  schema: z.ZodMiniType<Value>,
  rows: Readonly<Record<string, unknown>>,
  options: ReadOptions,
): Record<string, Value> {
  const entries = Object.entries(rows).flatMap(([key, raw]): [string, Value][] => {
    const read = readRow(schema, raw, options, [key]);
    return read ? [[key, read.value]] : [];
  });
  if (entries.length === 0 && Object.keys(rows).length > 0) throw new CrmError({ code: 'bad-reply' });
  return Object.fromEntries(entries);
}

function readRow<Value>(
  schema: z.ZodMiniType<Value>,
  raw: unknown,
  { of = 'contact', report }: ReadOptions,
  within: Path = [],
): ReadRow<Value> | undefined {
  const left = new Map<string, Omit<Unread, 'whole'>>();
  const tell = (whole: boolean) => {
    for (const one of left.values()) report?.({ ...one, whole });
  };
  let rest = raw;
  // Each round leaves something out, so that there is an end.
  for (;;) {
    const parsed = z.safeParse(schema, rest);
    if (parsed.success) {
      tell(false);
      return { value: parsed.data, raw: isContainer(raw) ? raw : {} };
    }
    const doomed: Doomed = new Map();
    for (const issue of parsed.error.issues) {
      const path = pathOfUnread([...within, ...issue.path]);
      // What is left out and missed then is the same trouble.
      if (!left.has(path)) left.set(path, { of, path, expected: expectedOf(issue) });
      const place = placeToLeave(rest, issue.path);
      if (place.length === 0) {
        tell(true);
        return undefined;
      }
      doom(doomed, place);
    }
    rest = without(rest, doomed);
  }
}

/** The part that does not fit; where it is not there at all, what it is missing from. */
function placeToLeave(value: unknown, path: Path): Path {
  let at = value;
  for (const [index, key] of path.entries()) {
    if (!isContainer(at) || !Object.hasOwn(at, key)) return path.slice(0, index);
    at = at[key];
  }
  return path;
}

function doom(doomed: Doomed, [key, ...more]: Path): void {
  if (key === undefined) return;
  const before = doomed.get(key);
  if (before === true) return;
  if (more.length === 0) {
    doomed.set(key, true);
    return;
  }
  const deeper: Doomed = before ?? new Map();
  doomed.set(key, deeper);
  doom(deeper, more);
}

function without(value: unknown, doomed: Doomed): unknown {
  const stays = <Key extends PropertyKey>([key, part]: [Key, unknown]): [Key, unknown][] => {
    const one = doomed.get(key);
    return one === true ? [] : [[key, one ? without(part, one) : part]];
  };
  if (Array.isArray(value)) return [...value.entries()].flatMap(stays).map(([, part]) => part);
  return isContainer(value) ? Object.fromEntries(Object.entries(value).flatMap(stays)) : value;
}

function isContainer(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

const ofTypes: Record<string, ExpectedValue> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'yes-or-no',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
};

function expectedOf(issue: z.core.$ZodIssue): ExpectedValue {
  switch (issue.code) {
    case 'invalid_type':
      return ofTypes[issue.expected] ?? 'form';
    case 'invalid_format':
      return ['datetime', 'date', 'time'].includes(issue.format) ? 'time' : 'form';
    case 'invalid_union': {
      const [first] = issue.errors.flat();
      return first ? expectedOf(first) : 'form';
    }
    case 'too_big':
    case 'too_small':
      return 'size';
    default:
      return 'form';
  }
}
