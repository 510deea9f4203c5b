import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots, slotChanges } from '../identifiers/identifier-slots.ts';
import type { IdentifierFields } from '../identifiers/other-identifiers.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { columns, contactOfRow, flat, properties, type Row, readingOfRow, rowSchema } from './contact.ts';
import { definitionsOf, type ExtraFields, extraForDolibarr } from './extra-fields.ts';
import { filterOfIdentifier } from './sql-filters.ts';

export interface ContactsParts {
  http: Http;
  region: string;
  slots: IdentifierFields;
  kinds: IdentifierKind[];
  extraFields(signal?: AbortSignal): Promise<ExtraFields>;
}

export interface Contacts extends RecordDriver<Row> {
  list(filter: string, limit: number, signal?: AbortSignal): Promise<Contact[]>;
  listOfThirdParty(id: string, limit: number, signal?: AbortSignal): Promise<Contact[]>;
}

const mostRows = 100;

/** Dolibarr's contacts: finding and writing them. */
export function createContacts({ http, region, slots, kinds, extraFields }: ContactsParts): Contacts {
  async function contactOf(row: Row, signal?: AbortSignal): Promise<Contact> {
    return contactOfRow(row, { slots, region, extraFields: await extraFields(signal) });
  }

  const list = (sqlfilters: string, limit: number, signal?: AbortSignal) =>
    listWhere({ sqlfilters }, limit, signal);

  async function listWhere(
    where: Record<string, string>,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Contact[]> {
    const found = await orNothing(
      http.read({
        method: 'get',
        path: 'contacts',
        query: { ...where, properties, limit: String(limit) },
        reply: z.array(rowSchema).check(z.maxLength(limit)),
        signal,
      }),
    );
    return Promise.all((found ?? []).map((row) => contactOf(row, signal)));
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
    list,
    listOfThirdParty: (id, limit, signal) => listWhere({ thirdparty_ids: id }, limit, signal),
    async get(id, signal) {
      if (!/^[1-9]\d{0,18}$/.test(id)) return null;
      const record = await orNothing(
        http.read({ method: 'get', path: `contacts/${id}`, reply: rowSchema, signal }),
      );
      return record && { contact: await contactOf(record, signal), record };
    },
    async find(identifier, signal) {
      const filter = filterOfIdentifier(identifier, slots);
      return filter ? filterByIdentifier(await list(filter, mostRows, signal), identifier) : [];
    },
    async insert(contact, signal) {
      const json = await values(contact, {}, signal);
      const reply = z.union([z.int(), z.string().check(z.regex(/^\d+$/))]);
      return String(await http.write({ method: 'post', path: 'contacts', json, reply, signal }));
    },
    kept: ({ record }) => keptSlots(flat(record), slots),
    async patch({ contact, record }, change, signal) {
      const json = await values(change, flat(record), signal);
      await http.write({ method: 'put', path: `contacts/${contact.id}`, json, reply: rowSchema, signal });
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
