import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unread } from '../../domain/crm/unread.ts';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import odoo from './connector.ts';
import { example } from './example.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+33639980001' } as const;
const char = { type: 'char', string: 'A field', searchable: true };
const fields: Record<string, unknown> = {
  ...{ name: char, phone: char, mobile: char, email: char, phone_sanitized: char, function: char },
  active: { ...char, type: 'boolean' },
  write_date: { ...char, type: 'datetime' },
  user_id: { ...char, type: 'many2one' },
  x_rank: { ...char, type: 'integer' },
  x_limit: { ...char, type: 'monetary' },
  x_vip: { ...char, type: 'boolean' },
};
const partner = (id: number, more: object = {}) => ({
  ...{ id, name: 'Ada Okoro', phone: '+33639980001', mobile: false, email: false, active: true },
  ...{ write_date: '2026-11-20 21:47:52', function: 'Buyer', user_id: [2, 'Sam'], x_rank: 7, x_vip: false },
  ...more,
});

function connect(partners: Record<string, unknown>[], known = fields) {
  const told: Unread[] = [];
  const written: unknown[] = [];
  server.answerWith((request, ...rest) => {
    const { service, args } = JSON.parse(request.body).params;
    const send = (result: unknown) => reply(200, { jsonrpc: '2.0', id: 1, result })(request, ...rest);
    if (service === 'common') return send(2);
    const [, , , , method, params] = args;
    if (method === 'fields_get') return send(known);
    if (method === 'read') return send(partners.filter(({ id }) => id === params[0][0]));
    if (method !== 'write') return send(partners.filter(({ active }) => active !== false));
    written.push(params[1]);
    // As Odoo does: no number is empty there.
    for (const [key, value] of Object.entries(params[1]))
      Object.assign(partners[0]!, { [key]: value === false && key === 'x_rank' ? 0 : value });
    send(true);
  });
  const settings = odoo.settings.parse(example.settings(server.baseUrl));
  const crm = odoo.connect({ settings, credential: 'k', onUnread: (one) => void told.push(one) });
  return { crm, told, written };
}

describe('a partner of Odoo with an odd part', () => {
  it.each([
    ['an object for a number', { mobile: {} }, 'mobile', {}],
    ['a list for an address', { email: [] }, 'email', {}],
    ['a text for a link', { user_id: 'Sam' }, 'user_id', { jobTitle: 'Buyer', x_rank: 7, x_vip: false }],
    ['a text for a number', { x_rank: 'many' }, 'x_rank', { jobTitle: 'Buyer', owner: 'Sam', x_vip: false }],
    ['a word for yes or no', { x_vip: 'yes' }, 'x_vip', { jobTitle: 'Buyer', owner: 'Sam', x_rank: 7 }],
    ['a number for its last change', { write_date: 12_345 }, 'write_date', {}],
    ['a list for a name', { name: ['Ada'] }, 'name', {}],
  ])('has %s, and is found, as the others are', async (_what, more, path, shown) => {
    const { crm, told } = connect([partner(7), partner(8, more)]);
    const found = await crm.findByIdentifier(number);
    expect(found.map(({ id }) => id)).toEqual(['7', '8']);
    if (Object.keys(shown).length > 0) expect(found[1]?.fields).toEqual(shown);
    expect(told).toEqual([{ of: 'contact', whole: false, path, expected: expect.any(String) }]);
  });

  it('is written in no place of identifiers while one of them cannot be read, and in everything else', async () => {
    const { crm, written } = connect([partner(7, { mobile: {} })]);
    const identifier = { kind: 'phone', value: '+33199000001' } as const;
    expect((await crm.getContact('7'))?.cut).toEqual({ identifiers: true, unread: true });
    await expect(
      crm.assignIdentifier({ contactId: '7', identifier, mode: 'keep' }, { key: 'k' }),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'read-only' } });
    expect(written).toEqual([]);
    await crm.updateContact('7', { fields: { jobTitle: 'Owner' } }, '2026-11-20 21:47:52', { key: 'k' });
    expect(written).toEqual([{ function: 'Owner' }]);
  });

  it('has one field that is described oddly, and is shown with the others', async () => {
    const described = {
      ...fields,
      x_broken: { type: 5 },
      x_odd: { ...char, selection: [['a'], ['b', 'B']] },
    };
    const { crm, told } = connect([partner(7)], described);
    expect(await crm.findByIdentifier(number)).toHaveLength(1);
    expect(told.map(({ of, path }) => `${of} ${path}`)).toEqual([
      'field x_broken.type',
      'field x_odd.selection[]',
    ]);
  });
});

it('Odoo has no empty number: one that is emptied is saved as 0', async () => {
  const { crm, written } = connect([partner(7)]);
  const version = '2026-11-20 21:47:52';
  const saved = await crm.updateContact('7', { fields: { x_rank: null, jobTitle: null } }, version, {
    key: 'k',
  });
  expect(written).toEqual([{ x_rank: 0, function: false }]);
  expect(saved.fields).toEqual({ owner: 'Sam', x_rank: 0, x_vip: false });
});

it('an archived partner of Odoo is not there, by ContactID either', async () => {
  const { crm } = connect([partner(7, { active: false }), partner(8)]);
  expect(await crm.getContact('7')).toBeNull();
  expect((await crm.getContact('8'))?.id).toBe('8');
});

it('Odoo tells more than twenty who share a number', async () => {
  const { crm } = connect(Array.from({ length: 25 }, (_, n) => partner(n + 1)));
  expect(await crm.findByIdentifier(number)).toHaveLength(25);
});
