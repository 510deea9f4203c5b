import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import odoo from './connector.ts';
import { example as odooExample } from './example.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

type Call = { model: string; method: string; args: unknown[]; kwargs: Record<string, unknown> };
const char = { type: 'char', string: 'A field', searchable: true };
const fields = {
  name: char,
  write_date: { ...char, type: 'datetime', readonly: true },
  phone: char,
  mobile: char,
  email: char,
  email_normalized: char,
  phone_sanitized: char,
  phone_mobile_search: char,
  function: char,
  x_seen: { ...char, type: 'datetime' },
  x_rank: { ...char, readonly: true },
};
const partner = {
  id: 7,
  name: 'Ada Okoro',
  write_date: '2026-11-20 21:47:52',
  phone: '06 39 98 00 01',
  mobile: '+33 1 99 00 00 01',
  email: 'Ada@Okoro.example.com',
};
const key = { key: 'k' };
const connect = (memory?: CrmMemory) =>
  odoo.connect({
    settings: odoo.settings.parse(odooExample.settings(server.baseUrl)),
    credential: 'k',
    ...(memory && { memory }),
    pace: atOnce,
  });

/** Signs in, tells the fields, and leaves every other call to the test. `undefined` is an error of Odoo's. */
function answer(make: (call: Call) => unknown, known: object = fields): Call[] {
  const calls: Call[] = [];
  server.answerWith((request, ...rest) => {
    const { service, args } = JSON.parse(request.body).params;
    const send = (body: object) => reply(200, { jsonrpc: '2.0', id: 1, ...body })(request, ...rest);
    if (service === 'common') return send({ result: 2 });
    const call: Call = { model: args[3], method: args[4], args: args[5], kwargs: args[6] };
    if (call.method === 'fields_get') return send({ result: known });
    calls.push(call);
    send(make(call) as object);
  });
  return calls;
}
const failure = (name: string, code = 200) => ({
  error: { code, message: 'CANARY', data: { name, debug: 'CANARY Ada Okoro', message: 'CANARY' } },
});

