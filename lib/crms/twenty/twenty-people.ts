import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { countedFound, type Found } from '../../domain/search/found.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { heldKinds, type IdentifierFields } from '../identifiers/other-identifiers.ts';
import { withOtherSpellings } from '../records/other-spellings.ts';
import { type ReadRow, readEach, readOne } from '../records/read-each.ts';
import type { ReadRecord, RecordDriver } from '../records/record-driver.ts';
import { mostFound } from '../records/text-search.ts';
import { keptOfTwenty, type TwentyHeld, twentyChanges } from './twenty-changes.ts';
import { identifierFilter, idFilter, textFilter } from './twenty-filter.ts';
import { contactOfTwenty, type TwentyPerson, twentyPersonSchema, uuid } from './twenty-person.ts';

export interface TwentyPeople extends RecordDriver<TwentyHeld> {
  /** People that Twenty finds by an identifier, and some beyond. */
  listByIdentifier(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]>;
  listByText(text: string, signal?: AbortSignal): Promise<Found>;
}

const personSchema = z.object({ data: z.object({ person: z.looseObject({}) }) });
const peopleSchema = z.object({
  data: z.object({ people: z.array(z.unknown()).check(z.maxLength(200)) }),
  totalCount: z.nullish(z.int()),
});
const createdSchema = z.object({ data: z.object({ createPerson: z.looseObject({ id: z.string() }) }) });
const updatedSchema = z.object({ data: z.object({ updatePerson: z.looseObject({ id: z.string() }) }) });
const companiesSchema = z.object({ data: z.object({ companies: z.array(z.unknown()) }) });
const companySchema = z.looseObject({ id: z.string(), name: z.nullish(z.string()) });
const mostHits = 60;
/** They go in the address. */
const mostWords = 6;
/** Names of companies that are remembered; a read names 60 at most. */
const mostCompanies = 1_000;

/** Twenty's people: finding and writing them. */
export function createTwentyPeople(
  http: Http,
  { region, fields, report }: { region: string; fields: IdentifierFields; report: ReportUnread | undefined },
): TwentyPeople {
  const companies = new Map<string, string>();
  const mapping = { region, fields, companies };
  const path = (id: string) => `rest/people/${encodeURIComponent(id)}`;

  async function readOf(
    found: ReadRow<TwentyPerson>[],
    signal?: AbortSignal,
  ): Promise<ReadRecord<TwentyHeld>[]> {
    const here = found.filter(({ value }) => !value.deletedAt);
    await nameCompanies(
      here.map(({ value }) => value),
      signal,
    );
    return here.map(({ value, raw }) => ({ contact: contactOfTwenty(value, mapping), record: raw }));
  }

  /** A contact without the name of its company is better than none, where that cannot be read. */
  async function nameCompanies(found: TwentyPerson[], signal?: AbortSignal): Promise<void> {
    const unknown = [...new Set(found.flatMap(({ companyId }) => companyId ?? []))].filter(
      (id) => !companies.has(id),
    );
    if (unknown.length === 0) return;
    const query = { filter: idFilter(unknown), limit: String(mostHits), depth: '0' };
    try {
      const { data } = await http.read({
        method: 'get',
        path: 'rest/companies',
        query,
        reply: companiesSchema,
        signal,
      });
      for (const { value } of readEach(companySchema, data.companies, { of: 'company', report }))
        keepNewest(companies, value.id, value.name ?? '', mostCompanies);
    } catch (error) {
      const code = error instanceof CrmError ? error.safe.code : undefined;
      if (code !== 'not-allowed' && code !== 'bad-reply') throw error;
    }
  }

  async function list(filter: string, limit: number, signal?: AbortSignal): Promise<Found> {
    const query = { filter, limit: String(limit), depth: '0' };
    const { data, totalCount } = await http.read({
      method: 'get',
      path: 'rest/people',
      query,
      reply: peopleSchema,
      signal,
    });
    const people = readEach(twentyPersonSchema, data.people, { report });
    const contacts = (await readOf(people, signal)).map(({ contact }) => contact);
    return countedFound(contacts, data.people.length, totalCount);
  }

  async function listByIdentifier(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    const filter = identifierFilter(identifier, fields);
    return filter === undefined ? [] : (await list(filter, mostHits, signal)).contacts;
  }

  return {
    identifiers: heldKinds(fields),
    listByIdentifier,
    /** Twenty compares accents: where few are found, those spelled otherwise are too. */
    async listByText(text, signal) {
      const words = typedWords(text).slice(0, mostWords);
      if (words.length === 0) return { contacts: [] };
      const found = await list(textFilter(words), mostFound, signal);
      return withOtherSpellings(
        text,
        found,
        async (patterns) => (await list(textFilter(words, patterns), mostFound, signal)).contacts,
      );
    },
    async get(id, signal) {
      if (!uuid.test(id)) return null;
      try {
        const query = { depth: '0' };
        const request = { method: 'get', path: path(id), query, reply: personSchema, signal } as const;
        const { data } = await http.read(request);
        const person = readOne(twentyPersonSchema, data.person, { report });
        return (await readOf([person], signal))[0] ?? null;
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async find(identifier, signal) {
      return filterByIdentifier(await listByIdentifier(identifier, signal), identifier);
    },
    async insert(contact, signal) {
      const json = twentyChanges(undefined, contact, mapping);
      const { data } = await http.write({
        method: 'post',
        path: 'rest/people',
        json,
        reply: createdSchema,
        signal,
      });
      return data.createPerson.id;
    },
    kept: ({ record }) => keptOfTwenty(record, fields),
    async patch({ contact, record }, change, signal) {
      const json = twentyChanges(record, change, mapping);
      await http.write({ method: 'patch', path: path(contact.id), json, reply: updatedSchema, signal });
    },
  };
}
