import { afterAll, beforeAll, expect, it } from 'vitest';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import hubspot from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+33144556677' } as const;
const company = (properties: Record<string, string | null>, more: object = {}) => ({
  ...{
    id: '12',
    updatedAt: '2026-11-20T21:00:00.000Z',
    properties: { name: 'Atelier Vauban', ...properties },
  },
  ...more,
});

/** A portal in which nobody has a number; of companies it says this. */
function connect(status: number, body: object) {
  server.answerWith((request, ...rest) => {
    const { pathname } = new URL(request.url, server.baseUrl);
    const isOfCompanies = pathname.includes('/objects/companies');
    const nobody = { portalId: 7, total: 0, results: [] };
    reply(isOfCompanies ? status : 200, isOfCompanies ? body : nobody)(request, ...rest);
  });
  const settings = hubspot.settings.parse({ baseUrl: server.baseUrl, region: 'GB' }) as never;
  return hubspot.connect({ settings, credential: 'secret-token' });
}
const found = (...results: object[]) => connect(200, { total: results.length, results });
const askedOfCompanies = () => server.seen.filter(({ url }) => url.includes('/objects/companies'));

it('looks for the number as people type it, and behind whatever else stands before its digits', async () => {
  await found().findByIdentifier(number);
  const [request, ...others] = askedOfCompanies();
  expect(others).toEqual([]);
  const [typed, behind, ...more] = JSON.parse(request!.body).filterGroups;
  expect(typed.filters).toEqual([
    { propertyName: 'phone', operator: 'IN', values: expect.anything() as never },
  ]);
  expect(typed.filters[0].values).toEqual(
    expect.arrayContaining(['+33144556677', '+33 1 44 55 66 77', '01 44 55 66 77', '0033144556677']),
  );
  expect(behind.filters).toEqual([
    { propertyName: 'phone', operator: 'CONTAINS_TOKEN', value: '*144556677' },
  ]);
  expect(more).toEqual([]);
});

it.each(['+5491155510023', '+525512345678', '+447700900461', '+390612345678', '+12125550142'])(
  'looks for %s within HubSpot’s limits, and by no property that a company has not',
  async (value) => {
    await found().findByIdentifier({ kind: 'phone', value });
    const { body } = askedOfCompanies()[0]!;
    const groups: { filters: { propertyName: string }[] }[] = JSON.parse(body).filterGroups;
    expect(body.length).toBeLessThan(3_000);
    expect(groups.length).toBeLessThanOrEqual(5);
    const names = groups.flatMap(({ filters }) => filters.map(({ propertyName }) => propertyName));
    expect([...new Set(names)]).toEqual(['phone']);
  },
);

it.each([{ hs_country_code: 'FR' }, { country: 'France' }])(
  'reads its number in the country that it names: %j',
  async (place) => {
    const crm = found(company({ phone: '01 44 55 66 77', city: 'Paris', ...place }));
    const [organisation, ...others] = await crm.findByIdentifier(number);
    expect(others).toEqual([]);
    expect(organisation).toMatchObject({
      ...{ id: 'organisation:12', kind: 'company', readOnly: true },
      identifiers: [{ ...number, country: 'record' }],
      fields: { city: 'Paris' },
    });
    // Without a country it would be one of the settings' region, where it is somebody else's.
    expect(await found(company({ phone: '01 44 55 66 77' })).findByIdentifier(number)).toEqual([]);
  },
);

it.each([
  [403, { status: 'error', category: 'MISSING_SCOPES', message: 'crm.objects.companies.read' }],
  [401, { status: 'error', category: 'MISSING_SCOPES' }],
])('has nobody for a strange number where the app may not read companies: %s %j', async (status, body) => {
  expect(await connect(status, body).findByIdentifier(number)).toEqual([]);
  expect(askedOfCompanies()).toHaveLength(1);
});

it('is signed out, though, where the token is not taken', async () => {
  const crm = connect(401, { status: 'error', category: 'EXPIRED_AUTHENTICATION' });
  await expect(crm.findByIdentifier(number)).rejects.toMatchObject({ safe: { code: 'signed-out' } });
});

it('asks for the people of three companies at most', async () => {
  const many = [12, 13, 14, 15].map((id) => company({ phone: number.value }, { id: String(id) }));
  expect((await found(...many).findByIdentifier(number)).map(({ id }) => id)).toEqual([
    ...['organisation:12', 'organisation:13', 'organisation:14'],
  ]);
  const ofPeople = server.seen.filter(({ body }) => body.includes('associations.company'));
  expect(ofPeople).toHaveLength(3);
  expect(JSON.parse(ofPeople[0]!.body)).toMatchObject({ limit: 19 });
});

it('knows no company that is archived, and asks for none by what is no id of HubSpot’s', async () => {
  const gone = company({ phone: number.value }, { archived: true });
  expect(await found(gone).findByIdentifier(number)).toEqual([]);
  expect(await connect(200, gone).getContact('organisation:12')).toBeNull();
  expect(await connect(404, {}).getContact('organisation:12')).toBeNull();
  const crm = connect(200, company({}));
  for (const id of ['0', '../contacts/12', '9223372036854775808', ''])
    expect(await crm.getContact(`organisation:${id}`)).toBeNull();
  expect(askedOfCompanies()).toEqual([]);
});

it('opens a company as what it is, once the portal is known', async () => {
  const crm = found();
  expect(crm.recordUrl('organisation:12')).toBeNull();
  await crm.session();
  expect(crm.recordUrl('organisation:12')).toBe('https://app.hubspot.com/contacts/7/record/0-2/12');
  expect(crm.recordUrl('organisation:../12')).toBeNull();
});
