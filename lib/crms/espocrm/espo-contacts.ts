import * as z from 'zod/mini';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { countedFound, type Found } from '../../domain/search/found.ts';
import { typedWords } from '../../domain/search/query-words.ts';
import type { CrmMemory } from '../crm-memory.ts';
import type { Http } from '../http/http.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { heldKinds, storedText } from '../identifiers/other-identifiers.ts';
import { cutUnread } from '../records/cut-unread.ts';
import { eachReadable } from '../records/each-readable.ts';
import { readEach, readOne } from '../records/read-each.ts';
import type { ReadRecord, RecordDriver } from '../records/record-driver.ts';
import { likeWord, mostFound } from '../records/text-search.ts';
import { type EspoHeld, espoChanges, keptOfEspo } from './espo-changes.ts';
import { contactOfEspo, type EspoMapping, espoContactSchema, espoIdPattern } from './espo-contact.ts';
import { espoCurrencies } from './espo-currencies.ts';
import { anyEquals, equals, everyWord, whereNumber } from './espo-where.ts';

export interface EspoContacts extends RecordDriver<EspoHeld> {
  /** Contacts that carry this identifier as EspoCRM compares it, not whole; null where it cannot be asked for it. */
  listByIdentifier(identifier: Identifier, signal?: AbortSignal): Promise<Found> | null;
  listByText(text: string, signal?: AbortSignal): Promise<Found>;
  listWhere(where: Record<string, string>, most: number, signal?: AbortSignal): Promise<Found>;
}

/** `total` is below zero where EspoCRM does not count: -1, there are more; -2, there are not. */
const listSchema = z.object({
  list: z.array(z.unknown()).check(z.maxLength(200)),
  total: z.nullish(z.int()),
});
const recordSchema = z.looseObject({});
const savedSchema = z.looseObject({ id: z.string().check(z.minLength(1), z.maxLength(256)) });
/** Each is read whole. */
const mostHits = 40;
/**
 * EspoCRM calls everybody of one name duplicates. Who has an identifier was looked for before it is asked to write, and a
 * namesake is somebody else.
 */
const noSecondOpinion = { 'X-Skip-Duplicate-Check': 'true' };
const namedBy = ['firstName', 'middleName', 'lastName', 'emailAddress'];
const listed =
  'id,name,firstName,middleName,lastName,phoneNumber,emailAddress,title,accountName,addressCity,addressCountry,assignedUserName,createdAt,modifiedAt';

/** EspoCRM's contacts: finding and writing them. */
export function createEspoContacts(
  http: Http,
  mapping: EspoMapping,
  { report, memory }: { report: ReportUnread | undefined; memory: CrmMemory | undefined },
): EspoContacts {
  const { fields } = mapping;
  const currenciesOf = espoCurrencies(http, { report, memory });
  const path = (id: string) => `api/v1/Contact/${encodeURIComponent(id)}`;

  async function get(id: string, signal?: AbortSignal): Promise<ReadRecord<EspoHeld> | null> {
    if (!espoIdPattern.test(id)) return null;
    try {
      const reply = await http.read({ method: 'get', path: path(id), reply: recordSchema, signal });
      const { value, raw } = readOne(espoContactSchema, reply, { report });
      if (value.deleted) return null;
      return { contact: cutUnread(contactOfEspo(value, mapping), raw, fields), record: raw };
    } catch (error) {
      if (error instanceof CrmError && error.safe.code === 'not-found') return null;
      throw error;
    }
  }

  async function list(where: Record<string, string>, most: number, signal?: AbortSignal): Promise<Found> {
    const query = { ...where, select: listed, maxSize: String(most) };
    const reply = await http.read({
      method: 'get',
      path: 'api/v1/Contact',
      query,
      reply: listSchema,
      signal,
    });
    const read = readEach(espoContactSchema, reply.list, { report });
    const each = [...new Map(read.map(({ value }) => [value.id, value])).values()];
    const contacts = each.filter(({ deleted }) => !deleted).map((record) => contactOfEspo(record, mapping));
    const { total } = reply;
    if (total === -1) return { contacts, more: true };
    const twice = read.length - each.length;
    return countedFound(contacts, reply.list.length - twice, total);
  }

  function whereIdentifier(identifier: Identifier): Record<string, string> | undefined {
    if (identifier.kind === 'phone') return whereNumber(identifier);
    if (identifier.kind === 'email') return equals('emailAddress', identifier.value);
    const [first, ...more] = fields[identifier.kind] ?? [];
    if (first === undefined) return undefined;
    const text = storedText(identifier);
    return more.length === 0 ? equals(first, text) : anyEquals([first, ...more], text);
  }

  function listByIdentifier(identifier: Identifier, signal?: AbortSignal) {
    const where = whereIdentifier(identifier);
    return where ? list(where, mostHits, signal) : null;
  }

  return {
    identifiers: heldKinds(fields),
    get,
    listWhere: list,
    listByIdentifier,
    /** EspoCRM's own text filter looks at the beginnings of names only. */
    async listByText(text, signal) {
      const words = typedWords(text).map((word) => likeWord(word));
      return words.length === 0 ? { contacts: [] } : list(everyWord(words, namedBy), mostFound, signal);
    },
    /**
     * One list, then every hit whole, all at once: what a list leaves out must be neither overlooked nor overwritten. Of one
     * that cannot be read whole, the list says who it is.
     */
    async find(identifier, signal) {
      const hits = (await listByIdentifier(identifier, signal))?.contacts ?? [];
      const whole = await eachReadable(hits.map(({ id }) => get(id, signal)));
      return filterByIdentifier(
        whole.flatMap((read, index) => (read === undefined ? hits[index] : read?.contact) ?? []),
        identifier,
      );
    },
    async insert(contact, signal) {
      const written = espoChanges(undefined, contact, mapping);
      const json = { ...written, ...(await currenciesOf(written, undefined, signal)) };
      const { id } = await http.write({
        method: 'post',
        path: 'api/v1/Contact',
        json,
        headers: noSecondOpinion,
        reply: savedSchema,
        signal,
      });
      return id;
    },
    kept: ({ record }) => keptOfEspo(record, mapping),
    refusesStale: ({ record }) => 'X-Version-Number' in versionOf(record),
    async patch({ contact, record }, change, signal) {
      const written = espoChanges(record, change, mapping);
      const json = { ...written, ...(await currenciesOf(written, record, signal)) };
      await http.write({
        method: 'put',
        path: path(contact.id),
        json,
        headers: { ...noSecondOpinion, ...versionOf(record) },
        reply: savedSchema,
        signal,
      });
    },
  };
}

/** An EspoCRM that counts the versions of a contact refuses a write that was meant for another (`optimistic concurrency control`). */
function versionOf({ versionNumber }: EspoHeld): Record<string, string> {
  return typeof versionNumber === 'number' ? { 'X-Version-Number': String(versionNumber) } : {};
}
