import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, reply, startReplayServer } from './http/replay-server-for-tests.ts';
import hubspot from './hubspot/connector.ts';
import intercom from './intercom/connector.ts';
import suitecrm from './suitecrm/connector.ts';
import { example as suiteExample } from './suitecrm/example.ts';
import tryton from './tryton/connector.ts';
import zoho from './zoho/connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());
const email = { kind: 'email', value: 'ada@okoro.example.com' } as const;

describe('a contact that the CRM has archived', () => {
  it('is not there in HubSpot', async () => {
    const record = (id: string, archived: boolean) => ({
      ...{ id, archived, updatedAt: '2026-11-20T21:00:00.000Z' },
      properties: { firstname: 'Ada', email: email.value },
    });
    const all = [record('1', true), record('2', false)];
    server.answerWith((request, ...rest) => {
      const one = all.find(({ id }) => request.url.includes(`contacts/${id}?`));
      reply(200, request.url.includes('properties/contacts') ? { results: [] } : (one ?? { results: all }))(
        request,
        ...rest,
      );
    });
    const settings = hubspot.settings.parse({ baseUrl: server.baseUrl, region: 'GB' }) as never;
    const crm = hubspot.connect({ settings, credential: 'k' });
    expect((await crm.findByIdentifier(email)).map(({ id }) => id)).toEqual(['2']);
    expect(await crm.getContact('1')).toBeNull();
    expect((await crm.getContact('2'))?.id).toBe('2');
    const before = server.seen.length;
    expect(await crm.getContact('9223372036854775808')).toBeNull();
    expect(server.seen).toHaveLength(before);
  });

  it('is not there in Intercom', async () => {
    const contact = (id: string, archived: boolean) => ({
      ...{ type: 'contact', id, archived, name: 'Ada', email: email.value, updated_at: 1_795_208_400 },
    });
    const all = [contact('a1', true), contact('b2', false)];
    server.answerWith((request, ...rest) => {
      const one = all.find(({ id }) => request.url.endsWith(`contacts/${id}`));
      const list = request.url.includes('data_attributes') ? [] : all;
      reply(200, one ?? { type: 'list', data: list })(request, ...rest);
    });
    const settings = intercom.settings.parse({ baseUrl: server.baseUrl, region: 'GB' }) as never;
    const crm = intercom.connect({ settings, credential: 'k' });
    expect((await crm.findByIdentifier(email)).map(({ id }) => id)).toEqual(['b2']);
    expect(await crm.getContact('a1')).toBeNull();
    expect((await crm.getContact('b2'))?.id).toBe('b2');
  });

  it('is not there in Tryton, unless it was merged into one that is', async () => {
    const party = (id: number, more: object) => ({
      id,
      rec_name: `Party ${id}`,
      name: `Party ${id}`,
      ...more,
    });
    const merged = { 'replaced_by.': { id: 9, 'replaced_by.': null } };
    const parties = [
      party(7, { active: false, 'replaced_by.': null }),
      party(8, { active: false, ...merged }),
      party(9, { active: true, 'replaced_by.': null }),
      party(10, { active: 0 }),
    ];
    server.answerWith((request, ...rest) => {
      const { method, params } = JSON.parse(request.body);
      const results: Record<string, unknown> = {
        'common.db.login': [1, 'session'],
        'model.party.party.fields_get': { code: { type: 'char', string: 'Code' } },
      };
      const wanted = params[0]?.[0]?.[2];
      reply(200, { id: 1, result: results[method] ?? parties.filter(({ id }) => id === wanted) })(
        request,
        ...rest,
      );
    });
    const settings = { baseUrl: server.baseUrl, database: 'company', user: 'admin', region: 'GB' };
    const crm = tryton.connect({ settings, credential: 'k' });
    const ids = ['7', '8', '9', '10', '2147483648'].map(async (id) => (await crm.getContact(id))?.id);
    expect(await Promise.all(ids)).toEqual([undefined, '9', '9', undefined, undefined]);
  });
});

describe('a ContactID that is none', () => {
  it.each(['CUST-00042', '0'])('is nobody’s in SuiteCRM, which calls %s invalid', async (contactId) => {
    const detail = `The option "id" with value "${contactId}" is invalid.`;
    const crm = suitecrm.connect({
      settings: suitecrm.settings.parse(suiteExample.settings(server.baseUrl)),
      credential: suiteExample.credential,
    });
    server.answerWith((request, ...rest) => {
      const found = suiteExample.opening?.find(({ request: { path } }) => request.url === `/${path}`);
      const refused: Answer = reply(400, { errors: { status: 400, title: null, detail } });
      (found ? reply(found.response.status, found.response.body) : refused)(request, ...rest);
    });
    expect(await crm.getContact(contactId)).toBeNull();
  });

  it('is nobody’s in Zoho, which says that it seems to be invalid', async () => {
    const refused = {
      code: 'INVALID_DATA',
      status: 'error',
      message: 'the id given seems to be invalid',
      details: {},
    };
    server.answerWith((request, ...rest) => {
      const isFields = request.url.includes('settings/fields');
      reply(isFields ? 200 : 400, isFields ? { fields: [] } : refused)(request, ...rest);
    });
    const settings = zoho.settings.parse({ baseUrl: server.baseUrl, region: 'GB' }) as never;
    const crm = zoho.connect({ settings, credential: 'k' });
    expect(await crm.getContact('42')).toBeNull();
    expect(await crm.getContact('0')).toBeNull();
  });
});
