import * as z from 'zod/mini';
import type { Crm } from '../../../lib/crms/crm.ts';
import espocrm from '../../../lib/crms/espocrm/connector.ts';
import odoo from '../../../lib/crms/odoo/connector.ts';
import twenty from '../../../lib/crms/twenty/connector.ts';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { CrmError } from '../../../lib/domain/crm/crm-error.ts';
import { cardName, connectToBook } from '../crms/address-book.ts';
import { type Connected, connectTo } from '../crms/connect-to.ts';
import { fakeEspocrm } from '../crms/espocrm.ts';
import type { FakeContact } from '../crms/fake-contact.ts';
import { fakeOdoo, type OdooKind } from '../crms/odoo.ts';
import { fakeTwenty } from '../crms/twenty.ts';
import { type Came, type Check, check } from '../format/check.ts';
import { janesName, ring } from './call-check.ts';

const storedSchema = z.object({
  region: z.string(),
  /** As it stands in the CRM; several where it has several. */
  stored: z.union([z.string(), z.array(z.string())]),
  /** The record's own, where it names one. */
  country: z.optional(z.string()),
  /** Members of the record of another one, *Odd Example*, who has the same in the same places. */
  odd: z.optional(z.looseObject({})),
  looked: z.string(),
});
type Stored = z.infer<typeof storedSchema>;
const twentySchema = z.object({
  region: z.string(),
  /** Of each person. */
  phones: z.array(z.looseObject({})),
  looked: z.string(),
});
const cardSchema = z.object({ region: z.string(), card: z.union([z.string(), z.array(z.string())]) });

const server = 'https://crm.example/';
const odooKinds: OdooKind[] = ['with a search for numbers', 'without one'];

/** The connectors, each on a stand-in for its CRM that evaluates what it is asked. */
export const crmChecks: Record<string, Check> = {
  espocrm: check({
    input: storedSchema,
    async run(input) {
      const settings = { baseUrl: server, region: input.region };
      const crm = connectTo(espocrm, settings, fakeEspocrm(contactsOf(input)));
      return [{ way: '', came: await lookUp(crm, input.looked) }];
    },
  }),
  odoo: check({
    input: storedSchema,
    run: (input) =>
      Promise.all(
        odooKinds.map(async (kind) => {
          const { region, looked } = input;
          const crm = fakeOdoo(contactsOf(input), { kind, companyCountry: region });
          const settings = { baseUrl: server, database: 'odoo', user: 'ana', region };
          return { way: kind, came: await lookUp(connectTo(odoo, settings, crm), looked) };
        }),
      ),
  }),
  twenty: check({
    input: twentySchema,
    async run({ region, phones, looked }) {
      const crm = fakeTwenty(phones);
      return [{ way: '', came: await lookUp(connectTo(twenty, { baseUrl: server, region }, crm), looked) }];
    },
  }),
  vcard: check({
    input: cardSchema,
    async run({ region, card }) {
      const { crm: book } = connectToBook([card].flat().join('\r\n'), region);
      return [
        { way: 'the card', came: await contactOf(book) },
        { way: 'the book', came: await foundInBook(book) },
      ];
    },
  }),
};

function contactsOf({ stored, country, odd }: Stored): FakeContact[] {
  const jane = { name: janesName, stored: [stored].flat(), country };
  return odd === undefined ? [jane] : [jane, { ...jane, name: 'Odd Example', odd }];
}

/** Who is found when this number calls. */
async function lookUp(connected: Connected, looked: string): Promise<Came> {
  const interaction = {
    ...{ id: '1', channel: 'phone', direction: 'inbound', state: 'offered' },
    clientId: { kind: 'phone', value: looked },
  };
  const came = await ring(connected, { type: 'interaction', interaction });
  const { status, contact, candidates, error } = came;
  const found =
    status === 'matched' ? [contact] : status === 'failed' ? `failed: ${String(error)}` : candidates;
  return { ...came, found };
}

/** As it is opened. */
function contactOf(book: Crm): Promise<Came> {
  return contactBy(() => book.getContact(cardName));
}

/** As it is found: by its own first identifier, or its name. A card that the book leaves out is found by none. */
function foundInBook(book: Crm): Promise<Came> {
  return contactBy(async () => {
    const { name = '', identifiers: [first] = [] } = (await book.getContact(cardName)) ?? {};
    const found = first ? await book.findByIdentifier(first) : (await book.search(name)).contacts;
    return found[0] ?? null;
  });
}

async function contactBy(read: () => Promise<Contact | null>): Promise<Came> {
  try {
    const contact = await read();
    return contact === null ? { name: null, identifiers: [] } : { ...contact.fields, ...contact };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { name: null, identifiers: [], error: error.safe.code };
  }
}
