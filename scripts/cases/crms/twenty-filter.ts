import { sqlLike } from './sql-like.ts';

/** A filter that Twenty cannot read; it answers 400. */
export class TwentyRefusal extends Error {}

/** Columns that hold a list as JSON. */
const isJson = /\.additional\w+$/;

/** The value of a column, such as `phones.primaryPhoneNumber`; null for NULL, undefined where there is no such column. */
export type ColumnOf = (field: string) => string | null | undefined;

/**
 * Whether a record fits a filter of Twenty's REST API: `field[comparator]:value`, `and(…)`, `or(…)`, `not(…)`, and "and"
 * where several stand without one. Values stand bare or in quotes.
 */
export function fitsFilter(filter: string, column: ColumnOf): boolean {
  return partsOf(filter).every((part) => fitsPart(part, column));
}

function fitsPart(part: string, column: ColumnOf): boolean {
  const [, conjunction, inner = ''] = /^(and|or|not)\(([\s\S]*)\)$/.exec(part) ?? [];
  if (conjunction === 'or') return partsOf(inner).some((one) => fitsPart(one, column));
  if (conjunction === 'not') return !fitsFilter(inner, column);
  if (conjunction === 'and') return fitsFilter(inner, column);
  const [, field = '', comparator, raw = ''] = /^([\w.]+)\[(\w+)\]:([\s\S]*)$/.exec(part) ?? [];
  if (comparator === undefined) throw new TwentyRefusal(`no filter: ${part}`);
  const held = column(field);
  if (held === undefined) throw new TwentyRefusal(`no field ${field}`);
  if (isJson.test(field) && comparator !== 'is' && comparator !== 'like')
    throw new TwentyRefusal(`no comparator ${comparator} for JSON`);
  if (comparator === 'is') return (held === null) === (raw === 'NULL');
  if (comparator === 'in') {
    const values = partsOf(raw.replace(/^\[|\]$/g, '')).map(bare);
    return held !== null && values.includes(held);
  }
  const value = bare(raw);
  if (comparator === 'neq') return held !== null && held !== value;
  return held !== null && comparesTo(held, comparator, value);
}

function comparesTo(held: string, comparator: string, value: string): boolean {
  switch (comparator) {
    case 'eq':
      return held === value;
    case 'like':
      return sqlLike(held, value);
    case 'ilike':
      return sqlLike(held, value, { ignoreCase: true });
    case 'startsWith':
      return held.startsWith(value);
    default:
      throw new TwentyRefusal(`no comparator ${comparator}`);
  }
}

/** What stands between the commas that are in no brackets and no quotes. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth -= 1;
    if (at === text.length || (sign === ',' && depth === 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  if (depth !== 0 || quoted) throw new TwentyRefusal('brackets or quotes are not closed');
  return parts.filter((part) => part !== '');
}

function bare(value: string): string {
  return value.replace(/^"([\s\S]*)"$/, '$1');
}
