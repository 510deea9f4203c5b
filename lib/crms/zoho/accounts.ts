import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { readSlots } from '../identifiers/identifier-slots.ts';
import {
  mostPeople,
  type Organisations,
  organisationContactId,
  organisationIdOf,
  orNothing,
} from '../records/organisations.ts';
import { readEach } from '../records/read-each.ts';
import type { Contacts } from './contacts.ts';
import { ownSlotsOf, valueOfZoho, type ZohoFields } from './fields.ts';
import { createRecords, findByNumber, holdsOneOf } from './records.ts';

export interface AccountsParts {
  http: Http;
  contacts: Pick<Contacts, 'listOfAccount'>;
  /** Of accounts: whoever selects one that is not there gets none. */
  fields(signal?: AbortSignal): Promise<ZohoFields>;
  region: string;
  report: ReportUnread | undefined;
}

const text = z.nullish(z.union([z.string(), z.number()]));
const accountSchema = z.looseObject({
  id: z.string().check(z.regex(/^\d{1,25}$/)),
  Account_Name: text,
  Modified_Time: z.nullish(z.iso.datetime({ offset: true })),
});
type Account = z.infer<typeof accountSchema>;
type Layout = ReturnType<typeof layoutOf>;

const countryFields = ['Billing_Country', 'Shipping_Country'];
/** What of an account says who it is, and the keys that contacts have for it. */
const shown: Record<string, string> = {
  Billing_Street: 'Mailing_Street',
  Billing_City: 'city',
  Billing_State: 'Mailing_State',
  Billing_Code: 'Mailing_Zip',
  Billing_Country: 'countryName',
};
/** More match the digits than carry the number; each that does takes a request for its people. */
const mostRows = 20;
const mostAccounts = 3;

/** Zoho's accounts, read only. */
export function createAccounts({ http, contacts, fields, region, report }: AccountsParts): Organisations {
  const records = createRecords(http, 'Accounts');

  function contactOf(account: Account, { slots, places }: Layout): Contact {
    const country = countryFields.map((name) => regionOfCountry(account[name])).find(Boolean);
    const values = places.flatMap((name): [string, FieldValue][] => {
      const [key, value] = [shown[name], valueOfZoho(account[name])];
      return key === undefined || value === undefined ? [] : [[key, value]];
    });
    return {
      id: organisationContactId(account.id),
      name: String(account.Account_Name ?? '').trim(),
      kind: 'company',
      identifiers: readSlots(account, slots, { region, country }),
      fields: Object.fromEntries(values),
      version: '',
      updatedAt: account.Modified_Time ?? '1970-01-01T00:00:00Z',
      readOnly: true,
    };
  }

  function read(rows: unknown[], layout: Layout): Contact[] {
    const accounts = readEach(schemaOf(layout), rows, { of: 'company', report });
    return accounts.map(({ value }) => contactOf(value, layout));
  }

  async function carriersOf(number: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    const layout = layoutOf(await fields(signal));
    const { phone } = layout.slots;
    if (phone.length === 0) return [];
    const asked = { fields: layout.asked, limit: mostRows };
    return findByNumber(number, {
      spelled: async (texts) => read(await records.query(holdsOneOf(phone, texts), asked, signal), layout),
      searched: async (national) =>
        read((await records.search({ phone: national }, asked, signal)).rows, layout),
      filter: filterByIdentifier,
    });
  }

  return {
    async get(id, signal) {
      if (!/^[1-9]\d{0,24}$/.test(id)) return null;
      const layout = layoutOf(await fields(signal));
      const rows = await records.get(id, layout.asked, signal);
      return rows && (read(rows, layout)[0] ?? null);
    },
    async find(number, signal) {
      const carriers = (await orNothing(carriersOf(number, signal))) ?? [];
      return Promise.all(
        carriers.slice(0, mostAccounts).map(async (organisation) => ({
          organisation,
          people: await contacts.listOfAccount(organisationIdOf(organisation.id) ?? '', mostPeople, signal),
        })),
      );
    },
  };
}

function layoutOf(told: ZohoFields) {
  const seen = told.fields.filter(({ visible }) => visible !== false);
  const slots = ownSlotsOf(seen);
  const places = [...new Set([...countryFields, ...Object.keys(shown)])].filter((name) =>
    seen.some(({ api_name }) => api_name === name),
  );
  const asked = ['Account_Name', 'Modified_Time', ...slots.phone, ...slots.email, ...places].join(',');
  return { slots, places, asked };
}

/** With these fields: one that is odd is left out alone, and told. */
function schemaOf({ slots, places }: Layout) {
  const each = [...slots.phone, ...slots.email, ...places].map((name) => [name, text] as const);
  // Which they are is known of each organisation alone.
  return z.extend(accountSchema, Object.fromEntries(each) as Record<never, typeof text>);
}
