import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import { digitPatterns } from '../identifiers/phone-variants.ts';
import {
  mostPeople,
  type Organisations,
  organisationContactId,
  organisationIdOf,
  orNothing,
} from '../records/organisations.ts';
import { readEach, readOne } from '../records/read-each.ts';
import type { createSuiteReads } from './suite-reads.ts';

const text = z.nullish(z.union([z.string(), z.number()]));
const recordSchema = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  attributes: z.looseObject({
    ...{ name: text, phone_office: text, phone_alternate: text, email1: text },
    date_modified: z.optional(z.iso.datetime({ offset: true })),
  }),
});
type Account = z.infer<typeof recordSchema>;

const oneSchema = z.object({ data: z.looseObject({}) });
const manySchema = z.object({ data: z.array(z.unknown()).check(z.maxLength(200)) });
const path = 'Api/V8/module/Accounts';
const slots = { phone: ['phone_office', 'phone_alternate'], email: ['email1'] };
const fields: Record<string, string> = {
  billing_address_street: 'address',
  billing_address_postalcode: 'zip',
  billing_address_city: 'city',
  billing_address_country: 'countryName',
  website: 'website',
  industry: 'industry',
};
const asked = {
  'fields[Accounts]': ['name', 'date_modified', ...Object.values(slots).flat(), ...Object.keys(fields)].join(
    ',',
  ),
};
/** Each takes a request for its people. */
const mostAccounts = 2;

/** SuiteCRM's accounts, read only. */
export function createSuiteAccounts(
  http: Http,
  reads: Pick<ReturnType<typeof createSuiteReads>, 'listOfAccount'>,
  { region, report }: { region: string; report: ReportUnread | undefined },
): Organisations {
  function contactOf({ id, attributes }: Account): Contact {
    const values = Object.entries(fields).flatMap(([name, key]): [string, FieldValue][] => {
      const value = attributes[name];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    });
    const country = regionOfCountry(attributes.billing_address_country);
    return {
      id: organisationContactId(id),
      name: typeof attributes.name === 'string' ? attributes.name.trim() : '',
      kind: 'company',
      identifiers: readSlots(attributes, slots, { region, country }),
      fields: Object.fromEntries(values),
      version: '',
      updatedAt: attributes.date_modified ?? '1970-01-01T00:00:00Z',
      readOnly: true,
    };
  }

  async function list(digits: string, signal?: AbortSignal): Promise<Contact[]> {
    const where = Object.fromEntries(slots.phone.map((slot) => [`filter[${slot}][like]`, digits]));
    const query = { ...asked, 'filter[operator]': 'or', ...where, 'page[size]': '20' };
    const told = await orNothing(http.read({ method: 'get', path, query, reply: manySchema, signal }));
    const records = readEach(recordSchema, told?.data ?? [], { of: 'company', report });
    return records.map(({ value }) => contactOf(value));
  }

  return {
    async get(id, signal) {
      if (!/^[\w-]{1,64}$/.test(id)) return null;
      try {
        const request = {
          method: 'get',
          path: `${path}/${id}`,
          query: asked,
          reply: oneSchema,
          signal,
        } as const;
        const { data } = await http.read(request);
        return contactOf(readOne(recordSchema, data, { of: 'company', report }).value);
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async find(number, signal) {
      const lists = await Promise.all(digitPatterns(number).map((digits) => list(digits, signal)));
      const carriers = filterByIdentifier(lists.flat(), number).slice(0, mostAccounts);
      return Promise.all(
        carriers.map(async (organisation) => ({
          organisation,
          people: await reads.listOfAccount(organisationIdOf(organisation.id) ?? '', mostPeople, signal),
        })),
      );
    },
  };
}
