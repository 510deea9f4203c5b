import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { identifierKinds } from '../../domain/contact/identifier-schema.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { FindDefinition } from '../../domain/crm/crm-definition-identifiers.ts';
import type { RequestChange } from '../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { type PlaceholderValues, textsOfWrite, valuesOfSearch } from './requests/placeholder-values.ts';
import { recordWith } from './requests/record-with.ts';
import { comparesVersions } from './rest-capabilities.ts';
import { restChanges } from './rest-changes.ts';
import type { RestClient } from './rest-client.ts';
import { idOfRecord, type RawContact } from './rest-contact.ts';
import { keepsPlaces, keptOfRest } from './rest-kept.ts';
import { createRestLists, type ListedContacts } from './rest-lists.ts';
import { createRestReads } from './rest-reads.ts';
import { writeRows } from './rest-rows.ts';

/** As many as the writes that a connection remembers. */
const mostInserted = 50;

export interface RestRecordsParts {
  definition: CrmDefinition;
  client: RestClient;
  region: string;
  report: ReportUnread | undefined;
  /** Whom the key belongs to, where a write names them. */
  agentId: (signal?: AbortSignal) => Promise<string>;
}

export interface RestRecords extends RecordDriver<RawContact> {
  /**
   * `filter`: which of those that the CRM names are meant; those that carry the identifier where nothing is said. Throws
   * `too-many` where there are none among those that were looked at, and more than those.
   */
  find(identifier: Identifier, signal?: AbortSignal, filter?: typeof filterByIdentifier): Promise<Contact[]>;
  /** Contacts of a search for text, at most `limit`; not whole where the definition says that lists are not. */
  search(values: PlaceholderValues, limit: number, signal?: AbortSignal): Promise<ListedContacts>;
}

/** Contacts of a CRM, read and written as its definition says. */
export function createRestRecords(parts: RestRecordsParts): RestRecords {
  const { definition, client, region, agentId } = parts;
  /** Contacts that were created and whose child rows may still be missing, by idempotency key. */
  const inserted = new Map<string, string>();
  const reads = createRestReads(parts);
  const lists = createRestLists(parts, reads);
  const { create, update } = definition;
  const namesAgent = /\{agentId\b/.test(JSON.stringify([create, update]) ?? '');

  async function textsOf(given: Pick<Contact, 'name' | 'identifiers'>, signal?: AbortSignal) {
    return textsOfWrite({ ...given, agentId: namesAgent ? await agentId(signal) : '', now: new Date() });
  }

  async function insert(...[contact, signal, key]: Parameters<RestRecords['insert']>): Promise<string> {
    if (!create) throw new CrmError({ code: 'not-supported' });
    const { kind, identifiers } = contact;
    const known = inserted.get(key);
    if (known !== undefined) {
      // An earlier attempt ended between the contact and its child records: some of them may be there.
      const before = await reads.get(known, signal);
      await writeRows(client, definition, {
        id: known,
        changes: restChanges(before?.record, { identifiers }, { definition, region, kind }),
        signal,
      });
      return known;
    }
    const changes = restChanges(undefined, contact, { definition, region, kind });
    const values = { texts: { ...(await textsOf(contact, signal)), key }, changes: changes.record };
    const template = withBody(create.request);
    const reply = await client.write({ on: 'create', template, values, method: 'post' }, create.id, signal);
    const id =
      create.id === undefined
        ? (reply.created ?? '')
        : idOfRecord(reply.json, { record: { ...definition.record, id: create.id } });
    if (id === '' || id.length > 256) throw new CrmError({ code: 'bad-reply' });
    keepNewest(inserted, key, id, mostInserted);
    await writeRows(client, definition, { id, changes, signal });
    return id;
  }

  return {
    identifiers: identifierKinds.filter((kind) => definition.identifiers[kind] !== undefined),
    ...(definition.record.company && { companies: true }),
    get: reads.get,
    async find(identifier, signal, filter = filterByIdentifier) {
      const { find = [], findAll } = definition.identifiers[identifier.kind] ?? {};
      const readings = valuesOfSearch(identifier, definition.wildcard);
      const ask = async (search: FindDefinition, values: PlaceholderValues) => {
        const { contacts, complete } = await lists.find(search, values, signal);
        return { own: filter(contacts, identifier), complete };
      };
      let allSeen = true;
      for (const searches of findAll ? [find] : find.map((one) => [one])) {
        const answers = await Promise.all(
          searches.flatMap((one) => readings.map((values) => ask(one, values))),
        );
        const own = filter(
          answers.flatMap((answer) => answer.own),
          identifier,
        );
        if (own.length > 0) return own;
        allSeen &&= answers.every(({ complete }) => complete);
      }
      // Nobody among the first hundreds is not nobody.
      if (!allSeen) throw new CrmError({ code: 'not-supported', reason: 'too-many' });
      return [];
    },
    async search(values, limit, signal) {
      const searches: RequestChange[] = [definition.search ?? []].flat();
      if (definition.searchAll) {
        return joined(
          await Promise.all(searches.map((one) => lists.search(one, values, limit, signal))),
          limit,
        );
      }
      let found: ListedContacts = { contacts: [], complete: true };
      for (const one of searches) {
        found = await lists.search(one, values, limit, signal);
        if (found.contacts.length > 0) break;
      }
      return found;
    },
    insert,
    refusesStale: ({ contact }) => contact.version !== '' && comparesVersions(definition),
    ...(keepsPlaces(definition) && { kept: ({ record }) => keptOfRest(record, definition) }),
    async patch({ contact, record }, change, signal) {
      const { kind } = contact;
      const changes = restChanges(record, change, { definition, region, kind });
      if (Object.keys(changes.record).length > 0) {
        if (!update) throw new CrmError({ code: 'not-supported', reason: 'read-only' });
        const written = {
          name: change.name ?? contact.name,
          identifiers: change.identifiers ?? contact.identifiers,
        };
        const own = { contactId: contact.id, version: contact.version, key: crypto.randomUUID() };
        const values = {
          texts: { ...(await textsOf(written, signal)), ...own },
          changes: changes.record,
          record: recordWith(record.record, changes.record),
        };
        const template = withBody(update.request);
        await client.write({ on: 'update', template, values, method: 'patch' }, update.expect, signal);
      }
      await writeRows(client, definition, { id: contact.id, changes, signal });
    },
  };
}

/** Each contact once, those of the first search first. */
function joined(found: ListedContacts[], limit: number): ListedContacts {
  const byId = new Map(found.flatMap(({ contacts }) => contacts).map((one) => [one.id, one]));
  const contacts = [...byId.values()];
  return {
    contacts: contacts.slice(0, limit),
    complete: contacts.length <= limit && found.every(({ complete }) => complete),
  };
}

/** What is written is the body, unless the definition puts it into one. */
function withBody<Request extends RequestChange>(request: Request): Request {
  const hasBody = request.body !== undefined || request.form !== undefined;
  return hasBody ? request : { ...request, body: '{changes}' };
}
