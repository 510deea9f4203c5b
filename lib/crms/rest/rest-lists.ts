import type { Contact } from '../../domain/contact/contact.ts';
import type { CrmDefinition, RequestKind } from '../../domain/crm/crm-definition.ts';
import type { FindDefinition } from '../../domain/crm/crm-definition-identifiers.ts';
import type { RequestChange } from '../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { countedFound } from '../../domain/search/found.ts';
import { eachReadable } from '../records/each-readable.ts';
import { changeRequest } from './requests/build-request.ts';
import { type PlaceholderValues, withTexts } from './requests/placeholder-values.ts';
import { type ReadPages, readPages } from './requests/read-pages.ts';
import type { RestClient } from './rest-client.ts';
import { type RawContact, textAt } from './rest-contact.ts';
import { fieldPaths } from './rest-fields.ts';
import type { RestReads } from './rest-reads.ts';
import { hasId } from './rest-unread.ts';

/** Contacts that a list answered. */
export interface ListedContacts {
  contacts: Contact[];
  /** These are all that there are, as far as the CRM lets us know. */
  complete: boolean;
  total?: number;
}

export interface RestLists {
  /** Every hit of a search by identifier, over all pages up to the bound, each read whole. */
  find(search: FindDefinition, values: PlaceholderValues, signal?: AbortSignal): Promise<ListedContacts>;
  /** The first hits of a search for text, as the list holds them. */
  search(
    change: RequestChange,
    values: PlaceholderValues,
    limit: number,
    signal?: AbortSignal,
  ): Promise<ListedContacts>;
}

/** Reads a CRM's lists. */
export function createRestLists(
  {
    definition,
    client,
    report,
  }: { definition: CrmDefinition; client: RestClient; report: ReportUnread | undefined },
  { listsAreWhole, readOf, get }: RestReads,
): RestLists {
  const { list } = definition;
  const fields = fieldPaths(definition);

  async function pagesOf(
    { on, change, records }: { on: RequestKind; change: RequestChange; records: string },
    values: PlaceholderValues,
    limit: number | undefined,
    signal?: AbortSignal,
  ): Promise<ReadPages> {
    const template = changeRequest(list.request, change);
    const withFields = { ...values, lists: { ...values.lists, fields } };
    try {
      return await readPages({ ...list, records }, limit, ({ texts, more }) =>
        client.read({ on, template, values: withTexts(withFields, texts), more }, signal),
      );
    } catch (error) {
      const none = error instanceof CrmError && error.safe.code === 'not-found' && list.noneIs404;
      if (none) return { records: [], complete: true };
      throw error;
    }
  }

  /** At most as many as one page has: each is a request of its own. */
  async function wholeOf(
    ids: string[],
    complete: boolean,
    listed: Contact[],
    signal?: AbortSignal,
  ): Promise<ListedContacts> {
    const unique = [...new Set(ids)].filter((id) => id !== '');
    const whole = await eachReadable(unique.slice(0, list.limit).map((id) => get(id, signal)));
    // Of one that cannot be read whole, the list says who it is.
    const ofList = (id: string | undefined) => listed.find((one) => one.id === id);
    return {
      contacts: whole.flatMap(
        (read, index) => (read === undefined ? ofList(unique[index]) : read?.contact) ?? [],
      ),
      complete: complete && unique.length <= list.limit,
    };
  }

  function contactsOf(records: unknown[]): Contact[] {
    const rows: RawContact[] = records.map((record) => ({ record, rows: {}, whole: listsAreWhole }));
    const known = rows.filter((row) => hasId(row, definition, report));
    if (rows.length > 0 && known.length === 0) throw new CrmError({ code: 'bad-reply' });
    return known.flatMap((row) => readOf(row)?.contact ?? []);
  }

  return {
    async find({ hits, ...change }, values, signal) {
      const asked = { on: 'find' as const, change, records: hits?.list ?? list.records };
      const { records, complete } = await pagesOf(asked, values, undefined, signal);
      if (hits)
        return wholeOf(
          records.map((row) => textAt(row, hits.contactId)),
          complete,
          [],
          signal,
        );
      const contacts = contactsOf(records);
      return listsAreWhole
        ? { contacts, complete }
        : wholeOf(
            contacts.map(({ id }) => id),
            complete,
            contacts,
            signal,
          );
    },
    async search(change, values, limit, signal) {
      const asked = { on: 'search' as const, change, records: list.records };
      const { records, complete, total } = await pagesOf(asked, values, limit, signal);
      const contacts = contactsOf(records);
      return {
        ...countedFound(contacts, records.length, total),
        contacts: contacts.slice(0, limit),
        complete: complete && records.length <= limit,
      };
    },
  };
}
