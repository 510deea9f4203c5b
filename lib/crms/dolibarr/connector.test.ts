import { afterAll, beforeAll, expect, it } from 'vitest';
import { reply, type SeenRequest, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import dolibarr from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const nothing = { error: { code: 404, message: 'Not Found: Contacts not found' } };
const row = (more: object = {}) => ({
  id: '12',
  firstname: 'Ana',
  lastname: 'Reis',
  email: '',
  phone_pro: '',
  phone_perso: '',
  phone_mobile: '',
  date_modification: 1795211157,
  array_options: [],
  ...more,
});
const extraFields = {
  tier: { type: 'select', label: 'Tier', required: '1', param: { options: { a: 'A', b: 'B' } } },
  old: {
    type: 'select',
    label: 'Old',
    param: 'a:1:{s:7:"options";a:2:{i:1;s:3:"One";s:3:"two";s:3:"Two";}}',
  },
  vip: { type: 'boolean', label: 'VIP', param: '' },
  since: { type: 'date', label: 'Since', param: '' },
  owner: { type: 'sellist', label: 'Owner', param: '' },
  clientid: { type: 'varchar', label: 'Client', param: '' },
};

/** A server whose contacts are a list; writes change the contact that is read by its id. */
function connect(
  options: {
    found?: object[] | undefined;
    contact?: object;
    extra?: number;
    extraFields?: object;
    otherFields?: string;
  } = {},
) {
  const contact: Record<string, unknown> = row(options.contact);
  const sent: { method: string; body: unknown }[] = [];
  server.answerWith((request: SeenRequest, ...rest) => {
    const path = request.url.replace('/api/index.php/', '').replace(/\?.*/, '');
    if (request.method !== 'GET') sent.push({ method: request.method, body: JSON.parse(request.body) });
    if (path === 'setup/extrafields') {
      const message = 'Unauthorized: Only an admin user can get list of extrafields';
      const said = options.extra ? { error: { code: options.extra, message } } : undefined;
      const found = options.extraFields ?? { socpeople: extraFields };
      return reply(options.extra ?? 200, said ?? found)(request, ...rest);
    }
    if (path === 'status') return reply(200, { success: { dolibarr_version: '19.0.2' } })(request, ...rest);
    if (request.method === 'PUT') {
      const { array_options, ...own } = JSON.parse(request.body);
      Object.assign(contact, own, array_options && { array_options });
    }
    if (path === 'thirdparties') return reply(404, nothing)(request, ...rest);
    if (path !== 'contacts') return reply(200, contact)(request, ...rest);
    reply(options.found ? 200 : 404, options.found ?? nothing)(request, ...rest);
  });
  const crm = dolibarr.connect({
    settings: dolibarr.settings.parse({
      baseUrl: server.baseUrl,
      region: 'FR',
      otherFields: options.otherFields ?? 'other=clientid, telegram=telegram',
    }) as never,
    credential: 'secret-key',
    pace: atOnce,
  });
  return { crm, sent };
}

const filters = () =>
  server.seen.flatMap(({ url }) => new URL(url, server.baseUrl).searchParams.get('sqlfilters') ?? []);

it.each([
  { none: [], when: 'from version 22' },
  { none: { socpeople: [] }, when: 'where other things have some' },
])('takes $none for no extra fields, as it is said $when', async ({ none }) => {
  const { crm } = connect({ extraFields: none, otherFields: '' });
  const { fields } = await crm.workspace();
  expect(fields.some(({ key }) => key.startsWith('options_'))).toBe(false);
});

it('takes a list without entries for nobody, as version 22 says it', async () => {
  const { crm } = connect({ found: [] });
  expect(await crm.findByIdentifier({ kind: 'phone', value: '+33639980001' })).toEqual([]);
});

it('takes a 404 for an empty list, in searches of every kind', async () => {
  const { crm } = connect();
  expect(await crm.findByIdentifier({ kind: 'phone', value: '+33639980001' })).toEqual([]);
  expect(await crm.findByIdentifier({ kind: 'email', value: 'a@example.com' })).toEqual([]);
  expect(await crm.search('reis')).toEqual({ contacts: [] });
  expect(await crm.getContact('abc')).toBeNull();
});

it.each([
  '06 39 98 00 01',
  '06.39.98.00.01',
  '0033 639980001',
  '+33 6 39 98 00 01',
  '+33639980001',
  '(0)6-39-98-00-01',
])('finds %s in any slot in one request, and drops other countries and longer numbers', async (typed) => {
  const { crm } = connect({
    found: [
      row({ id: '1', phone_perso: typed }),
      row({ id: 2, phone_pro: typed }),
      row({ id: '3', phone_mobile: '+34 639 980 001' }),
      row({ id: '4', phone_mobile: '06 39 98 05 00 01' }),
    ],
  });
  const found = await crm.findByIdentifier({ kind: 'phone', value: '+33639980001' });
  expect(found.map(({ id }) => id)).toEqual(['1', '2']);
  const digits = '%6%3%9%9%8%0%0%0%1%';
  expect(filters()).toEqual([
    ['t.phone', 't.phone_mobile', 't.phone_perso']
      .map((column) => `(${column}:like:'${digits}')`)
      .join(' or '),
  ]);
});

it('looks for other client IDs in the extra fields that are set for them', async () => {
  const found = [
    row({ id: '1', array_options: { options_telegram: '@Ana_R' } }),
    row({ id: '2', array_options: { options_telegram: 'ana_rocha' } }),
  ];
  const { crm } = connect({ found });
  expect(await crm.findByIdentifier({ kind: 'telegram', value: 'ana_r' })).toMatchObject([{ id: '1' }]);
  expect(filters()).toEqual(["(te.telegram:like:'%ana_r%')"]);
  expect(await crm.findByIdentifier({ kind: 'instagram', value: 'ana' })).toEqual([]);
});

it('lets no sign of a search out of its quotes', async () => {
  const { crm } = connect();
  await crm.search("O'Neil (x) a:=:'b' 100%_\\");
  const [filter] = filters();
  for (const value of filter!.match(/'[^']*'/g)!) expect(value).toMatch(/^'%[^()'\\:]*%'$/);
  expect(filter).toContain("'%O_Neil%'");
  expect(filter!.replace(/'[^']*'/g, '')).toMatch(/^[\w.:() ]+$/);
});

it('fills the free slots one after the other, keeps what is typed, and says when none is free', async () => {
  const { crm, sent } = connect({ contact: { phone_mobile: '06 39 98 00 01' } });
  const assign = (value: string) =>
    crm.assignIdentifier(
      { contactId: '12', identifier: { kind: 'phone', value }, mode: 'add' },
      { key: value },
    );
  await assign('+33199000001');
  await assign('+33199000002');
  expect(sent.map(({ body }) => body)).toEqual([
    { phone_pro: '+33199000001' },
    { phone_perso: '+33199000002' },
  ]);
  await expect(assign('+33199000003')).rejects.toMatchObject({
    safe: { code: 'not-supported', reason: 'no-slot' },
  });
  expect(sent).toHaveLength(2);
});

it('refuses fields that Dolibarr would drop without a word', async () => {
  const { crm, sent } = connect();
  for (const key of ['nope', 'options_nope', 'company', 'options_since', 'socid']) {
    await expect(
      crm.updateContact('12', { fields: { [key]: 'x' } }, '1795211157', { key }),
    ).rejects.toMatchObject({ safe: { code: 'invalid', fields: { [key]: 'read-only' } } });
  }
  expect(sent).toEqual([]);
});

it('reads and writes extra fields by their types', async () => {
  const midnightInParis = Date.UTC(2026, 2, 1) / 1_000 - 3_600;
  const { crm, sent } = connect({
    contact: {
      array_options: {
        options_vip: '1',
        options_tier: 'a',
        options_since: midnightInParis,
        options_owner: '3',
      },
    },
  });
  expect((await crm.getContact('12'))!.fields).toEqual({
    options_vip: true,
    options_tier: 'a',
    options_since: '2026-03-01',
  });
  const { fields } = await crm.workspace();
  expect(fields.filter(({ key }) => key.startsWith('options_'))).toEqual([
    {
      key: 'options_tier',
      label: 'Tier',
      type: 'choice',
      required: true,
      onCreate: true,
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    },
    {
      key: 'options_old',
      label: 'Old',
      type: 'choice',
      options: [
        { value: '1', label: 'One' },
        { value: 'two', label: 'Two' },
      ],
    },
    { key: 'options_vip', label: 'VIP', type: 'check-box' },
    { key: 'options_since', label: 'Since', type: 'date', readOnly: true },
  ]);
  await crm.updateContact('12', { fields: { options_vip: false, options_tier: 'b' } }, '1795211157', {
    key: 'a',
  });
  expect(sent[0]!.body).toEqual({ array_options: { options_vip: '0', options_tier: 'b' } });
});

it.each([401, 403, 404])('works without extra fields for a user who may not see them (%s)', async (extra) => {
  const { crm } = connect({ extra, contact: { phone_mobile: '0639980001' } });
  expect((await crm.getContact('12'))!.identifiers).toEqual([
    { kind: 'phone', value: '+33639980001', country: 'assumed' },
  ]);
  expect((await crm.workspace()).fields.map(({ key }) => key)).toContain('jobTitle');
});

it('is not signed out by a contact of a third party that is not theirs', async () => {
  const error = { code: 401, message: 'Unauthorized: Access not allowed for login ann' };
  const debug = { source: 'api_contacts.class.php:122 at call stage' };
  const { crm } = connect();
  server.answerWith(reply(401, { error, debug }));
  await expect(crm.getContact('12')).rejects.toMatchObject({ safe: { code: 'not-allowed' } });
});

it('does not overwrite what somebody else changed since', async () => {
  const { crm, sent } = connect();
  await expect(
    crm.updateContact('12', { fields: { city: 'Porto' } }, '1795211000', { key: 'a' }),
  ).rejects.toMatchObject({ safe: { code: 'conflict', stale: true } });
  expect(sent).toEqual([]);
});

it('opens a contact in Dolibarr', () => {
  const { crm } = connect();
  expect(crm.recordUrl('12')).toBe(`${server.baseUrl}contact/card.php?id=12`);
  expect(crm.recordUrl('12&x=1')).toBeNull();
});
