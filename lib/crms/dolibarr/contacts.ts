import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { type Found, foundOf } from '../../domain/search/found.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { splitName } from '../records/person-name.ts';
import { readEach, readOne } from '../records/read-each.ts';
import type { RecordChange } from '../records/record-change.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { mostFound } from '../records/text-search.ts';
import {
  columns,
  contactOfRow,
  flat,
  idSchema,
  isShown,
  properties,
  type Row,
  readingOfRow,
  rowSchema,
  withoutEmptyList,
} from './contact.ts';
import { definitionsOf, type ExtraFields, extraForDolibarr } from './extra-fields.ts';
import { filterOfIdentifier } from './sql-filters.ts';

export interface ContactsParts {
  http: Http;
  region: string;
  slots: IdentifierFields;
  kinds: IdentifierKind[];
  extraFields(signal?: AbortSignal): Promise<ExtraFields>;
  report: ReportUnread | undefined;
}

/** As it came. */
type RawRow = Readonly<Record<string, unknown>>;

export interface Contacts extends RecordDriver<RawRow> {
  search(filter: string, signal?: AbortSignal): Promise<Found>;
  listOfThirdParty(id: string, limit: number, signal?: AbortSignal): Promise<Contact[]>;
}

const mostRows = 100;

/** Dolibarr's contacts: finding and writing them. */
export function createContacts({ http, region, slots, kinds, extraFields, report }: ContactsParts): Contacts {
  async function contactOf(row: Row, signal?: AbortSignal): Promise<Contact> {
    return contactOfRow(row, { slots, region, extraFields: await extraFields(signal) });
  }

  async function list(
    where: Record<string, string>,
    limit: number,
    signal?: AbortSignal,
  ): Promise<{ contacts: Contact[]; came: number }> {
    const found = await orNothing(
      http.read({
        method: 'get',
        path: 'contacts',
        query: { ...where, properties, limit: String(limit) },
        reply: z.array(z.unknown()).check(z.maxLength(limit)),
        signal,
      }),
    );
    const came = found ?? [];
    const rows = readEach(rowSchema, came.map(withoutEmptyList), { report });
    const shown = rows.filter(({ value }) => isShown(value));
    const contacts = await Promise.all(shown.map(({ value }) => contactOf(value, signal)));
    return { contacts, came: came.length };
  }

  /** Columns to write; what is no field of Dolibarr's is refused, since it would be dropped without a word. */
  async function values(
    { name, fields = {}, ...places }: RecordChange,
    row: Record<string, unknown>,
    signal?: AbortSignal,
  ) {
    const extra = definitionsOf(await extraFields(signal));
    const written: Record<string, string> = {};
    if (name !== undefined) {
      const { firstName, lastName } = splitName(name);
      Object.assign(written, { firstname: firstName, lastname: lastName });
    }
    Object.assign(written, slotChanges(row, places, { fields: slots, reading: readingOfRow(row, region) }));
    for (const [key, value] of Object.entries(fields)) {
      const definition = extra.find((one) => one.key === key);
      const own = Object.hasOwn(columns, key) ? columns[key] : undefined;
      const column = own ?? (definition && !definition.readOnly ? key : undefined);
      if (!column) throw new CrmError({ code: 'invalid', fields: { [key]: 'read-only' } });
      written[column] = extraForDolibarr(value);
    }
    const isExtra = ([column]: [string, unknown]) => column.startsWith('options_');
    const all = Object.entries(written);
    const options = all.filter(isExtra);
    return {
      ...Object.fromEntries(all.filter((one) => !isExtra(one))),
      ...(options.length > 0 && { array_options: Object.fromEntries(options) }),
    };
  }

  return {
    identifiers: kinds,
    async search(sqlfilters, signal) {
      const { contacts, came } = await list({ sqlfilters }, mostFound + 1, signal);
      return foundOf(contacts, mostFound, came);
    },
    listOfThirdParty: async (id, limit, signal) =>
      (await list({ thirdparty_ids: id }, limit, signal)).contacts,
    async get(id, signal) {
      if (!/^[1-9]\d{0,18}$/.test(id)) return null;
      const record = await orNothing(
        http.read({ method: 'get', path: `contacts/${id}`, reply: z.looseObject({}), signal }),
      );
      if (!record) return null;
      const { value } = readOne(rowSchema, withoutEmptyList(record), { report });
      if (!isShown(value)) return null;
      return { contact: cutUnread(await contactOf(value, signal), flat(record), slots), record };
    },
    async find(identifier, signal) {
      const sqlfilters = filterOfIdentifier(identifier, slots);
      if (!sqlfilters) return [];
      return filterByIdentifier((await list({ sqlfilters }, mostRows, signal)).contacts, identifier);
    },
    async insert(contact, signal) {
      const json = await values(contact, {}, signal);
      return String(await http.write({ method: 'post', path: 'contacts', json, reply: idSchema, signal }));
    },
    kept: ({ record }) => keptSlots(flat(record), slots),
    async patch({ contact, record }, change, signal) {
      const json = await values(change, flat(record), signal);
      const reply = z.looseObject({ id: idSchema });
      await http.write({ method: 'put', path: `contacts/${contact.id}`, json, reply, signal });
    },
  };
}

/** A search that finds nothing is a 404 here. */
async function orNothing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CrmError && error.safe.code === 'not-found') return null;
    throw error;
  }
}
