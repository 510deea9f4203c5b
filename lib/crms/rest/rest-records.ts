import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, type IdentifierKind, identifierKinds } from '../../domain/contact/identifier.ts';
import type { CrmDefinition, IdentifierDefinition } from '../../domain/crm/crm-definition.ts';
import type { RequestChange } from '../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import type { ReadRecord, RecordDriver } from '../records/record-driver.ts';
import { buildRequest, changeRequest } from './build-request.ts';
import { type PlaceholderValues, valuesOfIdentifier, withTexts } from './placeholder-values.ts';
import { comparesVersions } from './rest-capabilities.ts';
import { restChanges } from './rest-changes.ts';
import type { RestClient } from './rest-client.ts';
import { contactOfRaw, idOfRecord, isDeleted, type RawContact, textAt } from './rest-contact.ts';
import { keepsPlaces, keptOfRest } from './rest-kept.ts';

/** As many as the writes that a connection remembers. */
const mostInserted = 50;

interface RestRecordsParts {
  definition: CrmDefinition;
  client: RestClient;
  region: string;
}

export interface RestRecords extends RecordDriver<RawContact> {
  /** `filter`: which of those that the CRM names are meant; those that carry the identifier where nothing is said. */
  find(identifier: Identifier, signal?: AbortSignal, filter?: typeof filterByIdentifier): Promise<Contact[]>;
  /** Contacts of a list, at most `limit`; not whole where the definition says that lists are not. */
  list(
    change: RequestChange,
    values: PlaceholderValues,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Contact[]>;
}

/** Contacts of a CRM, read and written as its definition says. */
export function createRestRecords({ definition, client, region }: RestRecordsParts): RestRecords {
  /** Contacts that were created and whose child rows may still be missing, by idempotency key. */
  const inserted = new Map<string, string>();
  const idPattern =
    definition.record.idPattern === undefined ? undefined : new RegExp(definition.record.idPattern, 'iu');
  const readKinds = identifierKinds.filter((kind) => definition.identifiers[kind]?.rows?.read !== undefined);
  const listsAreWhole = definition.list.whole && readKinds.length === 0;

  /** null for one that is there no more. */
  function readOf(record: RawContact): ReadRecord<RawContact> | null {
    if (isDeleted(record.record, definition)) return null;
    return { contact: contactOfRaw(record, definition, region), record };
  }

  async function readRaw(id: string, signal?: AbortSignal): Promise<RawContact | null> {
    const values = { texts: { contactId: id } };
    const reading = client.read(buildRequest(definition.get.request, values), signal);
    const [reply, ...rows] = await Promise.all([
      orNothing(reading),
      ...readKinds.map((kind) => readRows(kind, values, signal)),
    ]);
    if (!reply) return null;
    const record = readAt(reply.json, definition.get.record);
    if (record === undefined && Array.isArray(parentOf(reply.json))) return null;
    return { record, rows: Object.fromEntries(rows), etag: reply.etag, whole: true };
  }

  /** A get that is a search answers a list, which may be empty. */
  function parentOf(json: unknown): unknown {
    const { record } = definition.get;
    return record.endsWith('[0]') ? readAt(json, record === '[0]' ? '.' : record.slice(0, -3)) : undefined;
  }

  /** Of one contact; where it has none, some CRMs say 404. Whether it is there at all, `get` says. */
  async function readRows(kind: IdentifierKind, values: PlaceholderValues, signal?: AbortSignal) {
    const read = definition.identifiers[kind]?.rows?.read;
    const reply = read && (await orNothing(client.read(buildRequest(read, values), signal)));
    return [kind, reply?.json] as const;
  }

  async function get(id: string, signal?: AbortSignal): Promise<ReadRecord<RawContact> | null> {
    if (id === '' || (idPattern && !idPattern.test(id))) return null;
    const raw = await readRaw(id, signal);
    if (!raw) return null;
    const { mergedInto } = definition.record;
    const into = mergedInto === undefined ? '' : textAt(raw.record, mergedInto);
    if (into === '' || into === id) return readOf(raw);
    const merged = await readRaw(into, signal);
    return merged && readOf(merged);
  }

  async function list(
    change: RequestChange,
    values: PlaceholderValues,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Contact[]> {
    const request = buildRequest(
      changeRequest(definition.list.request, change),
      withTexts(values, { limit: String(limit) }),
    );
    try {
      const { json } = await client.read(request, signal);
      const records = readAt(json, definition.list.records);
      if (!Array.isArray(records)) throw new CrmError({ code: 'bad-reply' });
      return records
        .slice(0, limit)
        .flatMap((record: unknown) => readOf({ record, rows: {}, whole: listsAreWhole })?.contact ?? []);
    } catch (error) {
      const none = error instanceof CrmError && error.safe.code === 'not-found' && definition.list.noneIs404;
      if (none) return [];
      throw error;
    }
  }

  async function wholeOf(contacts: Contact[], signal?: AbortSignal): Promise<Contact[]> {
    if (listsAreWhole) return contacts;
    const ids = [...new Set(contacts.map(({ id }) => id))];
    const whole = await Promise.all(ids.map((id) => get(id, signal)));
    return whole.flatMap((read) => read?.contact ?? []);
  }

  /** Child records, one after the other: a CRM that numbers them should see no race. */
  async function writeRows(
    id: string,
    { add, remove }: ReturnType<typeof restChanges>,
    signal?: AbortSignal,
  ) {
    for (const { kind, identifier } of add) {
      const request = definition.identifiers[kind]?.rows?.add;
      const values = withTexts(valuesOfIdentifier(identifier, definition.wildcard), { contactId: id });
      if (request) await client.write(buildRequest(request, values, 'post'), undefined, signal);
    }
    for (const { kind, identifier, entry } of remove) {
      const rows = definition.identifiers[kind]?.rows;
      const texts = { contactId: id, rowId: rows ? textAt(entry, rows.id) : '' };
      const values = withTexts(valuesOfIdentifier(identifier, definition.wildcard), texts);
      if (rows?.remove) await client.write(buildRequest(rows.remove, values, 'delete'), undefined, signal);
    }
  }

  return {
    identifiers: identifierKinds.filter((kind) => definition.identifiers[kind] !== undefined),
    get,
    list,
    async find(identifier, signal, filter = filterByIdentifier) {
      const searches: IdentifierDefinition['find'] = definition.identifiers[identifier.kind]?.find;
      const values = valuesOfIdentifier(identifier, definition.wildcard);
      for (const search of searches ?? []) {
        const found = await wholeOf(await list(search, values, definition.list.limit, signal), signal);
        const own = filter(found, identifier);
        if (own.length > 0) return own;
      }
      return [];
    },
    async insert(contact, signal, key) {
      if (!definition.create) throw new CrmError({ code: 'not-supported' });
      let changes = restChanges(undefined, contact, { definition, region });
      let id = inserted.get(key);
      if (id === undefined) {
        const values = { texts: { key }, changes: changes.record };
        const request = withBody(definition.create.request);
        const reply = await client.write(buildRequest(request, values, 'post'), definition.create.id, signal);
        id = idOfRecord(reply.json, { record: { ...definition.record, id: definition.create.id } });
        keepNewest(inserted, key, id, mostInserted);
      } else {
        // An earlier attempt ended between the contact and its child records: some of them may be there.
        const before = await get(id, signal);
        const { identifiers } = contact;
        changes = restChanges(before?.record, { identifiers }, { definition, region });
      }
      await writeRows(id, changes, signal);
      return id;
    },
    refusesStale: ({ contact }) => contact.version !== '' && comparesVersions(definition),
    ...(keepsPlaces(definition) && { kept: ({ record }) => keptOfRest(record, definition) }),
    async patch({ contact, record }, change, signal) {
      const changes = restChanges(record, change, { definition, region });
      if (Object.keys(changes.record).length > 0) {
        if (!definition.update) throw new CrmError({ code: 'not-supported', reason: 'read-only' });
        const texts = { contactId: contact.id, version: contact.version, key: crypto.randomUUID() };
        const request = withBody(definition.update.request);
        const built = buildRequest(request, { texts, changes: changes.record }, 'patch');
        await client.write(built, definition.update.expect, signal);
      }
      await writeRows(contact.id, changes, signal);
    },
  };
}

/** What is written is the body, unless the definition puts it into one. */
function withBody<Request extends RequestChange>(request: Request): Request {
  return request.body === undefined ? { ...request, body: '{changes}' } : request;
}

async function orNothing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CrmError && error.safe.code === 'not-found') return null;
    throw error;
  }
}
