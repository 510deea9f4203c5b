import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import { digitPatterns } from '../identifiers/phone-variants.ts';
import {
  mostPeople,
  type Organisations,
  organisationContactId,
  orNothing,
} from '../records/organisations.ts';
import { readEach, readOne } from '../records/read-each.ts';
import { timeOfSeconds } from '../records/utc-time.ts';
import { idSchema } from './contact.ts';
import type { Contacts } from './contacts.ts';

const text = z.optional(z.nullable(z.union([z.string(), z.number()])));
const rowSchema = z.object({
  id: idSchema,
  name: text,
  phone: text,
  email: text,
  address: text,
  zip: text,
  town: text,
  country_code: text,
  url: text,
  date_creation: text,
  date_modification: text,
});
type Row = z.infer<typeof rowSchema>;

const properties = Object.keys(rowSchema.shape).join(',');
const slots = { phone: ['phone'], email: ['email'] };
const fields = { address: 'address', zip: 'zip', city: 'town', country: 'country_code', website: 'url' };
/** More match the digits than carry the number; each that does takes a request for its people. */
const mostRows = 20;
const mostThirdParties = 2;

/** Dolibarr's third parties, read only. */
export function createThirdParties(
  http: Http,
  contacts: Pick<Contacts, 'listOfThirdParty'>,
  { region, report }: { region: string; report: ReportUnread | undefined },
): Organisations {
  function contactOf(row: Row): Contact {
    const values = Object.entries(fields).flatMap(([key, column]): [string, string][] => {
      const value = row[column as keyof Row];
      return value === null || value === undefined || value === '' ? [] : [[key, String(value)]];
    });
    const changed = Number(row.date_modification) || Number(row.date_creation) || 0;
    return {
      id: organisationContactId(String(row.id)),
      name: String(row.name ?? '').trim(),
      kind: 'company',
      identifiers: readSlots(row, slots, { region, country: regionOfCountry(row.country_code) }),
      fields: Object.fromEntries(values),
      version: '',
      updatedAt: timeOfSeconds(changed) ?? '1970-01-01T00:00:00.000Z',
      readOnly: true,
    };
  }

  return {
    async get(id, signal) {
      if (!/^[1-9]\d{0,18}$/.test(id)) return null;
      const path = `thirdparties/${id}`;
      const row = await orNothing(http.read({ method: 'get', path, reply: z.looseObject({}), signal }));
      return row && contactOf(readOne(rowSchema, row, { of: 'company', report }).value);
    },
    async find(number, signal) {
      const sqlfilters = digitPatterns(number)
        .map((digits) => `(t.phone:like:'${digits}')`)
        .join(' or ');
      const query = { sqlfilters, properties, limit: String(mostRows) };
      const reply = z.array(z.unknown()).check(z.maxLength(mostRows));
      const rows = await orNothing(http.read({ method: 'get', path: 'thirdparties', query, reply, signal }));
      const found = readEach(rowSchema, rows ?? [], { of: 'company', report });
      const carriers = filterByIdentifier(
        found.map(({ value }) => contactOf(value)),
        number,
      ).slice(0, mostThirdParties);
      return Promise.all(
        carriers.map(async (organisation) => ({
          organisation,
          people: await contacts.listOfThirdParty(idOf(organisation), mostPeople, signal),
        })),
      );
    },
  };
}

function idOf({ id }: Contact): string {
  return id.replace(/\D/g, '');
}
