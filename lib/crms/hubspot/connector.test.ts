import { afterAll, beforeAll, expect, it } from 'vitest';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import hubspot from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const at = '2026-11-20T21:00:00.000Z';
const record = (id: string, properties: Record<string, string | null>) => ({ id, properties, updatedAt: at });
const property = (name: string, fieldType: string, more: object = {}) => ({
  name,
  label: name.toUpperCase(),
  type: 'string',
  fieldType,
  hubspotDefined: false,
  ...more,
});
const metadata = [
  property('company', 'text', { hubspotDefined: true }),
  property('hs_internal', 'text', { hubspotDefined: true }),
  property('secret_note', 'text', { hidden: true }),
  property('interests', 'checkbox', {
    options: [
      { value: 'a', label: 'A' },
      { value: 'z', label: 'Z', hidden: true },
    ],
  }),
  property('newsletter', 'booleancheckbox'),
  property('total', 'number', { calculated: true }),
  property('telegram_name', 'text'),
];

/** A portal whose search finds these; each contact is read by its id. */
function connect(found: ReturnType<typeof record>[], refused?: { status: number; body: object }) {
  const sent: Record<string, never>[] = [];
  server.answerWith((request, ...rest) => {
    const path = new URL(request.url, server.baseUrl).pathname;
    if (request.body !== '') sent.push({ path, ...JSON.parse(request.body) });
    if (path.startsWith('/account-info'))
      return reply(200, { portalId: 7, uiDomain: 'app-eu1.hubspot.com' })(request, ...rest);
    if (path.endsWith('/properties/contacts')) return reply(200, { results: metadata })(request, ...rest);
    if (path.endsWith('/search')) return reply(200, { total: 1, results: found })(request, ...rest);
    if (refused && request.method !== 'GET') return reply(refused.status, refused.body)(request, ...rest);
    reply(200, found.find(({ id }) => path.endsWith(`/${id}`)) ?? record('9', {}))(request, ...rest);
  });
  const settings = hubspot.settings.parse({
    baseUrl: server.baseUrl,
    region: 'GB',
    otherFields: 'telegram=telegram_name',
  }) as never;
  return { crm: hubspot.connect({ settings, credential: 'secret-token' }), sent };
}

it('goes to HubSpot where no other address is set', () => {
  const settings = hubspot.settings.parse({ region: 'gb' });
  expect(hubspot.origins(settings)).toEqual(['https://api.hubapi.com/*']);
});

it.each(['020 7946 0123', '+44 20 7946 0123', '020.7946.0123', '0044 20 79460123', '+442079460123'])(
  'finds %s in one search by national digits and E.164, and drops other countries',
  async (typed) => {
    const { crm, sent } = connect([
      record('1', { phone: typed }),
      record('2', { mobilephone: typed }),
      record('3', { phone: '+49 20 79460123' }),
    ]);
    const found = await crm.findByIdentifier({ kind: 'phone', value: '+442079460123' });
    expect(found.map(({ id }) => id)).toEqual(['1', '2']);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.filterGroups).toEqual(
      [
        ['hs_searchable_calculated_phone_number', '2079460123'],
        ['hs_searchable_calculated_mobile_number', '2079460123'],
        ['phone', '+442079460123'],
        ['mobilephone', '+442079460123'],
        ['hs_whatsapp_phone_number', '+442079460123'],
      ].map(([propertyName, value]) => ({ filters: [{ propertyName, operator: 'EQ', value }] })),
    );
  },
);

it('asks for many properties of an organisation’s own apart, since a search with them is refused', async () => {
  const own = Array.from({ length: 90 }, (_, at) => property(`property_of_our_own_number_${at}`, 'text'));
  const people = [record('1', { phone: '020 7946 0123' }), record('2', { phone: '+442079460123' })];
  server.answerWith((request, ...rest) => {
    const asked = request.body === '' ? {} : JSON.parse(request.body);
    if (request.url.endsWith('/properties/contacts')) return reply(200, { results: own })(request, ...rest);
    if (request.url.endsWith('/search') && request.body.length > 3_000) return reply(400)(request, ...rest);
    if (request.url.endsWith('/search')) return reply(200, { total: 2, results: people })(request, ...rest);
    const read = asked.inputs.map(({ id }: { id: string }) => people.find((one) => one.id === id));
    for (const one of read) one.properties[own[79]!.name] = `last of ${one.id}`;
    reply(200, { results: read.reverse() })(request, ...rest);
  });
  const settings = hubspot.settings.parse({ baseUrl: server.baseUrl, region: 'GB' });
  const crm = hubspot.connect({ settings, credential: 'secret-token' });
  const found = await crm.findByIdentifier({ kind: 'phone', value: '+442079460123' });
  expect(found.map(({ id, fields }) => [id, Object.values(fields)])).toEqual([
    ['1', ['last of 1']],
    ['2', ['last of 2']],
  ]);
});

