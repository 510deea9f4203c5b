import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseIdentifier } from '../domain/contact/normalise-identifier.ts';
import type { CrmConnector } from './crm.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { reply, startReplayServer } from './http/replay-server-for-tests.ts';
import { filterByIdentifier } from './identifiers/filter-by-identifier.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
const byFile = import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' });
let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

/** A number as it is typed at home, the same in E.164, and the country as CRMs write it. */
const numbers = [
  ['IT', '06 44556677', '+390644556677', 'Italy'],
  ['ES', '612 34 99 81', '+34612349981', 'España'],
  ['BE', '0470 12 34 56', '+32470123456', 'Belgique'],
  ['DE', '0176 555012', '+49176555012', 'Deutschland'],
  ['GB', '07700 900461', '+447700900461', 'United Kingdom'],
  ['FR', '06 44 55 66 77', '+33644556677', 'FRANCE'],
  ['NL', '06 12345678', '+31612345678', 'The Netherlands'],
  ['CH', '079 123 45 67', '+41791234567', 'Suisse'],
  ['AT', '0664 123456', '+43664123456', 'Österreich'],
  ['PT', '912 345 678', '+351912345678', 'Portugal'],
  ['BR', '(11) 91234-5678', '+5511912345678', 'Brasil'],
  ['AR', '011 15-5551-0023', '+5491155510023', 'Argentina'],
  ['MX', '55 1234 5678', '+525512345678', 'México'],
  ['US', '(212) 555-0142', '+12125550142', 'USA'],
  ['IN', '098765 43210', '+919876543210', 'India'],
  ['AU', '0412 345 678', '+61412345678', 'Australia'],
  ['JP', '090-1234-5678', '+819012345678', '日本'],
] as const;
const settingsRegions = ['FR', 'DE', 'IT', 'ES', 'GB', 'US'];

