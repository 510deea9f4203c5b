import { afterAll, beforeAll, expect, it } from 'vitest';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import intercom from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const contact = (id: string, more: object = {}) => ({
  type: 'contact',
  id,
  updated_at: 1_795_208_400,
  ...more,
});
const attribute = (name: string, data_type: string, more: object = {}) => ({
  name,
  label: `L ${name}`,
  data_type,
  custom: true,
  ...more,
});
const attributes = [
  attribute('name', 'string', { custom: false }),
  attribute('plan', 'string', { options: [{ value: 'gold' }, 'silver'] }),
  attribute('renewed_at', 'date'),
  attribute('score', 'integer', { api_writable: false }),
  attribute('old', 'string', { archived: true }),
  attribute('telegram_name', 'string'),
];

function connect(found: object[], refused?: [number, object, Record<string, string>?]) {
  server.answerWith((request, ...rest) => {
    const path = new URL(request.url, server.baseUrl).pathname;
    const me = { id: '1', name: 'Sam', app: { id_code: 'app7', name: 'Support' } };
    if (path === '/data_attributes') return reply(200, { type: 'list', data: attributes })(request, ...rest);
    if (path === '/me') return reply(200, me)(request, ...rest);
    if (refused) return reply(...refused)(request, ...rest);
    if (path === '/contacts/search') return reply(200, { type: 'list', data: found })(request, ...rest);
    reply(found[0] ? 200 : 404, found[0] ?? { type: 'error.list' })(request, ...rest);
  });
  const settings = intercom.settings.parse({
    baseUrl: server.baseUrl,
    region: 'GB',
    otherFields: 'telegram=telegram_name, other=external_id',
  });
  return intercom.connect({ settings: settings as never, credential: 'secret-token', pace: atOnce });
}

const asked = () =>
  server.seen
    .filter(({ url }) => !url.includes('attributes'))
    .map(({ body }) => (body === '' ? undefined : JSON.parse(body)));

it('names the version of the contract that it speaks', async () => {
  await connect([]).session();
  expect(server.seen[0]!.headers['intercom-version']).toBe('2.14');
});

it.each(['020 7946 0123', '+442079460123', '+44 20 7946 0123', '020.7946.0123', '00442079460123'])(
  'finds %s in one search of at most fifteen filters, and drops other countries',
  async (typed) => {
    const crm = connect([contact('a', { phone: typed }), contact('b', { phone: '+492079460123' })]);
    const found = await crm.findByIdentifier({ kind: 'phone', value: '+442079460123' });
    expect(found.map(({ id }) => id)).toEqual(['a']);
    expect(asked()).toHaveLength(1);
    const { operator, value } = asked()[0].query;
    expect(operator).toBe('OR');
    expect(value.length).toBeLessThanOrEqual(15);
    expect(value).toContainEqual({ field: 'phone', operator: '~', value: '2079460123' });
    expect(value).toContainEqual({ field: 'phone', operator: '=', value: '020 7946 0123' });
  },
);

it('finds by the external id and by custom attributes, where they are set for client IDs', async () => {
  const crm = connect([contact('a', { external_id: 'C-7', custom_attributes: { telegram_name: '@Ana' } })]);
  expect(await crm.findByIdentifier({ kind: 'other', value: 'C-7' })).toHaveLength(1);
  expect(asked()[0].query.value[0]).toEqual({ field: 'external_id', operator: '=', value: 'C-7' });
  expect(await crm.findByIdentifier({ kind: 'telegram', value: 'ana' })).toHaveLength(1);
  expect(await crm.findByIdentifier({ kind: 'other', value: 'c-7' })).toEqual([]);
});

it('has one place for a number, and says when it is taken', async () => {
  const crm = connect([contact('a', { phone: '+442079460999' })]);
  const identifier = { kind: 'phone', value: '+442079460123' } as const;
  await expect(
    crm.assignIdentifier({ contactId: 'a', identifier, mode: 'add' }, { key: 'a' }),
  ).rejects.toMatchObject({
    safe: { code: 'not-supported', reason: 'no-slot' },
  });
});

