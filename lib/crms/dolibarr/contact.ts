import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { fineVersion } from '../records/fine-version.ts';
import { fingerprint } from '../records/fingerprint.ts';
import { joinName } from '../records/person-name.ts';
import { timeOfSeconds } from '../records/utc-time.ts';
import { type ExtraFields, valueOfExtra } from './extra-fields.ts';

const text = z.optional(z.nullable(z.union([z.string(), z.number()])));

export const idSchema = z.union([z.string().check(z.regex(/^\d+$/)), z.int()]);

/** A contact as Dolibarr answers it: ids and dates are strings or numbers, nothing is null, `''` or 0. */
export const rowSchema = z.object({
  id: idSchema,
  firstname: text,
  lastname: text,
  email: text,
  // The column is called `phone`.
  phone_pro: text,
  phone_perso: text,
  phone_mobile: text,
  poste: text,
  socname: text,
  address: text,
  zip: text,
  town: text,
  country_code: text,
  date_creation: text,
  date_modification: text,
  // 0 where it is disabled; which of the two says so differs between versions.
  statut: text,
  status: text,
  // 1 where it is private: of the user who made it, whom Dolibarr does not name here.
  priv: text,
  array_options: z.optional(
    z.nullable(z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()])))),
  ),
});
export type Row = z.infer<typeof rowSchema>;

/** Without it, a hundred properties come. */
export const properties = Object.keys(rowSchema.shape).join(',');

/** Where identifiers stand; extra fields are named as in `array_options`. */
export const ownSlots: IdentifierFields = {
  phone: ['phone_pro', 'phone_mobile', 'phone_perso'],
  email: ['email'],
};
/** Our keys of Dolibarr's own fields. */
export const columns: Record<string, string> = {
  jobTitle: 'poste',
  address: 'address',
  zip: 'zip',
  city: 'town',
};

export interface RowOptions {
  slots: IdentifierFields;
  region: string;
  extraFields: ExtraFields;
}

/** The row as it came with its extra fields beside its own. */
export function flat(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { array_options: extra, ...own } = row;
  return typeof extra === 'object' && !Array.isArray(extra) ? { ...own, ...extra } : own;
}

/** Extra fields are a list, an empty one, where there are none. */
export function withoutEmptyList(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const { array_options: extra, ...own } = row as Record<string, unknown>; // An object has no other keys.
  return Array.isArray(extra) && extra.length === 0 ? own : row;
}

/** As Dolibarr's own lists show it: neither disabled nor somebody's private one. */
export function isShown({ statut, status, priv }: Row): boolean {
  const state = [statut, status].find((one) => one !== null && one !== undefined && one !== '');
  return String(state) !== '0' && String(priv) !== '1';
}

/** How a contact's numbers are read. Dolibarr tells the contact's own country, not its third party's. */
export function readingOfRow(record: Record<string, unknown>, region: string): NumberReading {
  return { region, country: regionOfCountry(record.country_code) };
}

export function contactOfRow(row: Row, { slots, region, extraFields }: RowOptions): Contact {
  const record = flat(row);
  const fields: Record<string, FieldValue> = {};
  const taken = Object.values(slots).flat();
  const own = { ...columns, company: 'socname', country: 'country_code' };
  for (const [key, column] of Object.entries(own)) {
    const value = record[column];
    if (value !== null && value !== undefined && value !== '') fields[key] = String(value);
  }
  for (const [name, { type }] of Object.entries(extraFields)) {
    if (taken.includes(`options_${name}`)) continue;
    const value = valueOfExtra(record[`options_${name}`], type);
    if (value !== undefined) fields[`options_${name}`] = value;
  }
  const changed = Number(row.date_modification) || Number(row.date_creation) || 0;
  const name = joinName(String(row.firstname ?? ''), String(row.lastname ?? ''));
  const identifiers = readSlots(record, slots, readingOfRow(record, region));
  return {
    id: String(row.id),
    name,
    kind: 'person',
    identifiers,
    fields,
    version: changed ? fineVersion(String(changed), { name, identifiers, fields }) : fingerprint(row),
    updatedAt: timeOfSeconds(changed) ?? '1970-01-01T00:00:00.000Z',
  };
}
