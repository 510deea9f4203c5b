import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Unread } from '../../domain/crm/unread.ts';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import zoho from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+33144556677' } as const;
const field = (api_name: string, data_type: string, more: object = {}) => ({ api_name, data_type, ...more });
const ofAccounts = [
  field('Account_Name', 'text'),
  field('Phone', 'phone'),
  field('Fax', 'phone'),
  field('Switchboard', 'phone'),
  field('Old_Number', 'phone', { visible: false }),
  field('Billing_City', 'text'),
  field('Billing_Country', 'picklist'),
];
const ofContacts = [field('Last_Name', 'text'), field('Account_Name', 'lookup'), field('Phone', 'phone')];
const account = (more: object) => ({ id: '12', Account_Name: 'Atelier Vauban', ...more });

interface Told {
  fields?: [number, unknown];
  /** To COQL. */
  accounts?: object[];
  /** To Zoho's own search. */
  searched?: object[];
  refused?: [number, unknown];
}

/** An organisation in which no contact has a number; this is what it says of accounts. */
function connect(told: Told, unread: Unread[] = [], fieldsOfContacts = ofContacts) {
  const rows = (data: object[] = []): [number, unknown] => (data.length > 0 ? [200, { data }] : [204, '']);
  const answerOf = (url: string, body: string): [number, unknown] => {
    const { pathname, searchParams } = new URL(url, server.baseUrl);
    const isOfAccounts = pathname.includes('/Accounts') || / from Accounts /.test(body);
    if (searchParams.get('module') === 'Contacts') return [200, { fields: fieldsOfContacts }];
    if (searchParams.get('module') === 'Accounts') return told.fields ?? [200, { fields: ofAccounts }];
    if (isOfAccounts && told.refused) return told.refused;
    if (pathname.endsWith('/Accounts/search')) return rows(told.searched);
    if (/ where Account_Name\.id = /.test(body)) return rows([{ id: '1', Last_Name: 'Reis' }]);
    return rows(isOfAccounts ? told.accounts : []);
  };
  server.answerWith((request, ...rest) => {
    const [status, body] = answerOf(request.url, request.body);
    reply(status, body)(request, ...rest);
  });
  const settings = zoho.settings.parse({ baseUrl: server.baseUrl, region: 'GB' }) as never;
  return zoho.connect({ settings, credential: 'x', onUnread: (one) => void unread.push(one) });
}
const queries = (): string[] =>
  server.seen.flatMap(({ url, body }) => (url.endsWith('/coql') ? [JSON.parse(body).select_query] : []));
const names = async (crm: ReturnType<typeof connect>) =>
  (await crm.findByIdentifier(number)).map(({ name }) => name);

it('asks in every phone field that an account has and may show, and for nothing that it has not', async () => {
  expect(await names(connect({ accounts: [account({ Switchboard: '+33144556677' })] }))).toEqual([
    ...['Reis', 'Atelier Vauban'],
  ]);
  const [, query = '', ofPeople = ''] = queries();
  expect(query).toMatch(
    /^select Account_Name,Modified_Time,Phone,Switchboard,Billing_Country,Billing_City from Accounts where /,
  );
  for (const spelling of ['+33144556677', '01 44 55 66 77', '0033144556677'])
    expect(query).toContain(`'${spelling}'`);
  for (const name of ['Phone', 'Switchboard']) expect(query).toContain(`(${name} in (`);
  expect(query).not.toMatch(/Fax|Old_Number|Mobile/);
  expect(ofPeople).toMatch(/ from Contacts where Account_Name\.id = '12' limit 19$/);
});

it('asks Zoho’s own search where the number is spelled as nobody foresaw', async () => {
  const odd = connect({
    searched: [account({ Phone: '(+33) 1/44.55-66 77' }), account({ id: '13', Phone: '+34144556677' })],
  });
  expect(await names(odd)).toEqual(['Reis', 'Atelier Vauban']);
  expect(server.seen.at(-2)?.url).toContain('/Accounts/search?phone=144556677&');
});