it('creates a user where there is an address or an id, and a lead otherwise', async () => {
  const crm = connect([]);
  const create = (identifiers: { kind: 'email' | 'phone' | 'other'; value: string }[]) =>
    crm
      .createContact(
        { name: 'Ana', kind: 'person', identifiers, fields: { renewed_at: '2026-11-20T12:00:00Z' } },
        { key: 'k' },
      )
      .catch(() => asked().at(-1));
  const attributes = { renewed_at: 1_795_176_000 };
  expect(await create([{ kind: 'phone', value: '+442079460123' }])).toEqual({
    role: 'lead',
    name: 'Ana',
    phone: '+442079460123',
    custom_attributes: attributes,
  });
  expect(await create([{ kind: 'email', value: 'a@example.com' }])).toMatchObject({ role: 'user' });
  expect(await create([{ kind: 'other', value: 'C-9' }])).toMatchObject({ role: 'user', external_id: 'C-9' });
});

it('says whose address it is already, and when to ask again', async () => {
  const errors = [
    {
      code: 'conflict',
      message: 'A contact matching those details already exists with id=5f4d3c2b1a0987654321abcd (Ana)',
    },
  ];
  const twice = await connect([], [409, { type: 'error.list', errors }])
    .getContact('a')
    .catch((error) => error);
  expect(twice.safe).toEqual({ code: 'conflict', owners: ['5f4d3c2b1a0987654321abcd'] });
  const reset = String(Math.ceil(Date.now() / 1_000) + 9);
  const often = connect([], [429, { type: 'error.list' }, { 'X-RateLimit-Reset': reset }]);
  await expect(often.getContact('a')).rejects.toMatchObject({
    safe: { code: 'rate-limited', retryAfterMs: expect.closeTo(9_000, -4) },
  });
});

it('shows the attributes of the organisation by their types', async () => {
  const crm = connect([
    contact('a', {
      name: null,
      email: 'a@example.com',
      location: { city: 'Porto', country_code: 'PT' },
      custom_attributes: { plan: 'gold', renewed_at: 1_795_176_000, score: 7, old: 'x' },
    }),
  ]);
  const { name, fields } = await crm.workspace();
  expect(name).toBe('Support');
  expect(fields.slice(-3)).toEqual([
    {
      key: 'plan',
      label: 'L plan',
      type: 'choice',
      options: [
        { value: 'gold', label: 'gold' },
        { value: 'silver', label: 'silver' },
      ],
    },
    { key: 'renewed_at', label: 'L renewed_at', type: 'date-time' },
    { key: 'score', label: 'L score', type: 'number', readOnly: true },
  ]);
  expect(await crm.getContact('a')).toMatchObject({
    name: 'a@example.com',
    fields: { city: 'Porto', country: 'PT', plan: 'gold', renewed_at: '2026-11-20T12:00:00.000Z', score: 7 },
  });
});

it('searches every word, within two levels of filters', async () => {
  await connect([]).search('ana reis');
  const { operator, value } = asked()[0].query;
  expect([operator, value.length, value[0].operator]).toEqual(['AND', 2, 'OR']);
  expect(value[1].value).toContainEqual({ field: 'name', operator: '~', value: 'reis' });
});

it('opens a contact in the workspace, once that is known', async () => {
  const crm = connect([]);
  expect(crm.recordUrl('5f4d')).toBeNull();
  await crm.session();
  expect(crm.recordUrl('5f4d')).toBe('https://app.intercom.com/a/apps/app7/users/5f4d/all-conversations');
  expect(crm.recordUrl('../x')).toBeNull();
});

it('reads a name that comes escaped as it was typed, and says that it is saved', async () => {
  const crm = connect([contact('6762f0dd1bb69f9f2193bb10', { name: 'Sinéad O&#39;Connor &amp; Co' })]);
  expect(await crm.getContact('6762f0dd1bb69f9f2193bb10')).toMatchObject({ name: "Sinéad O'Connor & Co" });
});
