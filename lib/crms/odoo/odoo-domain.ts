import type { Identifier } from '../../domain/contact/identifier.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { digitPatterns, phoneVariants } from '../identifiers/phone-variants.ts';
import { canSearchOdoo, type OdooFields } from './odoo-fields.ts';

type Leaf = [field: string, operator: string, value: string | string[]];
/** Odoo's domain: `|` before two conditions is "or". */
export type OdooDomain = ('|' | Leaf)[];

/**
 * The condition under which a partner carries an identifier. Only fields that this database can search are named, since
 * Odoo leaves out the others without a word, and then every partner matches. undefined where it has none.
 */
export function identifierDomain(
  identifier: Identifier,
  slots: IdentifierFields,
  fields: OdooFields,
): OdooDomain | undefined {
  const { kind, value } = identifier;
  if (kind === 'phone') return anyOf(phoneLeaves(slots.phone ?? []), fields);
  if (kind === 'email') {
    const normalised: Leaf = ['email_normalized', '=', value];
    return anyOf([normalised], fields) ?? anyOf([['email', '=ilike', value]], fields);
  }
  const text = storedText(identifier);
  return anyOf(
    (slots[kind] ?? []).map((field): Leaf => [field, '=', text]),
    fields,
  );

  function phoneLeaves(own: string[]): Leaf[] {
    const { e164s, nationals } = phoneVariants(identifier);
    const sanitized: Leaf =
      e164s.length === 1 ? ['phone_sanitized', '=', value] : ['phone_sanitized', 'in', e164s];
    // Reads every number of a partner, in whatever spelling, by its national digits; older databases have it not.
    const searched = canSearchOdoo(fields, 'phone_mobile_search') ? ['phone_mobile_search'] : undefined;
    if (searched) return [sanitized, ...each(searched, 'ilike', nationals)];
    const patterns = digitPatterns(identifier).map((text) => text.slice(1, -1));
    return [sanitized, ...each(own, 'like', patterns)];
  }

  function each(names: string[], operator: string, texts: string[]): Leaf[] {
    return names.flatMap((name) => texts.map((text): Leaf => [name, operator, text]));
  }
}

/** Partners that a text is about, by name or address. undefined where neither can be searched. */
export function textDomain(query: string, fields: OdooFields): OdooDomain | undefined {
  const name = canSearchOdoo(fields, 'complete_name') ? 'complete_name' : 'name';
  const text = query.trim().replace(/\s+/g, '%');
  return anyOf(
    [
      [name, 'ilike', text],
      ['email', 'ilike', text],
    ],
    fields,
  );
}

function anyOf(leaves: Leaf[], fields: OdooFields): OdooDomain | undefined {
  const usable = leaves.filter(([field]) => canSearchOdoo(fields, field));
  if (usable.length === 0) return undefined;
  return [...Array<'|'>(usable.length - 1).fill('|'), ...usable];
}
