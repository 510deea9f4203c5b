import { sqlLike } from './sql-like.ts';

export type OdooRecord = Record<string, unknown>;

/** A domain that Odoo does not take; it answers an error. */
export class OdooRefusal extends Error {}

/** What Odoo has of a field: it cannot be searched where it is computed and has no search of its own. */
export interface OdooField {
  searchable: boolean;
}

/**
 * Numbers are searched without these signs (addons/phone_validation/models/mail_thread_phone.py, 16.0 and 17.0, read
 * 2026-11-30). For PostgreSQL a no-break space is none.
 */
const betweenDigits = /(?![\u00a0\u2007\u202f\ufeff])\s|[\\./()-]/g;
const numberFields = ['mobile', 'phone'];
const fewest = 3;

/**
 * Whether a record fits a domain: conditions and operators in prefix notation, "and" where none is said. A field that cannot
 * be searched is left out without a word, and then everything fits.
 */
export function fitsDomain(
  domain: readonly unknown[],
  record: OdooRecord,
  fields: Record<string, OdooField>,
): boolean {
  const rest = [...domain];
  let fits = true;
  while (rest.length > 0) fits = take(rest, record, fields) && fits;
  return fits;
}

function take(rest: unknown[], record: OdooRecord, fields: Record<string, OdooField>): boolean {
  const next = rest.shift();
  if (next === '!') return !take(rest, record, fields);
  if (next === '&' || next === '|') {
    // Both are read, whatever the first says.
    const [one, other] = [take(rest, record, fields), take(rest, record, fields)];
    return next === '&' ? one && other : one || other;
  }
  if (!Array.isArray(next) || next.length !== 3) throw new OdooRefusal('no domain');
  const [name, operator, value] = next as [string, string, unknown];
  const field = fields[name];
  if (!field) throw new OdooRefusal(`no field ${name}`);
  if (!field.searchable) return true;
  if (name === 'phone_mobile_search') return fitsNumber(operator, String(value), record);
  return compare(record[name], operator, value);
}

function compare(held: unknown, operator: string, value: unknown): boolean {
  const text = typeof held === 'string' ? held : undefined;
  const like = (pattern: string, ignoreCase: boolean) =>
    text !== undefined && sqlLike(text, pattern, { ignoreCase });
  switch (operator) {
    case '=':
      return (held ?? false) === (value ?? false);
    case '!=':
      return (held ?? false) !== (value ?? false);
    case 'in':
      return Array.isArray(value) && value.includes(held ?? false);
    case 'not in':
      return Array.isArray(value) && !value.includes(held ?? false);
    case 'like':
      return like(`%${String(value)}%`, false);
    case 'ilike':
      return like(`%${String(value)}%`, true);
    case '=like':
      return like(String(value), false);
    case '=ilike':
      return like(String(value), true);
    case 'not like':
      return !like(`%${String(value)}%`, false);
    case 'not ilike':
      return !like(`%${String(value)}%`, true);
    default:
      throw new OdooRefusal(`no operator ${operator}`);
  }
}

/** Its own search for numbers: `+` and `00` before a number are the same, and then it must begin so. */
function fitsNumber(operator: string, given: string, record: OdooRecord): boolean {
  const value = given.trim();
  if (value.length < fewest) throw new OdooRefusal('too short');
  const abroad = value.startsWith('+') ? 1 : value.startsWith('00') ? 2 : 0;
  const bare = value.slice(abroad).replace(betweenDigits, '');
  const exact = operator === '=' || operator === '!=';
  const patterns = abroad > 0 ? [`00${bare}`, `+${bare}`] : [bare];
  return numberFields.some((name) => {
    const held = record[name];
    if (typeof held !== 'string') return false;
    const digits = held.replace(betweenDigits, '');
    return patterns.some((one) => {
      if (exact) return digits === one;
      return sqlLike(digits, abroad > 0 ? `${one}%` : `%${one}%`, { ignoreCase: operator.includes('ilike') });
    });
  });
}
