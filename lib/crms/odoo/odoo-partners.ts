import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { type Found, foundOf } from '../../domain/search/found.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { remembered } from '../http/remembered.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots } from '../identifiers/identifier-slots.ts';
import { heldKinds, type IdentifierFields } from '../identifiers/other-identifiers.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { mostPeople, viaOf } from '../records/organisations.ts';
import { withOtherSpellings } from '../records/other-spellings.ts';
import { readEach, readValues } from '../records/read-each.ts';
import type { ReadRecord, RecordDriver } from '../records/record-driver.ts';
import { mostFound } from '../records/text-search.ts';
import { identifierDomain, type OdooDomain, peopleDomain, textDomain } from './odoo-domain.ts';
import {
  odooFieldAttributes,
  odooFieldNames,
  odooFieldSchema,
  odooFieldsSchema,
  odooPhoneSlots,
} from './odoo-fields.ts';
import {
  contactOfOdoo,
  type OdooMapping,
  odooChanges,
  odooOwnFields,
  odooPartnerSchema,
  type RawPartner,
} from './odoo-partner.ts';
import { linkedId, withReadings } from './odoo-reading.ts';
import type { createOdooRpc } from './odoo-rpc.ts';

export interface OdooPartnersParts {
  rpc: ReturnType<typeof createOdooRpc>;
  region: string;
  /** The fields that the settings name for other kinds. */
  others: IdentifierFields;
  memory: CrmMemory | undefined;
  report: ReportUnread | undefined;
}

export interface OdooPartners extends RecordDriver<RawPartner> {
  mapping(signal?: AbortSignal): Promise<OdooMapping>;
  /** Partners that Odoo finds by an identifier of a kind that has a field, and some beyond. */
  listByIdentifier(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]>;
  listByText(text: string, signal?: AbortSignal): Promise<Found>;
  /** Companies, each behind its people. */
  withPeople(companies: Contact[], signal?: AbortSignal): Promise<Contact[]>;
}

interface Question {
  method: string;
  args: unknown[];
  kwargs?: object;
  signal: AbortSignal | undefined;
}

const partnersSchema = z.array(z.unknown()).check(z.maxLength(200));
const mostHits = 40;
const model = 'res.partner';

/** Odoo's partners: finding and writing them. */
export function createOdooPartners({ rpc, region, others, memory, report }: OdooPartnersParts): OdooPartners {
  const fieldsOnce = remembered(memory, 'fields', odooFieldsSchema, async () => {
    const told = await rpc.read({
      model,
      method: 'fields_get',
      args: [],
      kwargs: { attributes: odooFieldAttributes },
      result: z.record(z.string(), z.unknown()),
    });
    return readValues(odooFieldSchema, told, { of: 'field', report });
  });

  async function mapping(signal?: AbortSignal): Promise<OdooMapping> {
    const fields = await fieldsOnce(signal);
    return { region, fields, slots: { ...others, phone: odooPhoneSlots(fields), email: ['email'] } };
  }

  async function ask(
    map: OdooMapping,
    { method, args, kwargs, signal }: Question,
  ): Promise<{ read: ReadRecord<RawPartner>[]; came: number }> {
    const names = [...odooOwnFields, ...Object.values(map.slots).flat(), ...odooFieldNames(map.fields)];
    const fields = [...new Set(names)].filter((name) => map.fields[name] !== undefined);
    const found = await rpc.read({
      model,
      method,
      args,
      kwargs: { fields, ...kwargs },
      result: partnersSchema,
      signal,
    });
    // Whoever is archived is found by nobody in Odoo, and read by id alone.
    const here = readEach(odooPartnerSchema(map), found, { report }).filter(
      ({ value }) => value.active !== false,
    );
    const partners = here.map(({ value }) => value);
    const readings = await withReadings(rpc, partners, { map, report, signal });
    const read = readings.map((record, index) => {
      const raw = here[index]?.raw ?? {};
      const contact = cutUnread(contactOfOdoo(record, map), raw, map.slots);
      return { contact, record: { partner: raw, reading: record.reading } };
    });
    return { read, came: found.length };
  }

  async function list(
    map: OdooMapping,
    { domain, limit }: { domain: OdooDomain | undefined; limit: number },
    signal?: AbortSignal,
  ): Promise<{ contacts: Contact[]; came: number }> {
    // Without a condition every partner would match.
    if (!domain) throw new CrmError({ code: 'not-supported' });
    const kwargs = { limit };
    const { read, came } = await ask(map, { method: 'search_read', args: [domain], kwargs, signal });
    return { contacts: read.map(({ contact }) => contact), came };
  }

  async function listByIdentifier(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    const map = await mapping(signal);
    const domain = identifierDomain(identifier, map.slots, map.fields);
    return (await list(map, { domain, limit: mostHits }, signal)).contacts;
  }

  return {
    identifiers: heldKinds(others),
    companies: true,
    mapping,
    listByIdentifier,
    /** Odoo compares accents, unless its database was set up not to: where few are found, those spelled otherwise are too. */
    async listByText(text, signal) {
      const words = typedWords(text);
      if (words.length === 0) return { contacts: [] };
      const map = await mapping(signal);
      const asked = { domain: textDomain(words, map.fields), limit: mostFound + 1 };
      const { contacts, came } = await list(map, asked, signal);
      return withOtherSpellings(text, foundOf(contacts, mostFound, came), async (patterns) => {
        const wider = { domain: textDomain(words, map.fields, patterns), limit: mostFound };
        return (await list(map, wider, signal)).contacts;
      });
    },
    async withPeople(companies, signal) {
      const map = await mapping(signal);
      const domain = peopleDomain(
        companies.map(({ id }) => Number(id)),
        map.fields,
      );
      if (!domain) return companies;
      const kwargs = { limit: mostPeople };
      const { read } = await ask(map, { method: 'search_read', args: [domain], kwargs, signal });
      return companies.flatMap((company) => [
        ...read
          .filter(({ record }) => linkedId(record.partner.parent_id) === Number(company.id))
          .map(({ contact }) => ({ ...contact, via: viaOf(company) })),
        company,
      ]);
    },
    async get(id, signal) {
      // A number that Odoo could have given out; it refuses others with an error of its own.
      if (!/^[1-9]\d{0,8}$/.test(id)) return null;
      const question = { method: 'read', args: [[Number(id)]], signal };
      return (await ask(await mapping(signal), question)).read[0] ?? null;
    },
    async find(identifier, signal) {
      if (!heldKinds(others).includes(identifier.kind)) return [];
      return filterByIdentifier(await listByIdentifier(identifier, signal), identifier);
    },
    async insert(contact, signal) {
      const changes = odooChanges(undefined, contact, await mapping(signal));
      const values = { ...changes, ...(contact.kind === 'company' && { is_company: true }) };
      const id = await rpc.write({ model, method: 'create', args: [values], result: z.int(), signal });
      return String(id);
    },
    async kept({ record }, signal) {
      return keptSlots(record.partner, (await mapping(signal)).slots);
    },
    async patch({ contact, record }, change, signal) {
      const values = odooChanges(record, change, await mapping(signal));
      const args = [[Number(contact.id)], values];
      await rpc.write({ model, method: 'write', args, result: z.literal(true), signal });
    },
  };
}