it('selects no more than the fifty fields that COQL takes, however many an account has', async () => {
  const many = Array.from({ length: 80 }, (_, index) => [
    field(`Line_${index}`, 'phone'),
    field(`Mail_${index}`, 'email'),
  ]).flat();
  await connect({ fields: [200, { fields: [...many, ...ofAccounts] }] }).findByIdentifier(number);
  expect(queries().at(-1)?.split(' from ')[0]?.split(',').length).toBeLessThanOrEqual(50);
});

it('reads its number in the country that it names', async () => {
  const crm = connect({
    accounts: [account({ Phone: '01 44 55 66 77', Billing_City: 'Paris', Billing_Country: 'France' })],
  });
  expect((await crm.findByIdentifier(number)).at(-1)).toMatchObject({
    ...{ id: 'organisation:12', kind: 'company', readOnly: true },
    identifiers: [{ ...number, country: 'record' }],
    fields: { city: 'Paris', countryName: 'France' },
  });
  // Without a country it would be one of the settings' region, where it is somebody else's.
  expect(await names(connect({ accounts: [account({ Phone: '01 44 55 66 77' })] }))).toEqual([]);
});

const says = (code: string) => ({ code, details: {}, message: 'x', status: 'error' });
const refusals: [number, unknown][] = [
  [401, says('OAUTH_SCOPE_MISMATCH')],
  [403, says('NO_PERMISSION')],
  [400, says('INVALID_MODULE')],
];

it.each(refusals)(
  'has nobody for a strange number where accounts are not for this agent: %s %j',
  async (...refused) => {
    expect(await names(connect({ refused }))).toEqual([]);
    expect(await names(connect({ fields: refused }))).toEqual([]);
  },
);

it('is signed out, though, where the token has ended', async () => {
  const crm = connect({ refused: [401, says('INVALID_TOKEN')] });
  await expect(crm.findByIdentifier(number)).rejects.toMatchObject({ safe: { code: 'signed-out' } });
});

it('asks nothing of accounts without a phone field, and for nobody where contacts name no account', async () => {
  expect(await names(connect({ fields: [200, { fields: [field('Account_Name', 'text')] }] }))).toEqual([]);
  expect(queries().filter((query) => query.includes(' from Accounts '))).toEqual([]);
  const alone = connect({ accounts: [account({ Phone: number.value })] }, [], [field('Phone', 'phone')]);
  expect(await names(alone)).toEqual(['Atelier Vauban']);
});

it('leaves out a part that is odd, and tells it', async () => {
  const unread: Unread[] = [];
  const crm = connect(
    { accounts: [account({ Phone: number.value, Billing_City: { a: 1 }, Modified_Time: 'then' })] },
    unread,
  );
  expect((await crm.findByIdentifier(number)).at(-1)).toMatchObject({ name: 'Atelier Vauban', fields: {} });
  expect(unread.map(({ of, path, whole }) => [of, path, whole])).toEqual(
    expect.arrayContaining([
      ['company', 'Modified_Time', false],
      ['company', 'Billing_City', false],
    ]),
  );
});

it('asks what fields accounts have once', async () => {
  const crm = connect({ accounts: [account({ Phone: number.value })] });
  await crm.findByIdentifier(number);
  await crm.findByIdentifier(number);
  expect(server.seen.filter(({ url }) => url.includes('module=Accounts'))).toHaveLength(1);
});

it('knows no account that is gone, and asks for none by what is no id of Zoho’s', async () => {
  const crm = connect({});
  expect(await crm.getContact('organisation:12')).toBeNull();
  const before = server.seen.length;
  for (const id of ['0', '../Contacts/12', '', 'x'])
    expect(await crm.getContact(`organisation:${id}`)).toBeNull();
  expect(server.seen).toHaveLength(before);
});

it('opens an account on the site of its region', () => {
  const settings = zoho.settings.parse({ baseUrl: 'https://www.zohoapis.eu', region: 'GB' }) as never;
  const { recordUrl } = zoho.connect({ settings, credential: 'x' });
  expect(recordUrl('organisation:12')).toBe('https://crm.zoho.eu/crm/tab/Accounts/12');
  expect(recordUrl('organisation:../12')).toBeNull();
});
