import * as z from 'zod/mini';
import type { Contact, FieldValue } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
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
import { readEach, readOne } from '../records/read-each.ts';
import { type HubspotRecord, isHubspotId, recordSchema } from './contact.ts';
import type { Contacts } from './contacts.ts';
import { groupsOfCompanyNumber, groupsOfPeopleIn } from './filter-groups.ts';

const path = 'crm/v3/objects/companies';
const slots = { phone: ['phone'] };
const countryProperties = ['hs_country_code', 'country'];
/** What of a company says who it is, and our keys for it, which are those of contacts. */
const shown: Record<string, string> = {
  address: 'address',
  zip: 'zip',
  city: 'city',
  state: 'state',
  country: 'countryName',
  website: 'website',
  lifecyclestage: 'lifecyclestage',
};
const properties = [
  ...new Set(['name', 'domain', ...slots.phone, ...countryProperties, ...Object.keys(shown)]),
];
/** More match the digits than carry the number; each that does takes a request for its people. */
const mostRows = 20;
const mostCompanies = 3;

/** HubSpot's companies, read only. */
export function createCompanies(
  http: Http,
  contacts: Pick<Contacts, 'list'>,
  { region, report }: { region: string; report: ReportUnread | undefined },
): Organisations {
  function contactOf({ id, properties: told, updatedAt }: HubspotRecord): Contact {
    const country = countryProperties.map((name) => regionOfCountry(told[name])).find(Boolean);
    const values = Object.entries(shown).flatMap(([name, key]): [string, FieldValue][] =>
      told[name] ? [[key, told[name]]] : [],
    );
    return {
      id: organisationContactId(id),
      name: told.name?.trim() || (told.domain ?? ''),
      kind: 'company',
      identifiers: readSlots(told, slots, { region, country }),
      fields: Object.fromEntries(values),
      version: '',
      updatedAt: updatedAt ?? '1970-01-01T00:00:00Z',
      readOnly: true,
    };
  }

  async function list(number: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    const filterGroups = groupsOfCompanyNumber(number);
    const told = await orNothing(
      http.read({
        method: 'post',
        path: `${path}/search`,
        search: true,
        json: { filterGroups, sorts: [], after: '0', limit: mostRows, properties },
        reply: z.object({ results: z.array(z.unknown()).check(z.maxLength(mostRows)) }),
        signal,
      }),
    );
    const records = readEach(recordSchema, told?.results ?? [], { of: 'company', report });
    return records.filter(({ value }) => !value.archived).map(({ value }) => contactOf(value));
  }

  return {
    async get(id, signal) {
      if (!isHubspotId(id)) return null;
      const query = { properties: properties.join(',') };
      try {
        const reply = z.looseObject({});
        const told = await http.read({ method: 'get', path: `${path}/${id}`, query, reply, signal });
        const { value } = readOne(recordSchema, told, { of: 'company', report });
        return value.archived ? null : contactOf(value);
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async find(number, signal) {
      const carriers = filterByIdentifier(await list(number, signal), number).slice(0, mostCompanies);
      return Promise.all(
        carriers.map(async (organisation) => {
          const filterGroups = groupsOfPeopleIn(organisationIdOf(organisation.id) ?? '');
          const people = await contacts.list({ filterGroups }, mostPeople, signal);
          return { organisation, people: people.contacts };
        }),
      );
    },
  };
}
