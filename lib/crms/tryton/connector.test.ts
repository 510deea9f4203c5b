import { afterAll, beforeAll, expect, it } from 'vitest';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import tryton from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const party = (id: number, more: object = {}) => ({
  id,
  name: `Party ${id}`,
  rec_name: `Party ${id}`,
  _timestamp: '7',
  create_date: { __class__: 'datetime', year: 2026, month: 11, day: 20, hour: 21, minute: 52, second: 7 },
  write_date: null,
  'lang.': { code: 'pt_BR' },
  'addresses.': [{ city: 'Porto', 'country.': { code: 'PT' } }],
  'contact_mechanisms.': [],
  ...more,
});
const mechanism = (type: string, value: string, name: string | null = null) => ({ id: 1, type, value, name });
const fields = {
  code: { type: 'char', string: 'Code', required: true },
  since: { type: 'date', string: 'Customer since' },
  limit: { type: 'numeric', string: 'Credit limit', readonly: false },
  vip: { type: 'boolean', string: 'VIP' },
  tier: {
    type: 'selection',
    string: 'Tier',
    selection: [
      [null, ''],
      ['a', 'A'],
      ['b', 'B'],
    ],
  },
  state: { type: 'selection', string: 'State', selection: 'get_states' },
  picture: { type: 'binary', string: 'Picture' },
};

/** The id that a clause asks for. */
function idOf(domain: unknown): unknown {
  const [first] = domain as unknown[][];
  return first?.[0] === 'id' ? first[2] : undefined;
}

/** A server that answers each method by what it is given; login and fields by themselves. */
function connect(
  answers: Record<string, (params: unknown[]) => unknown>,
  log: { method: string; params: unknown[] }[] = [],
) {
  server.answerWith((request, ...rest) => {
    const { method, params } = JSON.parse(request.body);
    log.push({ method, params });
    const known: typeof answers = {
      'common.db.login': () => ({ result: [1, 'session-key'] }),
      'model.party.party.fields_get': () => ({ result: fields }),
      ...answers,
    };
    const answer = known[method]?.(params);
    if (answer === 401) reply(401)(request, ...rest);
    else reply(200, { id: 1, ...(answer as object) })(request, ...rest);
  });
  return tryton.connect({
    settings: { baseUrl: server.baseUrl, database: 'company', user: 'admin', region: 'GB' },
    credential: 'secret-password',
  });
}

it.each([
  '+44 20 7946 0123',
  '+442079460123',
  '020 7946 0123',
  '020.7946.0123',
  '0044 20 79460123',
  '(020) 7946-0123',
  '+44 (0)20 7946 0123',
])(
  'finds the number typed as %s in one request, and drops the same digits of another country',
  async (typed) => {
    const log: { method: string; params: unknown[] }[] = [];
    const crm = connect(
      {
        'model.party.party.search_read': () => ({
          result: [
            party(1, { 'contact_mechanisms.': [mechanism('mobile', typed)] }),
            party(2, { 'contact_mechanisms.': [mechanism('phone', '+49 20 79460123')] }),
            party(3, { 'contact_mechanisms.': [mechanism('website', typed)] }),
          ],
        }),
      },
      log,
    );
    const found = await crm.findByIdentifier({ kind: 'phone', value: '+442079460123' });
    expect(found.map(({ id }) => id)).toEqual(['1']);
    const searches = log.filter(({ method }) => method.endsWith('search_read'));
    expect(searches).toHaveLength(1);
    expect(JSON.stringify(searches[0]!.params[0])).toContain('"%2%0%7%9%4%6%0%1%2%3%"');
  },
);

