import * as z from 'zod/mini';
import type { Contact, ContactChange, ContactIdentifier, NewContact } from '../../domain/contact/contact.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { readEach } from '../records/read-each.ts';
import type { ReadRecord, RecordDriver } from '../records/record-driver.ts';
import { type Domain, domainOfIdentifier } from './find-domain.ts';
import { mechanismChanges, wantsMore } from './mechanism-changes.ts';
import {
  contactOfParty,
  heldKinds,
  isArchived,
  mechanismSchema,
  type Party,
  partyFields,
  partySchema,
  readingOfParty,
  successorOf,
} from './party.ts';
import { type PartyFields, typesOfParty, valueForTryton } from './party-fields.ts';
import type { Rpc } from './rpc.ts';

export interface PartiesParts {
  rpc: Rpc;
  region: string;
  /** What a party consists of on this server. */
  fields(signal?: AbortSignal): Promise<PartyFields>;
  report: ReportUnread | undefined;
}

export interface ListedParties {
  contacts: Contact[];
  /** How many rows came, with those that could not be read. */
  came: number;
}

export interface Parties extends RecordDriver<Party> {
  list(domain: Domain, limit: number, signal?: AbortSignal): Promise<ListedParties>;
}

const model = 'model.party.party';
/** An archived party may have been merged into another, and is asked for its successor. */
const evenArchived = ['active', 'in', [true, false]];
const mergedInto = 'replaced_by.replaced_by.replaced_by.id';
const mostParties = 100;
const mostArchived = 200;
/** Beyond it no database can look. */
const largestId = 2_147_483_647;

/** Parties as contacts: finding and writing them. */
export function createParties({ rpc, region, fields, report }: PartiesParts): Parties {
  async function ask(
    domain: Domain,
    limit: number,
    more: string[],
    signal?: AbortSignal,
  ): Promise<{ read: ReadRecord<Party>[]; came: number }> {
    const types = typesOfParty(await fields(signal));
    const found = await rpc.read({
      method: `${model}.search_read`,
      params: [domain, 0, limit, null, [...partyFields, ...more, ...types.keys()]],
      result: z.array(z.unknown()).check(z.maxLength(limit)),
      signal,
    });
    const read = readEach(partySchema(types), found, { report }).map(({ value }) => ({
      contact: contactOfParty(value, region, types),
      record: value,
    }));
    return { read, came: found.length };
  }

  async function list(domain: Domain, limit: number, signal?: AbortSignal): Promise<ListedParties> {
    const { read, came } = await ask(domain, limit, [], signal);
    return { contacts: read.map(({ contact }) => contact), came };
  }

  async function get(id: string, signal?: AbortSignal): Promise<ReadRecord<Party> | null> {
    if (!/^[1-9]\d{0,9}$/.test(id) || Number(id) > largestId) return null;
    const byId = async (wanted: number) =>
      (await ask([['id', '=', wanted], evenArchived], 1, [mergedInto, 'active'], signal)).read[0] ?? null;
    const read = await byId(Number(id));
    const successor = read && successorOf(read.record);
    const here = successor ? await byId(successor) : read;
    return here && isArchived(here.record) ? null : here;
  }

  async function values(
    { name, identifiers, fields: wanted = {} }: ContactChange,
    before: Party | undefined,
    signal?: AbortSignal,
  ) {
    const definitions = await fields(signal);
    const written = Object.entries(wanted).map(([key, value]) => {
      const definition = definitions[key];
      if (!definition || definition.readonly) throw refused(key, 'read-only');
      const changed = valueForTryton(value, definition.type);
      if (changed === undefined) throw refused(key, 'not-valid');
      return [key, changed] as const;
    });
    return {
      ...(name !== undefined && { name }),
      ...Object.fromEntries(written),
      ...(identifiers && { contact_mechanisms: await changesOf(before, identifiers, signal) }),
    };
  }

  async function changesOf(
    before: Party | undefined,
    wanted: ContactIdentifier[],
    signal?: AbortSignal,
  ): Promise<unknown[]> {
    const reading = readingOfParty(before, region);
    const active = before?.['contact_mechanisms.'] ?? [];
    const archived =
      before && wantsMore({ reading, active }, wanted)
        ? await rpc.read({
            method: 'model.party.contact_mechanism.search_read',
            params: [
              [
                ['party', '=', before.id],
                ['active', '=', false],
              ],
              0,
              mostArchived,
              [['write_date', 'ASC']],
              ['type', 'value', 'name'],
            ],
            result: z.array(z.unknown()).check(z.maxLength(mostArchived)),
            signal,
          })
        : [];
    const former = readEach(mechanismSchema, archived, { report }).map(({ value }) => value);
    return mechanismChanges({ reading, active, archived: former }, wanted);
  }

  return {
    identifiers: [...heldKinds],
    list,
    get,
    async find(identifier, signal) {
      const domain = domainOfIdentifier(identifier);
      if (!domain) return [];
      return filterByIdentifier((await list(domain, mostParties, signal)).contacts, identifier);
    },
    refusesStale: () => true,
    async insert(contact: NewContact, signal) {
      const row = await values(contact, undefined, signal);
      const result = z.tuple([z.int()]);
      const [id] = await rpc.write({ method: `${model}.create`, params: [[row]], result, signal });
      return String(id);
    },
    async patch({ contact, record }, change, signal) {
      const row = await values(change, record, signal);
      const id = Number(contact.id);
      await rpc.write({
        method: `${model}.write`,
        params: [[id], row],
        // The server itself looks whether somebody wrote in between.
        context: { _timestamp: { [`party.party,${id}`]: contact.version } },
        result: z.null(),
        signal,
      });
    },
  };
}

function refused(key: string, problem: 'read-only' | 'not-valid'): CrmError {
  return new CrmError({ code: 'invalid', fields: { [key]: problem } });
}
