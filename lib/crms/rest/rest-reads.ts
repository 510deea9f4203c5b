import type { IdentifierKind } from '../../domain/contact/identifier.ts';
import { identifierKinds } from '../../domain/contact/identifier-schema.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { readAt } from '../../domain/text/json-path.ts';
import type { ReadRecord } from '../records/record-driver.ts';
import type { PlaceholderValues } from './requests/placeholder-values.ts';
import type { RestClient } from './rest-client.ts';
import { contactOfRaw, isDeleted, type RawContact, textAt } from './rest-contact.ts';
import { fieldPaths } from './rest-fields.ts';
import { longestId, reportUnread } from './rest-unread.ts';

export interface RestReads {
  /** True where a record in a list has all that `get` has. */
  listsAreWhole: boolean;
  /** null for one that is there no more. */
  readOf(record: RawContact): ReadRecord<RawContact> | null;
  get(id: string, signal?: AbortSignal): Promise<ReadRecord<RawContact> | null>;
}

/** Reads one contact, with its child records beside it, and follows a merge. */
export function createRestReads({
  definition,
  client,
  region,
  report,
}: {
  definition: CrmDefinition;
  client: RestClient;
  region: string;
  report: ReportUnread | undefined;
}): RestReads {
  const idPattern =
    definition.record.idPattern === undefined ? undefined : new RegExp(definition.record.idPattern, 'iu');
  const readKinds = identifierKinds.filter((kind) => definition.identifiers[kind]?.rows?.read !== undefined);
  const lists = { fields: fieldPaths(definition) };

  function readOf(record: RawContact): ReadRecord<RawContact> | null {
    if (isDeleted(record.record, definition)) return null;
    reportUnread(record, definition, report);
    return { contact: contactOfRaw(record, definition, region), record };
  }

  async function readRaw(id: string, signal?: AbortSignal): Promise<RawContact | null> {
    const values = { texts: { contactId: id }, lists };
    const reading = client.read({ on: 'get', template: definition.get.request, values }, signal);
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
    const template = definition.identifiers[kind]?.rows?.read;
    const reply = template && (await orNothing(client.read({ on: 'rows', template, values }, signal)));
    return [kind, reply?.json] as const;
  }

  return {
    listsAreWhole: definition.list.whole && readKinds.length === 0,
    readOf,
    async get(id, signal) {
      if (id === '' || id.length > longestId || (idPattern && !idPattern.test(id))) return null;
      const raw = await readRaw(id, signal);
      if (!raw) return null;
      const { mergedInto } = definition.record;
      const into = mergedInto === undefined ? '' : textAt(raw.record, mergedInto);
      if (into === '' || into === id) return readOf(raw);
      const merged = await readRaw(into, signal);
      return merged && readOf(merged);
    },
  };
}

async function orNothing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CrmError && error.safe.code === 'not-found') return null;
    throw error;
  }
}