it('looks for e-mail addresses without letter case, and sees no wildcard in them', async () => {
  const log: { method: string; params: unknown[] }[] = [];
  const mail = [mechanism('email', 'Ana_Reis%@Example.com'), mechanism('other', 'telegram:@Ana', 'inbox-1')];
  const crm = connect(
    { 'model.party.party.search_read': () => ({ result: [party(1, { 'contact_mechanisms.': mail })] }) },
    log,
  );
  expect(await crm.findByIdentifier({ kind: 'email', value: 'ana_reis%@example.com' })).toHaveLength(1);
  expect(JSON.stringify(log.at(-1)!.params[0])).toContain(
    '["value","ilike","ana\\\\_reis\\\\%@example.com"]',
  );
  expect(await crm.findByIdentifier({ kind: 'telegram', value: 'ana', scope: 'inbox-1' })).toHaveLength(1);
  expect(await crm.findByIdentifier({ kind: 'telegram', value: 'ana' })).toEqual([]);
});

it('follows a party to the one it was merged into, however often, in two requests', async () => {
  const log: { method: string; params: unknown[] }[] = [];
  const crm = connect(
    {
      'model.party.party.search_read': ([domain]) => ({
        result: [
          idOf(domain) === 1
            ? party(1, { 'replaced_by.': { id: 2, 'replaced_by.': { id: 3, 'replaced_by.': null } } })
            : party(3),
        ],
      }),
    },
    log,
  );
  expect(await crm.getContact('1')).toMatchObject({
    id: '3',
    fields: { city: 'Porto', country: 'PT', language: 'pt-BR' },
  });
  const asked = log
    .filter(({ method }) => method.endsWith('search_read'))
    .map(({ params }) => idOf(params[0]));
  expect(asked).toEqual([1, 3]);
});

it('takes a refusal in an answer of 200 for what it is, and keeps none of its words', async () => {
  for (const [error, safe] of [
    [['UserError', ['Anna Okafor has no right', '', null]], { code: 'not-allowed' }],
    [['ConcurrencyException', 'Records were modified'], { code: 'conflict', stale: true }],
    [['LoginException', ['password', 'Password for admin', 'password']], { code: 'signed-out' }],
    [["'nope'", ''], { code: 'server-error' }],
  ] as const) {
    const crm = connect({ 'model.party.party.search_read': () => ({ error }) });
    await expect(crm.getContact('1')).rejects.toMatchObject({ safe, message: `CRM: ${safe.code}` });
  }
});

it.each([
  [1, 'invalid'],
  [0, 'not-allowed'],
] as const)(
  'tells values that Tryton minds from a user who may not write: create %s',
  async (create, code) => {
    const rights = { read: true, write: true, create, delete: false };
    const crm = connect({
      'model.party.party.search_read': () => ({ result: [] }),
      'model.party.party.create': () => ({ error: ['UserError', ['words', '', null]] }),
      'model.ir.model.access.get_access': ([models]) => ({
        result: Object.fromEntries((models as string[]).map((model) => [model, rights])),
      }),
    });
    const contact = { name: 'A', kind: 'person', identifiers: [], fields: {} } as const;
    await expect(crm.createContact({ ...contact, identifiers: [] }, { key: 'a' })).rejects.toMatchObject({
      safe: { code },
    });
  },
);

it('takes a rule that bars one record for a missing right, whatever the rights of the model', async () => {
  const words = 'You are not allowed to create "" records of "Party" because of at least one of these rules:';
  const crm = connect({
    'model.party.party.search_read': () => ({ result: [] }),
    'model.party.party.create': () => ({ error: ['UserError', [words, '', null]] }),
  });
  const contact = { name: 'A', kind: 'person', identifiers: [], fields: {} } as const;
  await expect(crm.createContact({ ...contact, identifiers: [] }, { key: 'a' })).rejects.toMatchObject({
    safe: { code: 'not-allowed' },
  });
});

it('opens a session once for many requests, and a new one when the server has forgotten it', async () => {
  const log: { method: string; params: unknown[] }[] = [];
  let forgotten = false;
  const crm = connect(
    {
      'common.db.login': () => ({ result: [1, `session-${log.length}`] }),
      'model.party.party.search_read': () => {
        if (!forgotten) return { result: [party(1)] };
        forgotten = false;
        return 401;
      },
    },
    log,
  );
  await Promise.all([crm.getContact('1'), crm.getContact('2'), crm.search('party')]);
  expect(log.filter(({ method }) => method === 'common.db.login')).toHaveLength(1);
  forgotten = true;
  expect(await crm.getContact('1')).toMatchObject({ id: '1' });
  expect(log.filter(({ method }) => method === 'common.db.login')).toHaveLength(2);
});

