import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { eachReadable } from '../records/each-readable.ts';
import {
  mostPeople,
  type Organisations,
  organisationContactId,
  orNothing,
} from '../records/organisations.ts';
import { readEach, readOne } from '../records/read-each.ts';
import { utcTime } from '../records/utc-time.ts';
import { emailEntrySchema, espoIdPattern, identifiersOfEspo, phoneEntrySchema } from './espo-contact.ts';
import type { EspoContacts } from './espo-contacts.ts';
import { linkedWith, whereNumber } from './espo-where.ts';

/** An account as EspoCRM sends it; in lists without its second numbers, like a contact. */
const accountSchema = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  name: z.nullish(z.string()),
  deleted: z.nullish(z.boolean()),
  createdAt: z.nullish(z.string()),
  modifiedAt: z.nullish(z.string()),
  phoneNumber: z.nullish(z.string()),
  emailAddress: z.nullish(z.string()),
  phoneNumberData: z.nullish(z.array(phoneEntrySchema)),
  emailAddressData: z.nullish(z.array(emailEntrySchema)),
});
type Account = z.infer<typeof accountSchema>;

const listSchema = z.object({ list: z.array(z.unknown()).check(z.maxLength(200)) });
/** Each is read whole, and its people besides. */
const mostAccounts = 3;
/** What of an account says who it is, and our keys for it. */
const shown: Record<string, string> = {
  billingAddressCity: 'city',
  billingAddressCountry: 'countryName',
  website: 'website',
  type: 'type',
  industry: 'industry',
};

/** EspoCRM's accounts, read only. */
export function createEspoAccounts(
  http: Http,
  contacts: Pick<EspoContacts, 'listWhere'>,
  { region, report }: { region: string; report: ReportUnread | undefined },
): Organisations {
  function contactOf(account: Account): Contact {
    const country = regionOfCountry(account.billingAddressCountry);
    const values = Object.entries(shown).flatMap(([name, key]): [string, FieldValue][] => {
      const value = account[name];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    });
    return {
      id: organisationContactId(account.id),
      name: account.name?.trim() ?? '',
      kind: 'company',
      identifiers: identifiersOfEspo(account, { region, country }),
      fields: Object.fromEntries(values),
      version: '',
      updatedAt: utcTime(account.modifiedAt ?? account.createdAt ?? '') ?? '1970-01-01T00:00:00Z',
      readOnly: true,
    };
  }

  async function get(id: string, signal?: AbortSignal): Promise<Contact | null> {
    if (!espoIdPattern.test(id)) return null;
    try {
      const path = `api/v1/Account/${encodeURIComponent(id)}`;
      const told = await http.read({ method: 'get', path, reply: z.looseObject({}), signal });
      const account = readOne(accountSchema, told, { of: 'company', report }).value;
      return account.deleted ? null : contactOf(account);
    } catch (error) {
      if (error instanceof CrmError && error.safe.code === 'not-found') return null;
      throw error;
    }
  }

  async function list(number: Identifier, signal?: AbortSignal): Promise<Account[]> {
    const query = {
      ...whereNumber(number),
      select: 'id,name',
      maxSize: String(mostAccounts),
    };
    const path = 'api/v1/Account';
    const told = await orNothing(http.read({ method: 'get', path, query, reply: listSchema, signal }));
    return readEach(accountSchema, told?.list ?? [], { of: 'company', report }).map(({ value }) => value);
  }

  return {
    get,
    async find(number, signal) {
      const accounts = await list(number, signal);
      const read = await eachReadable(
        accounts.map(async ({ id }) => {
          const [organisation, people] = await Promise.all([
            get(id, signal),
            contacts.listWhere(linkedWith('accounts', id), mostPeople, signal),
          ]);
          return organisation && { organisation, people: people.contacts };
        }),
      );
      const found = read.flatMap((one) => one ?? []);
      const carriers = filterByIdentifier(
        found.map(({ organisation }) => organisation),
        number,
      );
      return found.filter(({ organisation }) => carriers.includes(organisation));
    },
  };
}
