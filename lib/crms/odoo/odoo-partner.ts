import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { readSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { fineVersion } from '../records/fine-version.ts';
import { fingerprint } from '../records/fingerprint.ts';
import type { RecordChange } from '../records/record-change.ts';
import { utcTime } from '../records/utc-time.ts';
import { isReadOnly, keyOfOdoo, type OdooFields, odooFieldNames, odooNameOf } from './odoo-fields.ts';

const nothing = z.union([z.literal(false), z.null()]);
const textSchema = z.optional(z.union([z.string(), z.number(), nothing]));
const linkSchema = z.tuple([z.int(), z.string()]);
const numberSchema = z.optional(z.union([z.number(), nothing]));
/** By Odoo's own types; all others are texts. */
const valueSchemas: Record<string, z.ZodMiniType> = {
  integer: numberSchema,
  float: numberSchema,
  monetary: numberSchema,
  boolean: z.optional(z.union([z.boolean(), z.null()])),
  // A record without a name of its own has none here.
  many2one: z.optional(z.union([linkSchema, z.tuple([z.int(), nothing]), nothing])),
};

const ownSchema = z.looseObject({
  id: z.int(),
  name: z.optional(z.union([z.string(), nothing])),
  is_company: z.optional(z.boolean()),
  active: z.optional(z.boolean()),
  write_date: z.optional(z.union([z.string(), nothing])),
});
export type OdooPartner = z.infer<typeof ownSchema>;

/** A partner as Odoo sends it, with these fields: what is empty is false, a link is `[id, name]`. */
export function odooPartnerSchema({ slots, fields }: Pick<OdooMapping, 'slots' | 'fields'>) {
  const names = [...odooFieldNames(fields), ...Object.values(slots).flat()].filter(
    (name) => !Object.hasOwn(ownSchema.shape, name),
  );
  const each = names.map((name) => [name, valueSchemas[fields[name]?.type ?? ''] ?? textSchema]);
  // What each of them is, is looked at where it is shown.
  return z.extend(ownSchema, Object.fromEntries(each)) as typeof ownSchema;
}

/** What every read asks for besides the fields that are shown. */
export const odooOwnFields = ['name', 'is_company', 'active', 'write_date', 'phone_sanitized'];

/** A partner that was read, and how its numbers are read. */
export interface ReadPartner {
  partner: OdooPartner;
  reading: NumberReading;
}

/** The same as Odoo sent it, for writes. */
export interface RawPartner {
  partner: Record<string, unknown>;
  reading: NumberReading;
}

export interface OdooMapping {
  region: string;
  /** Where identifiers stand, phone and e-mail among them. */
  slots: IdentifierFields;
  fields: OdooFields;
}

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
    version: changed ? fineVersion(changed, { name, identifiers, fields: shown }) : fingerprint(partner),
    updatedAt: utcTime(changed) ?? '1970-01-01T00:00:00Z',
  };
}

/**
 * What to write so that a partner becomes what the change says. Throws `no-slot` or `cannot-hold`, and `invalid` for fields
 * that Odoo does not have or nobody may write: Odoo's own answer to those names no field.
 */
export function odooChanges(
  read: RawPartner | undefined,
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
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (value === false || value === '' || value === undefined || value === null) return undefined;
  if (type === 'many2one') return z.safeParse(linkSchema, value).data?.[1];
  if (typeof value === 'string') return (type === 'datetime' && utcTime(value)) || value;
  return typeof value === 'number' ? value : undefined;
}

/** Odoo writes times in UTC without saying so, and refuses those of ISO 8601. */
function valueForOdoo(value: FieldValue): unknown {
  if (value === null || value === '') return false;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.valueOf()) ? value : time.toISOString().slice(0, 19).replace('T', ' ');
}