it('shows the fields of the server with its labels and types, and writes their values as Tryton spells them', async () => {
  const log: { method: string; params: unknown[] }[] = [];
  const stored: Record<string, unknown> = {};
  const crm = connect(
    {
      'model.party.contact_mechanism.fields_get': () => ({
        result: { type: { selection: [['phone', 'Telefone']] } },
      }),
      'model.party.party.search_read': () => ({ result: [party(1, { since: null, ...stored })] }),
      'model.party.party.write': ([, values]) => {
        Object.assign(stored, values);
        return { result: null };
      },
    },
    log,
  );
  const { fields: shown } = await crm.workspace();
  expect(shown.find(({ key }) => key === 'id-phone')!.label).toBe('Telefone');
  expect(shown.filter(({ key }) => key in fields)).toEqual([
    // Tryton numbers its parties itself.
    { key: 'code', label: 'Code', type: 'text' },
    { key: 'since', label: 'Customer since', type: 'date' },
    { key: 'limit', label: 'Credit limit', type: 'number' },
    { key: 'vip', label: 'VIP', type: 'check-box' },
    {
      key: 'tier',
      label: 'Tier',
      type: 'choice',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    },
    { key: 'state', label: 'State', type: 'text', readOnly: true },
  ]);
  const change = { fields: { since: '2024-02-29', limit: 12.5, vip: true, tier: 'b' } };
  expect(await crm.updateContact('1', change, '7', { key: 'a' })).toMatchObject(change);
  const write = log.find(({ method }) => method.endsWith('.write'))!;
  expect(write.params).toEqual([
    [1],
    {
      since: { __class__: 'date', year: 2024, month: 2, day: 29 },
      limit: { __class__: 'Decimal', decimal: '12.5' },
      vip: true,
      tier: 'b',
    },
    { _timestamp: { 'party.party,1': '7' } },
  ]);
  for (const wrong of [{ since: 'soon' }, { limit: 'much' }, { city: 'Faro' }]) {
    await expect(crm.updateContact('1', { fields: wrong }, '7', { key: 'b' })).rejects.toMatchObject({
      safe: { code: 'invalid', fields: { [Object.keys(wrong)[0]!]: expect.any(String) } },
    });
  }
});

it('writes only the mechanisms that change, archives what goes, takes the same row for what comes back, and notices when the server did not take them', async () => {
  const log: { method: string; params: unknown[] }[] = [];
  const kept = [mechanism('mobile', '020 7946 0123'), { ...mechanism('email', 'a@example.com'), id: 2 }];
  const crm = connect(
    {
      'model.party.party.search_read': ([domain]) => ({
        result: idOf(domain) === 1 ? [party(1, { 'contact_mechanisms.': kept })] : [],
      }),
      'model.party.party.write': () => ({ result: null }),
      'model.party.contact_mechanism.search_read': () => ({
        result: [{ ...mechanism('mobile', '020 7946 0177'), id: 9 }],
      }),
    },
    log,
  );
  const identifiers = [
    { kind: 'phone', value: '+442079460123' },
    { kind: 'phone', value: '+442079460199' },
    { kind: 'phone', value: '+442079460177' },
  ] as const;
  await expect(
    crm.updateContact('1', { identifiers: [...identifiers] }, '7', { key: 'a' }),
  ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'not-taken' } });
  expect(log.find(({ method }) => method.endsWith('.write'))!.params[1]).toEqual({
    contact_mechanisms: [
      ['write', [2], { active: false }],
      ['write', [9], { active: true }],
      ['create', [{ type: 'phone', value: '+442079460199' }]],
    ],
  });
});

it('opens a party in the web client', () => {
  const crm = connect({});
  expect(crm.recordUrl('12')).toBe(`${server.baseUrl}#company/model/party.party/12`);
  expect(crm.recordUrl('../x')).toBeNull();
});
