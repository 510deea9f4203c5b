import { afterAll, beforeAll, expect, it } from 'vitest';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import zoho from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const at = '2026-11-20T22:00:00+01:00';
const field = (api_name: string, data_type: string, more: object = {}) => ({
  api_name,
  data_type,
  display_label: `L ${api_name}`,
  ...more,
});
const fields = [
  field('Last_Name', 'text'),
  field('Email', 'email'),
  field('Secondary_Email', 'email'),
  field('Phone', 'phone'),
  field('Asst_Phone', 'phone'),
  field('Fax', 'phone'),
  field('Direct_Line', 'phone'),
  field('Account_Name', 'lookup'),
  field('Lead_Source', 'picklist', {
    pick_list_values: [
      { actual_value: '-None-', display_value: '-None-' },
      { actual_value: 'x', display_value: 'X' },
    ],
  }),
  field('Hidden', 'text', { visible: false }),
];

/** Answers each path by what it is given; 204 where nothing is. */
function connect(answers: Record<string, [number, unknown] | undefined>) {
  server.answerWith((request, ...rest) => {
    const path = new URL(request.url, server.baseUrl).pathname.replace('/crm/v8/', '');
    if (path === 'settings/fields') return reply(200, { fields })(request, ...rest);
    const [status, body] = answers[`${request.method} ${path}`] ?? answers[path] ?? [204, ''];
    reply(status, body)(request, ...rest);
  });
  const settings = zoho.settings.parse({
    baseUrl: server.baseUrl,
    region: 'GB',
    otherFields: 'telegram=Telegram',
  });
  return zoho.connect({ settings: settings as never, credential: 'secret-token', pace: atOnce });
}

const asked = () => server.seen.filter(({ url }) => !url.includes('settings/fields'));
const records = (...data: object[]): [number, unknown] => [200, { data }];

it('takes 204 for an empty list', async () => {
  const crm = connect({});
  expect(await crm.getContact('12')).toBeNull();
  expect(await crm.search('reis')).toEqual({ contacts: [] });
  expect(await crm.findByIdentifier({ kind: 'email', value: 'a@example.com' })).toEqual([]);
});

it('asks for the usual spellings in every phone field but the assistant and the fax, and then for the digits', async () => {
  const none = connect({});
  const number = { kind: 'phone', value: '+442079460123' } as const;
  expect(await none.findByIdentifier(number)).toEqual([]);
  // Then the same of accounts: see their own test.
  expect(asked().map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET']);
  const query: string = JSON.parse(asked()[0]!.body).select_query;
  const spellings = ['+442079460123', '020 7946 0123', '02079460123', '+44 20 7946 0123', '00442079460123'];
  for (const spelling of spellings) expect(query).toContain(`'${spelling}'`);
  for (const name of ['Phone', 'Mobile', 'Direct_Line']) expect(query).toContain(`(${name} in (`);
  expect(query).not.toMatch(/(Asst_Phone|Fax) in/);
  expect(new URL(asked()[1]!.url, server.baseUrl).searchParams.get('phone')).toBe('2079460123');
  const odd = connect({
    'Contacts/search': records({ id: '1', Phone: '20-79-46-01-23' }, { id: '2', Phone: '+49 2079460123' }),
  });
  expect((await odd.findByIdentifier(number)).map(({ id }) => id)).toEqual(['1']);
  const found = connect({ coql: records({ id: '3', Direct_Line: '020 7946 0123' }) });
  expect(await found.findByIdentifier(number)).toHaveLength(1);
  expect(asked()).toHaveLength(1);
});

it('lets no sign of a client ID out of its quotes', async () => {
  const crm = connect({});
  await crm.findByIdentifier({ kind: 'telegram', value: "o'neil\\" });
  expect(JSON.parse(asked()[0]!.body).select_query).toContain(
    "where (Telegram in ('o\\'neil\\\\', '@o\\'neil\\\\'))",
  );
});

it.each([
  [
    202,
    { data: [{ code: 'DUPLICATE_DATA', status: 'error', details: { api_name: 'Email', id: '77' } }] },
    { code: 'conflict', owners: ['77'] },
  ],
  [
    400,
    { data: [{ code: 'DUPLICATE_DATA', status: 'error', details: { duplicate_record: { id: '78' } } }] },
    { code: 'conflict', owners: ['78'] },
  ],
  [
    202,
    { data: [{ code: 'MANDATORY_NOT_FOUND', status: 'error', details: { api_name: 'Tier' } }] },
    { code: 'invalid', fields: { Tier: 'required' } },
  ],
  [
    400,
    { data: [{ code: 'INVALID_DATA', status: 'error', details: { api_name: 'Email' } }] },
    { code: 'invalid', fields: { Email: 'not-valid' } },
  ],
  [
    200,
    { data: [{ code: 'SOMETHING_NEW', status: 'error', message: 'Ana Reis', details: {} }] },
    { code: 'invalid' },
  ],
  [
    401,
    { code: 'OAUTH_SCOPE_MISMATCH', details: {}, message: 'x', status: 'error' },
    { code: 'not-allowed' },
  ],
  [401, { code: 'INVALID_TOKEN', details: {}, message: 'x', status: 'error' }, { code: 'signed-out' }],
])('takes a refusal of %s for what its body says: %j', async (status, body, safe) => {
  const crm = connect({ 'POST Contacts': [status, body] });
  const contact = { name: 'Ana Reis', kind: 'person' as const, identifiers: [], fields: {} };
  const error = await crm.createContact(contact, { key: 'a' }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ safe, message: `CRM: ${safe.code}` });
  expect(JSON.stringify((error as { safe: object }).safe)).toBe(JSON.stringify(safe));
});

it('shows the fields of the organisation with its labels, and those of other records by their name', async () => {
  const crm = connect({
    users: [200, { users: [{ id: '1', full_name: 'Sam' }] }],
    'Contacts/12': records({
      id: '12',
      Last_Name: 'Reis',
      Account_Name: { name: 'Reis Ltd', id: '9' },
      Lead_Source: '-None-',
      Modified_Time: at,
    }),
  });
  const { fields: shown } = await crm.workspace();
  expect(shown.filter(({ key }) => !key.startsWith('id-'))).toEqual([
    { key: 'company', label: 'L Account_Name', type: 'text', readOnly: true, reduced: true },
    { key: 'Lead_Source', label: 'L Lead_Source', type: 'choice', options: [{ value: 'x', label: 'X' }] },
  ]);
  expect(await crm.getContact('12')).toMatchObject({
    name: 'Reis',
    fields: { company: 'Reis Ltd' },
    version: expect.stringMatching(/^2026-\S+ [\da-f]{8}$/) as string,
  });
});

it('opens a contact on the site of its region', () => {
  const link = (baseUrl: string) =>
    zoho
      .connect({ settings: zoho.settings.parse({ baseUrl, region: 'GB' }) as never, credential: 'x' })
      .recordUrl('12');
  expect(link('https://www.zohoapis.eu')).toBe('https://crm.zoho.eu/crm/tab/Contacts/12');
  expect(link('https://www.zohoapis.com.au/')).toBe('https://crm.zoho.com.au/crm/tab/Contacts/12');
  expect(link('https://www.zohoapis.ca')).toBe('https://crm.zohocloud.ca/crm/tab/Contacts/12');
  expect(link('https://sandbox.example.com')).toBeNull();
});