it('finds by further e-mail addresses too, and refuses to take one away, which HubSpot lets nobody do', async () => {
  const { crm, sent } = connect([
    record('1', { email: 'a@example.com', hs_additional_emails: 'B@example.com;c@example.com' }),
  ]);
  expect(await crm.findByIdentifier({ kind: 'email', value: 'b@example.com' })).toHaveLength(1);
  expect(await crm.findByIdentifier({ kind: 'email', value: 'd@example.com' })).toEqual([]);
  const identifiers = [{ kind: 'email', value: 'a@example.com' } as const];
  sent.length = 0;
  await expect(crm.updateContact('1', { identifiers }, at, { key: 'a' })).rejects.toMatchObject({
    safe: { code: 'not-supported', reason: 'read-only' },
  });
  expect(sent).toEqual([]);
});

it('says who has the e-mail address already, and nothing else of what HubSpot says', async () => {
  const body = {
    status: 'error',
    message: 'Contact already exists. Existing ID: 4711',
    category: 'CONFLICT',
  };
  const { crm } = connect([], { status: 409, body });
  const contact = { name: 'Ana Reis', kind: 'person' as const, identifiers: [], fields: {} };
  await expect(crm.createContact(contact, { key: 'a' })).rejects.toMatchObject({
    message: 'CRM: conflict',
    safe: { code: 'conflict', owners: ['4711'] },
  });
});

it('shows what an agent reads, with its labels and types, and no further properties', async () => {
  const { crm } = connect([
    record('1', { interests: 'a;z', newsletter: 'false', total: '12.5', company: '' }),
  ]);
  const { fields } = await crm.workspace();
  expect(fields.filter(({ key }) => !key.startsWith('id-'))).toEqual([
    expect.objectContaining({ key: 'company', label: 'COMPANY', type: 'text' }),
    { key: 'interests', label: 'INTERESTS', type: 'multiple-choice', options: [{ value: 'a', label: 'A' }] },
    { key: 'newsletter', label: 'NEWSLETTER', type: 'check-box' },
    { key: 'total', label: 'TOTAL', type: 'number', readOnly: true },
  ]);
  expect((await crm.getContact('1'))!.fields).toEqual({
    interests: ['a', 'z'],
    newsletter: false,
    total: 12.5,
  });
});

it('creates with associations, which HubSpot demands, and with every value as text', async () => {
  const { crm, sent } = connect([]);
  const contact = {
    name: 'Ana Reis',
    kind: 'person' as const,
    identifiers: [{ kind: 'telegram', value: 'ana' } as const],
    fields: { interests: ['a'], newsletter: true },
  };
  await crm.createContact(contact, { key: 'a' }).catch(() => {});
  expect(sent.find(({ associations }) => associations)).toEqual({
    path: '/crm/v3/objects/contacts',
    associations: [],
    properties: {
      firstname: 'Ana',
      lastname: 'Reis',
      telegram_name: 'ana',
      interests: 'a',
      newsletter: 'true',
    },
  });
});

it('looks a number up rather than searching for it as text', async () => {
  const { crm, sent } = connect([record('1', { phone: '020 7946 0123' })]);
  expect((await crm.search('020 7946 0123')).contacts).toHaveLength(1);
  expect((await crm.search('Reis')).contacts).toHaveLength(1);
  expect(sent.map(({ query }) => query)).toEqual([undefined, 'Reis']);
});

it('opens a contact in the portal, once that is known', async () => {
  const { crm } = connect([]);
  expect(crm.recordUrl('12')).toBeNull();
  await crm.session();
  expect(crm.recordUrl('12')).toBe('https://app-eu1.hubspot.com/contacts/7/record/0-1/12');
});
