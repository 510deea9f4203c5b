import { sqlLike } from './sql-like.ts';

/** A condition EspoCRM cannot take; it answers 400. */
export class EspoRefusal extends Error {}

/** What EspoCRM has of a contact for conditions: of an attribute every value it has, of numbers all of them. */
export type EspoValues = Record<string, readonly string[]>;

interface Item {
  type?: unknown;
  attribute?: unknown;
  value?: unknown;
}

/** The items of `where[0][type]=…` in an address, or of `searchParams`, which is the same as JSON. */
export function whereOf(query: URLSearchParams): unknown[] {
  const params = query.get('searchParams');
  if (params !== null) return listOf(JSON.parse(params).where);
  const root: Record<string, unknown> = {};
  for (const [name, value] of query) {
    const [first = '', ...path] = name.split(/[[\]]+/).filter((part) => part !== '');
    if (first === 'where') put(root, path, value);
  }
  return listOf(root);
}

/** Whether the contact fits all of them. Database columns there compare without letter case. */
export function fits(where: readonly unknown[], values: EspoValues): boolean {
  return where.every((item) => fitsOne(item as Item, values));
}

function fitsOne({ type, attribute, value }: Item, values: EspoValues): boolean {
  if (type === 'and') return listOf(value).every((one) => fitsOne(one as Item, values));
  if (type === 'or') return listOf(value).some((one) => fitsOne(one as Item, values));
  if (type === 'textFilter') {
    const text = `${String(value).replaceAll('*', '%')}%`;
    return [...(values.name ?? []), ...(values.phoneNumberNumeric ?? [])].some((one) => like(one, text));
  }
  const held = typeof attribute === 'string' ? values[attribute] : undefined;
  if (held === undefined) throw new EspoRefusal(`no attribute ${String(attribute)}`);
  const some = (pattern: (text: string) => string) => held.some((one) => like(one, pattern(String(value))));
  switch (type) {
    case 'equals':
      return held.some((one) => same(one, value));
    case 'in':
      return held.some((one) => listOf(value).some((other) => same(one, other)));
    case 'like':
      return some((text) => text);
    case 'contains':
      return some((text) => `%${text}%`);
    case 'startsWith':
      return some((text) => `${text}%`);
    case 'endsWith':
      return some((text) => `%${text}`);
    case 'isNotNull':
      return held.length > 0;
    default:
      throw new EspoRefusal(`no type ${String(type)}`);
  }
}

function same(one: string, other: unknown): boolean {
  return one.toLowerCase() === String(other).toLowerCase();
}

function like(text: string, pattern: string): boolean {
  return sqlLike(text, pattern, { ignoreCase: true });
}

function put(into: Record<string, unknown>, [key = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  // Made here, by the same way through the names.
  const inner = (into[key] ?? {}) as Record<string, unknown>;
  into[key] = inner;
  put(inner, rest, value);
}

/** PHP makes a list of `[0]`, `[1]` … */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