interface Written {
  typed: string;
  /** Empty: the record names none. */
  code: string;
  name: string;
}
const at = '2026-11-20T21:00:00Z';
const row = ({ typed, code }: Written) => ({
  id: '7',
  lastname: 'Roma',
  phone_pro: typed,
  country_code: code,
});
/** For each connector the id of a contact and what its CRM answers of it. */
const records: Record<string, [id: string, answer: (written: Written) => unknown]> = {
  carddav: [
    'a.vcf',
    ({ typed, name }) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Roma\r\nTEL:${typed}\r\nADR:;;Via 1;Roma;;;${name}\r\nEND:VCARD\r\n`,
  ],
  dolibarr: ['7', row],
  rest: ['7', row],
  espocrm: [
    '7',
    ({ typed, name }) => ({
      id: '7',
      lastName: 'Roma',
      modifiedAt: '2026-11-20 21:00:00',
      phoneNumberData: [{ phoneNumber: typed, primary: true }],
      addressCountry: name || null,
    }),
  ],
  hubspot: [
    '7',
    ({ typed, name }) => ({
      id: '7',
      properties: { lastname: 'Roma', phone: typed, country: name || null },
      updatedAt: at,
    }),
  ],
  intercom: [
    '7',
    ({ typed, code, name }) => ({
      type: 'contact',
      id: '7',
      name: 'Roma',
      phone: typed,
      updated_at: 1795208461,
      location: { type: 'location', country: name || null, country_code: code || null },
    }),
  ],
  odoo: [
    '7',
    ({ typed, code, name }) => ({
      jsonrpc: '2.0',
      id: 1,
      result: [
        {
          id: 7,
          name: 'Roma',
          write_date: '2026-11-20 21:00:00',
          phone: typed,
          mobile: false,
          parent_id: false,
          country_code: code || false,
          country_id: code ? [1, name] : false,
        },
      ],
    }),
  ],
  suitecrm: [
    '7',
    ({ typed, name }) => ({
      data: {
        type: 'Contact',
        id: '7',
        attributes: {
          last_name: 'Roma',
          date_modified: at,
          phone_work: typed,
          primary_address_country: name,
        },
      },
    }),
  ],
  tryton: [
    '7',
    ({ typed, code }) => ({
      id: 1,
      result: [
        {
          id: 7,
          rec_name: 'Roma',
          name: 'Roma',
          _timestamp: '1',
          create_date: null,
          write_date: null,
          'lang.': null,
          'addresses.': [{ city: null, 'country.': code ? { code } : null }],
          'contact_mechanisms.': [{ id: 1, type: 'phone', value: typed, name: null }],
        },
      ],
    }),
  ],
  twenty: [
    '20202020-0000-4000-8000-000000000007',
    ({ typed, code }) => ({
      data: {
        person: {
          id: '20202020-0000-4000-8000-000000000007',
          name: { firstName: '', lastName: 'Roma' },
          phones: { primaryPhoneNumber: typed, primaryPhoneCountryCode: code, primaryPhoneCallingCode: '' },
          updatedAt: at,
        },
      },
    }),
  ],
  zoho: [
    '7',
    ({ typed, name }) => ({
      data: [{ id: '7', Last_Name: 'Roma', Modified_Time: at, Phone: typed, Mailing_Country: name || null }],
    }),
  ],
};

it('asks every connector but the companion, which keeps what its server has read', () => {
  const ids = Object.values(byFile).map(({ id }) => id);
  expect(Object.keys(records).sort()).toEqual(ids.filter((id) => id !== 'companion').sort());
});

describe.each(Object.entries(records))('%s', (id, [contactId, answerOf]) => {
  const connector = byFile[`./${id}/connector.ts`]!;
  const example = examples[`./${id}/example.ts`]!;

  async function read(written: Written, region: string) {
    server.answerWith((request, ...rest) => {
      const opening = example.opening?.find((exchange) => matches(request, exchange))?.response;
      if (opening) reply(opening.status, opening.body, opening.headers)(request, ...rest);
      else
        reply(
          200,
          answerOf(written),
          id === 'carddav' ? { ETag: '"1"', 'Content-Type': 'text/vcard' } : {},
        )(request, ...rest);
    });
    const settings = connector.settings.parse({ ...(example.settings(server.baseUrl) as object), region });
    const crm = connector.connect({ settings, credential: example.credential });
    const contact = await crm.getContact(contactId);
    expect(contact?.name).toBe('Roma');
    return contact!;
  }
  const phone = (value: string) => ({ kind: 'phone', value }) as const;

  it.each(numbers)('reads a number of %s that is typed %s as %s', async (code, typed, e164, name) => {
    for (const region of settingsRegions) {
      const contact = await read({ typed, code, name }, region);
      expect(contact.identifiers).toEqual([{ ...phone(e164), country: 'record' }]);
      const stranger = normaliseIdentifier(phone(typed), { region });
      expect(stranger).not.toBeNull();
      if (region !== code) expect(filterByIdentifier([contact], stranger!)).toEqual([]);
    }
  });

  it.each(numbers)(
    'takes a number of %s without a country, %s, for one of the settings',
    async (code, typed, e164) => {
      const contact = await read({ typed, code: '', name: '' }, code);
      expect(contact.identifiers).toEqual([{ ...phone(e164), country: 'assumed' }]);
    },
  );

  it('says nothing of a country where the number has its own', async () => {
    for (const typed of ['+39 06 44556677', '0039 06 44556677']) {
      const contact = await read({ typed, code: 'FR', name: 'France' }, 'DE');
      expect(contact.identifiers).toEqual([phone('+390644556677')]);
    }
  });

  it('takes a number that is none of the record’s country for one of the settings, and says so', async () => {
    const contact = await read({ typed: '06 44 55 66 77', code: 'MT', name: 'Malta' }, 'FR');
    expect(contact.identifiers).toEqual([{ ...phone('+33644556677'), country: 'assumed' }]);
  });
});
