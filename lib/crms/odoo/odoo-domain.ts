import type { Identifier } from '../../domain/contact/identifier.ts';
import { type IdentifierFields, storedText } from '../identifiers/other-identifiers.ts';
import { allDigitPatterns, phoneVariants } from '../identifiers/phone-variants.ts';
import { likeWord } from '../records/text-search.ts';
import { canSearchOdoo, type OdooFields } from './odoo-fields.ts';

type Leaf = [field: string, operator: string, value: string | boolean | string[] | number[]];
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
    const patterns = allDigitPatterns(identifier).map((text) => text.slice(1, -1));
    return [sanitized, ...each(own, 'like', patterns)];
  }

  function each(names: string[], operator: string, texts: string[]): Leaf[] {
    return names.flatMap((name) => texts.map((text): Leaf => [name, operator, text]));
  }
}

/**
 * Partners in whose name or address each of the words stands, in any order; with `patterns`, in one of its patterns in the
 * name. undefined where neither can be searched, or there is no word.
 */
export function textDomain(
  words: string[],
  fields: OdooFields,
  patterns: (word: string) => string[] = () => [],
): OdooDomain | undefined {
  const name = canSearchOdoo(fields, 'complete_name') ? 'complete_name' : 'name';
  const terms = words.map((word) =>
    anyOf(
      [
        ...[likeWord(word), ...patterns(word)].map((text): Leaf => [name, 'ilike', text]),
        ['email', 'ilike', likeWord(word)],
      ],
      fields,
    ),
  );
  // Terms one after the other are "and" there.
  return terms.length > 0 && terms.every((term) => term !== undefined) ? terms.flat() : undefined;
}

/** The people of these companies; their further addresses are no people. undefined where Odoo cannot search for that. */
export function peopleDomain(companies: number[], fields: OdooFields): OdooDomain | undefined {
  const needed: Leaf[] = [
    ['parent_id', 'in', companies],
    ['is_company', '=', false],
  ];
  // Odoo leaves out a condition that it cannot search by.
  if (!needed.every(([field]) => canSearchOdoo(fields, field))) return undefined;
  return canSearchOdoo(fields, 'type') ? [...needed, ['type', '=', 'contact']] : needed;
}

function anyOf(leaves: Leaf[], fields: OdooFields): OdooDomain | undefined {
  const usable = leaves.filter(([field]) => canSearchOdoo(fields, field));
  if (usable.length === 0) return undefined;
  return [...Array<'|'>(usable.length - 1).fill('|'), ...usable];
}