describe('Odoo', () => {
  it.each([
    ['odoo.exceptions.AccessDenied', 'signed-out'],
    ['odoo.exceptions.AccessError', 'not-allowed'],
    ['odoo.exceptions.MissingError', 'not-found'],
    ['odoo.exceptions.ValidationError', 'invalid'],
    ['builtins.ValueError', 'invalid'],
    ['psycopg2.errors.InvalidTextRepresentation', 'invalid'],
    ['psycopg2.OperationalError', 'server-error'],
    ['odoo.http.SessionExpiredException', 'signed-out'],
    ['something.else', 'server-error'],
  ])('answers 200 to an error %s, which is %s', async (name, code) => {
    answer(() => failure(name));
    const error = await connect()
      .getContact('7')
      .catch((thrown) => thrown);
    expect(error.safe).toEqual({ code });
    expect(JSON.stringify([error.message, error.stack, error.safe])).not.toMatch(/CANARY|Okoro/);
  });

  it('answers false to a wrong key', async () => {
    server.answerWith(reply(200, { jsonrpc: '2.0', id: 1, result: false }));
    await expect(connect().session()).rejects.toMatchObject({ safe: { code: 'signed-out' } });
  });

  it('is asked by the digits of any number where it can be, by its slots where it silently cannot', async () => {
    const calls = answer(() => ({ result: [] }));
    const number = { kind: 'phone', value: '+33199000001' } as const;
    await connect().findByIdentifier(number);
    expect(calls.at(-1)?.args).toEqual([
      ['|', ['phone_sanitized', '=', '+33199000001'], ['phone_mobile_search', 'ilike', '199000001']],
    ]);
    const unsearchable = { ...fields, phone_mobile_search: { ...char, searchable: false } };
    const others = answer(() => ({ result: [] }), unsearchable);
    await connect().findByIdentifier(number);
    const domain = JSON.stringify(others.at(-1)?.args);
    expect(domain).not.toContain('phone_mobile_search');
    expect(domain).toContain('["mobile","like","1%9%9%0%0%0%0%0%1"]');
  });

  it('asks nothing that would match every partner', async () => {
    const { email: _, email_normalized: __, ...rest } = fields;
    const calls = answer(() => ({ result: [partner] }), rest);
    await expect(
      connect().findByIdentifier({ kind: 'email', value: 'ada@okoro.example.com' }),
    ).rejects.toMatchObject({ safe: { code: 'not-supported' } });
    expect(calls).toEqual([]);
  });

  it('finds the second number, in the spelling in which it stands', async () => {
    answer(() => ({ result: [partner, { ...partner, id: 8, mobile: '+34 199 000 001', phone: false }] }));
    const found = await connect().findByIdentifier({ kind: 'phone', value: '+33199000001' });
    expect(found.map(({ id }) => id)).toEqual(['7']);
  });

  it('has no slot for a third number, and writes nothing', async () => {
    const calls = answer(({ method }) => ({ result: method === 'read' ? [partner] : [] }));
    const identifier = { kind: 'phone', value: '+33199000002' } as const;
    await expect(
      connect().assignIdentifier({ contactId: '7', identifier, mode: 'add' }, key),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'no-slot' } });
    expect(calls.map(({ method }) => method)).not.toContain('write');
  });

  it('empties a slot with false, and gets times without T', async () => {
    const calls = answer(({ method }) => (method === 'write' ? { result: true } : { result: [partner] }));
    await connect()
      .updateContact(
        '7',
        {
          identifiers: [{ kind: 'phone', value: '+33639980001' }],
          fields: { x_seen: '2026-11-21T10:00:00+01:00' },
        },
        partner.write_date,
        key,
      )
      .catch(() => undefined);
    expect(calls.find(({ method }) => method === 'write')?.args).toEqual([
      [7],
      { mobile: false, email: false, x_seen: '2026-11-21 09:00:00' },
    ]);
  });

  it('says itself which field it does not have or nobody may write, since Odoo names none', async () => {
    answer(() => ({ result: [partner] }));
    await expect(
      connect().updateContact('7', { fields: { nope: 'x', x_rank: 'y' } }, partner.write_date, key),
    ).rejects.toMatchObject({
      safe: {
        code: 'invalid',
        fields: { nope: 'not-a-field', x_rank: 'read-only' },
      },
    });
  });

  it('signs in and reads the fields once, also for a worker that was ended meanwhile', async () => {
    const kept = new Map<string, unknown>();
    const memory: CrmMemory = {
      get: async (name) => kept.get(name),
      set: async (name, value) => void kept.set(name, value),
    };
    answer(() => ({ result: [partner] }));
    await connect(memory).getContact('7');
    expect(server.seen).toHaveLength(3);
    expect(await connect(memory).getContact('7')).toMatchObject({ name: 'Ada Okoro' });
    expect(server.seen).toHaveLength(4);
    expect(JSON.stringify([...kept])).not.toContain('Okoro');
  });

  it.each(['abc', '0', '-1', '1.5', '99999999999', ' 7'])('knows no partner %j', async (id) => {
    answer(() => ({ result: [partner] }));
    expect(await connect().getContact(id)).toBeNull();
    expect(server.seen).toEqual([]);
  });

  describe('reads a number without a country code', () => {
    const places = {
      ...fields,
      parent_id: { type: 'many2one', string: 'Company' },
      country_code: char,
      country_id: { type: 'many2one', string: 'Country' },
    };
    const phone = (value: string) => ({ kind: 'phone', value }) as const;
    const roma = {
      ...partner,
      id: 8,
      name: 'Giulia Roma',
      phone: '06 44556677',
      mobile: false,
      email: false,
    };
    const [hers, strangers] = ['+390644556677', '+33644556677'];
    const company = { id: 70, country_code: false, country_id: [109, 'Italia'] };
    /** Whom Odoo names for both numbers; what it is asked besides. */
    async function found(person: object, told: unknown = { result: [company] }) {
      const calls = answer(({ method }) => (method === 'read' ? told : { result: [person] }), places);
      const crm = connect();
      const hits: Contact[][] = [];
      for (const one of [hers, strangers]) hits.push(await crm.findByIdentifier(phone(one)));
      const asked = calls.filter(({ method }) => method === 'read');
      return { hits: hits.map(([first]) => first?.identifiers[0]), asked: asked.length };
    }

    it('in the country of the partner, and as Odoo sanitized it', async () => {
      const italian = { ...roma, country_code: 'IT', country_id: [109, 'Italy'] };
      expect(await found(italian)).toEqual({
        hits: [{ ...phone(hers), country: 'record' }, undefined],
        asked: 0,
      });
      const sanitized = { ...italian, phone_sanitized: hers };
      expect(await found(sanitized)).toEqual({ hits: [phone(hers), undefined], asked: 0 });
      const unreadable = { ...sanitized, phone: 'Giulia 06/44' };
      expect(await found(unreadable)).toEqual({ hits: [phone(hers), undefined], asked: 0 });
    });

    it('in the country of the company, over what Odoo guessed', async () => {
      const employed = { ...roma, country_code: false, country_id: false, parent_id: [70, 'Roma SpA'] };
      const guessed = { ...employed, phone_sanitized: strangers };
      for (const person of [employed, guessed]) {
        expect(await found(person)).toEqual({
          hits: [{ ...phone(hers), country: 'record' }, undefined],
          asked: 2,
        });
      }
    });

    it('as Odoo guessed, where the company is nowhere or may not be read', async () => {
      const employed = { ...roma, parent_id: [70, 'Roma SpA'], phone_sanitized: strangers };
      const nowhere = { result: [{ id: 70, country_code: false, country_id: false }] };
      for (const told of [nowhere, failure('odoo.exceptions.AccessError')]) {
        expect(await found(employed, told)).toEqual({
          hits: [undefined, { ...phone(strangers), country: 'assumed' }],
          asked: 2,
        });
      }
    });

    it('and finds the person by what stands there, typed into the search', async () => {
      const italian = { ...roma, country_code: 'IT', country_id: [109, 'Italy'] };
      answer(() => ({ result: [italian] }), places);
      expect(await connect().search('06 44556677')).toMatchObject({ contacts: [{ name: 'Giulia Roma' }] });
      expect(await connect().search('+33644556677')).toEqual({ contacts: [] });
    });
  });
});
