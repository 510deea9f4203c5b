import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { fineVersion } from '../records/fine-version.ts';
import type { RecordChange } from '../records/record-change.ts';
import { isReadOnly, keyOfOdoo, type OdooFields, odooFieldNames, odooNameOf } from './odoo-fields.ts';

/** A partner as Odoo sends it: what is empty is false, a link is `[id, name]`. */
export const odooPartnerSchema = z.looseObject({
  id: z.int(),
  name: z.union([z.string(), z.literal(false)]),
  is_company: z.optional(z.boolean()),
  write_date: z.union([z.string(), z.literal(false)]),
});
export type OdooPartner = z.infer<typeof odooPartnerSchema>;

/** What every read asks for besides the fields that are shown. */
export const odooOwnFields = ['name', 'is_company', 'write_date', 'phone_sanitized'];

/** What Odoo sent of a partner that was read, and how its numbers are read. */
export interface ReadPartner {
  partner: OdooPartner;
  reading: NumberReading;
}

export interface OdooMapping {
  region: string;
  /** Where identifiers stand, phone and e-mail among them. */
  slots: IdentifierFields;
  fields: OdooFields;
}

const linkSchema = z.tuple([z.int(), z.string()]);

export function contactOfOdoo(
  { partner, reading }: ReadPartner,
  { slots, fields }: Pick<OdooMapping, 'slots' | 'fields'>,
): Contact {
  const taken = new Set(Object.values(slots).flat());
  const values = odooFieldNames(fields)
    .filter((name) => !taken.has(name))
    .flatMap((name): [string, FieldValue][] => {
      const value = valueOfOdoo(partner[name], fields[name]?.type ?? '');
      return value === undefined ? [] : [[keyOfOdoo(name), value]];
    });
  const changed = partner.write_date || '';
  const name = partner.name || '';
  const identifiers = readSlots(partner, slots, reading);
  const shown = Object.fromEntries(values);
  return {
    id: String(partner.id),
    name,
    kind: partner.is_company ? 'company' : 'person',
    identifiers,
    fields: shown,
    version: fineVersion(changed, { name, identifiers, fields: shown }),
    updatedAt: timeOfOdoo(changed) ?? '1970-01-01T00:00:00Z',
  };
}

/**
 * What to write so that a partner becomes what the change says. Throws `no-slot` or `cannot-hold`, and `invalid` for fields
 * that Odoo does not have or nobody may write: Odoo's own answer to those names no field.
 */
export function odooChanges(
  read: ReadPartner | undefined,
  { name, fields: values, ...places }: RecordChange,
  { region, slots, fields }: OdooMapping,
): Record<string, unknown> {
  const problems: Record<string, FieldProblemCode> = {};
  const written = Object.entries(values ?? {}).map(([key, value]): [string, unknown] => {
    const field = odooNameOf(key);
    if (!odooFieldNames(fields).includes(field)) problems[key] = 'not-a-field';
    else if (isReadOnly(fields, field)) problems[key] = 'read-only';
    return [field, valueForOdoo(value)];
  });
  if (Object.keys(problems).length > 0) throw new CrmError({ code: 'invalid', fields: problems });
  const mapping = { fields: slots, reading: read?.reading ?? { region } };
  const inSlots = slotChanges(read?.partner ?? {}, places, mapping);
  return {
    ...(name !== undefined && { name }),
    ...Object.fromEntries(Object.entries(inSlots).map(([slot, text]) => [slot, text === '' ? false : text])),
    ...Object.fromEntries(written),
  };
}

function valueOfOdoo(value: unknown, type: string): FieldValue | undefined {
  if (type === 'boolean') return value === true;
  if (value === false || value === '' || value === undefined) return undefined;
  if (type === 'many2one') return z.safeParse(linkSchema, value).data?.[1];
  if (typeof value === 'string') return (type === 'datetime' && timeOfOdoo(value)) || value;
  return typeof value === 'number' ? value : undefined;
}

/** Odoo writes times in UTC without saying so, and refuses those of ISO 8601. */
function timeOfOdoo(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(text);
  return match ? `${match[1]}T${match[2]}Z` : undefined;
}

function valueForOdoo(value: FieldValue): unknown {
  if (value === null || value === '') return false;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.valueOf()) ? value : time.toISOString().slice(0, 19).replace('T', ' ');
}
