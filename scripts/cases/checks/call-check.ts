import * as z from 'zod/mini';
import { readStored } from '../../../lib/crms/identifiers/stored-identifier.ts';
import { identifierKinds } from '../../../lib/domain/contact/identifier-schema.ts';
import { regionOfCountry } from '../../../lib/domain/contact/region-of-country.ts';
import { MemoryCrm } from '../../../lib/engine/connection/memory-crm-for-tests.ts';
import { connectToBook } from '../crms/address-book.ts';
import { type Companion, openCompanion } from '../crms/companion.ts';
import type { Connected } from '../crms/connect-to.ts';
import type { FakeContact } from '../crms/fake-contact.ts';
import { openDesk } from '../desk/case-desk.ts';
import { shownOf } from '../desk/shown.ts';
import { type Came, type Check, check } from '../format/check.ts';

const inputSchema = z.object({
  region: z.string(),
  /** What stands in the contact's phone field, as a CRM holds it; several where it has several. */
  stored: z.union([z.string(), z.array(z.string())]),
  /** The record's own, where it names one. */
  country: z.optional(z.string()),
  /** What the host tells, a phone number where nothing else is said. */
  rung: z.string(),
  kind: z._default(z.enum(identifierKinds), 'phone'),
  /** What the host tells besides: members of an interaction (docs/host-protocol.md). */
  more: z._default(z.looseObject({}), {}),
});

/** The name of the one contact. */
export const janesName = 'Jane Example';

export interface CallCheck {
  check: Check;
  /** The companion's database; else the first case opens it. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A host tells who calls, and the CRM holds one contact. Asked of a CRM in memory that compares every number, of the
 * companion server, whose database has an index, and of an address book, which is read once and indexed by the connector.
 */
export function createCallCheck(): CallCheck {
  let companion: Promise<Companion> | undefined;
  const opened = (): Promise<Companion> => {
    companion ??= openCompanion();
    return companion;
  };
  return {
    check: check({
      input: inputSchema,
      async run({ region, stored, country, rung, kind, more }) {
        const contact = { name: janesName, stored: [stored].flat(), country };
        const server = await (await opened()).holding(contact, region);
        const event = {
          type: 'interaction',
          interaction: {
            ...{ id: '1', channel: 'phone', direction: 'inbound', state: 'offered' },
            clientId: { kind, value: rung },
            ...more,
          },
        };
        return [
          { way: 'memory', came: await ring({ crm: memoryCrm(contact, region) }, event) },
          { way: 'companion', came: await ring({ crm: server }, event) },
          { way: 'address book', came: await ring(addressBook(contact, region), event) },
        ];
      },
    }),
    open: async () => void (await opened()),
    close: async () => (await companion)?.close(),
  };
}

/** What is shown of the call, once everything has answered. */
export async function ring({ crm, capabilities }: Connected, event: unknown): Promise<Came> {
  const desk = openDesk();
  try {
    await desk.connect(crm, capabilities);
    await desk.settle();
    desk.tell(event);
    await desk.settle();
    const live = desk.last('1');
    return live ? shownOf(live) : { status: 'not shown' };
  } finally {
    desk.close();
  }
}

/** Its card has the numbers as they are typed. */
function addressBook({ name, stored, country }: FakeContact, region: string): Connected {
  const escaped = (text: string) => text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n');
  const card = [
    ...['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...stored.map((number) => `TEL:${escaped(number)}`)],
    ...(country === undefined ? [] : [`ADR:;;;;;;${country}`]),
    ...['END:VCARD', ''],
  ];
  return connectToBook(card.join('\r\n'), region);
}

/** A CRM that holds numbers as they are typed, read as every connector reads them. */
function memoryCrm({ name, stored, country }: FakeContact, region: string): MemoryCrm {
  const crm = new MemoryCrm();
  crm.region = region;
  const reading = { region, country: regionOfCountry(country) };
  const identifiers = stored.map((value) => readStored({ kind: 'phone', value }, reading));
  crm.add('jane', name, ...identifiers.filter((one) => one !== undefined));
  return crm;
}
