import * as z from 'zod/mini';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { isInternational } from '../../domain/numbers/phone.ts';
import { readEach } from '../records/read-each.ts';
import type { OdooMapping, OdooPartner, ReadPartner } from './odoo-partner.ts';
import type { createOdooRpc } from './odoo-rpc.ts';

const linkSchema = z.tuple([z.int(), z.string()]);
const companiesSchema = z.array(z.unknown()).check(z.maxLength(200));
const companySchema = z.looseObject({ id: z.int() });
const countryFields = ['country_code', 'country_id'];

interface Asked {
  map: OdooMapping;
  report: ReportUnread | undefined;
  signal: AbortSignal | undefined;
}

/**
 * How the numbers of these partners are read. By the partner's own country, which is how Odoo itself reads them for
 * `phone_sanitized`. Where it names none, by its company's: Odoo gives that to a person that is made in the company, not to
 * one that was linked later or has an address of its own, and then reads the number in the country of its own company,
 * which is a guess. Without either, as Odoo guessed.
 */
export async function withReadings(
  rpc: ReturnType<typeof createOdooRpc>,
  partners: OdooPartner[],
  asked: Asked,
): Promise<ReadPartner[]> {
  const { map } = asked;
  const wanted = partners
    .filter((partner) => needsCompany(partner, map))
    .flatMap((one) => linkedId(one.parent_id) ?? []);
  const companies = await companyCountries(rpc, [...new Set(wanted)], asked);
  return partners.map((partner) => {
    const own = countryOf(partner);
    const inherited = own === undefined ? companies.get(linkedId(partner.parent_id) ?? 0) : undefined;
    const sanitized = partner.phone_sanitized;
    const normalised = typeof sanitized === 'string' && inherited === undefined ? [sanitized] : [];
    return { partner, reading: { region: map.region, country: own ?? inherited, normalised } };
  });
}

async function companyCountries(
  rpc: ReturnType<typeof createOdooRpc>,
  ids: number[],
  { map: { fields }, report, signal }: Asked,
): Promise<ReadonlyMap<number, string | undefined>> {
  const names = countryFields.filter((name) => fields[name] !== undefined);
  if (ids.length === 0 || names.length === 0) return new Map();
  try {
    const told = await rpc.read({
      model: 'res.partner',
      method: 'read',
      args: [ids],
      kwargs: { fields: names },
      result: companiesSchema,
      signal,
    });
    const companies = readEach(companySchema, told, { of: 'company', report });
    return new Map(companies.map(({ value }) => [value.id, countryOf(value)]));
  } catch (error) {
    // A company that this agent may not read, or nobody can, says nothing.
    const code = error instanceof CrmError ? error.safe.code : undefined;
    if (code === 'not-allowed' || code === 'bad-reply') return new Map();
    throw error;
  }
}

/** Older versions have no code, only the name in the user's language. */
function countryOf(partner: Record<string, unknown>): string | undefined {
  const name = z.safeParse(linkSchema, partner.country_id).data?.[1];
  return regionOfCountry(partner.country_code) ?? regionOfCountry(name);
}

/** The id of what a field leads to. */
export function linkedId(value: unknown): number | undefined {
  return z.safeParse(linkSchema, value).data?.[0];
}

/** It names no country, and has a number that needs one. */
function needsCompany(partner: OdooPartner, { slots }: OdooMapping): boolean {
  const typed = (slots.phone ?? []).map((field) => partner[field]);
  const national = typed.some((text) => typeof text === 'string' && text !== '' && !isInternational(text));
  return national && countryOf(partner) === undefined;
}
