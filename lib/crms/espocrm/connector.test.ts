import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import espocrm from './connector.ts';
import { example as espocrmExample } from './example.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const record = {
  id: 'a1',
  firstName: 'Ada',
  lastName: 'Okoro',
  modifiedAt: '2026-11-20 21:44:00',
  phoneNumberData: [
    { phoneNumber: '+33639980001', type: 'Office', primary: true, optOut: true, invalid: false },
    { phoneNumber: 'ask reception', type: 'Other', primary: false, optOut: false, invalid: false },
  ],
  emailAddressData: [],
};
const connect = () =>
  espocrm.connect({
    settings: espocrm.settings.parse(espocrmExample.settings(server.baseUrl)),
    credential: 'k',
    pace: atOnce,
  });
const none = reply(200, { total: 0, list: [] });
const key = { key: 'k' };

/** Answers lists and gets; what is written is for each test to say. */
function answerWrites(write: Answer): void {
  server.answerWith((request, ...rest) => {
    if (request.method !== 'GET') return write(request, ...rest);
    const isList = /^\/api\/v1\/(Contact|Account)\?/.test(request.url);
    (isList ? none : reply(200, record))(request, ...rest);
  });
}

describe('EspoCRM', () => {
  it('keeps the type of a number and what it cannot read, when it replaces the whole list', async () => {
    let written: unknown;
    answerWrites((request, ...rest) => {
      written = JSON.parse(request.body);
      reply(503)(request, ...rest);
    });
    const identifier = { kind: 'phone', value: '+33199000001' } as const;
    await connect()
      .assignIdentifier({ contactId: 'a1', identifier, mode: 'add' }, key)
      .catch(() => undefined);
    expect(written).toEqual({
      phoneNumberData: [
        ...record.phoneNumberData,
        { phoneNumber: '+33199000001', primary: false, optOut: false, invalid: false },
      ],
    });
  });

  const paul = {
    name: 'Ada Okoro',
    kind: 'person' as const,
    identifiers: [{ kind: 'phone' as const, value: '+33199000009' }],
    fields: {},
  };

  it('lets a namesake pass: who has the number was looked for before', async () => {
    const written: unknown[] = [];
    server.answerWith((request, ...rest) => {
      if (request.method === 'GET')
        return (request.url.startsWith('/api/v1/Contact?') ? none : reply(200, { ...record, id: 'b2' }))(
          request,
          ...rest,
        );
      const passes = request.headers['x-skip-duplicate-check'] === 'true';
      written.push(passes);
      reply(passes ? 200 : 409, passes ? { id: 'b2' } : [{ id: 'a1', name: 'Ada Okoro' }])(request, ...rest);
    });
    expect(await connect().createContact(paul, key)).toMatchObject({ id: 'b2' });
    expect(written).toEqual([true]);
  });

  it('where EspoCRM insists, says whether the number is taken, or the name alone', async () => {
    const insists = reply(409, [{ id: 'a1', name: 'Ada Okoro' }], { 'X-Status-Reason': 'duplicate' });
    answerWrites(insists);
    await expect(connect().createContact(paul, key)).rejects.toMatchObject({
      safe: { code: 'conflict', owners: ['a1'], namesake: true },
    });
    const identifiers = [{ kind: 'phone' as const, value: '+33639980001' }];
    const taken = await connect()
      .createContact({ ...paul, identifiers }, key)
      .catch((error: { safe: unknown }) => error.safe);
    expect(taken).toEqual({ code: 'conflict', owners: ['a1'] });
  });

  it('hands on the version where EspoCRM counts them, and takes its refusal for somebody else’s change', async () => {
    const sent: unknown[] = [];
    server.answerWith((request, ...rest) => {
      if (request.method === 'GET') return reply(200, { ...record, versionNumber: 7 })(request, ...rest);
      sent.push(request.headers['x-version-number']);
      reply(409, { versionNumber: 8, values: {} }, { 'X-Status-Reason': 'modified' })(request, ...rest);
    });
    await expect(
      connect().updateContact('a1', { name: 'Ada Eze' }, record.modifiedAt, key),
    ).rejects.toMatchObject({ safe: { code: 'conflict', stale: true } });
    expect(sent).toEqual(['7']);
  });

  it.each([
    ['in the one that it has', { cDeal: 5, cDealCurrency: 'USD' }, 'USD'],
    ['in the organisation’s own where it has none', { cDeal: null, cDealCurrency: null }, 'EUR'],
  ])('sends an amount with its currency, %s', async (_, amounts, currency) => {
    let now: object = { ...record, ...amounts };
    server.answerWith((request, ...rest) => {
      if (request.method === 'PUT') now = { ...now, ...JSON.parse(request.body) };
      const settings = { defaultCurrency: 'EUR', currencyList: ['EUR', 'USD'] };
      const known: [string, unknown][] = [
        ['/api/v1/Metadata', { cDeal: { type: 'currency' } }],
        ['/api/v1/Settings', settings],
        ['/api/v1/Contact', now],
      ];
      reply(200, known.find(([start]) => request.url.startsWith(start))?.[1])(request, ...rest);
    });
    await connect().updateContact('a1', { fields: { cDeal: 12.5 } }, record.modifiedAt, key);
    const put = server.seen.find(({ method }) => method === 'PUT')!;
    expect(JSON.parse(put.body)).toEqual({ cDeal: 12.5, cDealCurrency: currency });
  });

  it.each([
    ['phoneNumber', 'valid', { phoneNumber: 'not-a-phone' }],
    ['lastName', 'required', { lastName: 'required' }],
    ['title', 'maxLength', { jobTitle: 'too-long' }],
  ])('says what is wrong with %s in codes', async (field, type, fields) => {
    answerWrites(
      reply(400, { messageTranslation: { label: 'validationFailure', scope: null, data: { field, type } } }),
    );
    await expect(
      connect().updateContact('a1', { fields: { cNote: 'x' } }, record.modifiedAt, key),
    ).rejects.toMatchObject({ safe: { code: 'invalid', fields } });
  });

  it('does not believe a yes: a title of nobody’s company is answered as saved and is not', async () => {
    answerWrites((request, ...rest) => reply(200, { ...record, title: 'Buyer' })(request, ...rest));
    await expect(
      connect().updateContact('a1', { fields: { jobTitle: 'Buyer' } }, record.modifiedAt, key),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'not-taken' } });
  });

  it('asks for the digits of a number as people type them, in one request', async () => {
    answerWrites(none);
    await connect().findByIdentifier({ kind: 'phone', value: '+33199000001' });
    const { searchParams } = new URL(server.seen[0]!.url, server.baseUrl);
    expect(searchParams.get('where[0][value][0][attribute]')).toBe('phoneNumberNumeric');
    // An extension stands behind them.
    expect(searchParams.get('where[0][value][1][type]')).toBe('startsWith');
    expect(searchParams.get('where[0][value][1][value]')).toBe('33199000001');
    expect([...searchParams.values()]).toEqual(
      expect.arrayContaining(['33199000001', '0033199000001', '0199000001', '199000001', '330199000001']),
    );
    const ofContacts = server.seen.filter(({ url }) => url.startsWith('/api/v1/Contact'));
    expect(ofContacts).toHaveLength(1);
  });

  it('gives what a list tells of a contact no version, so that nothing is written over by it', async () => {
    server.answerWith(
      reply(200, { total: 1, list: [{ id: 'a1', name: 'Ada Okoro', modifiedAt: record.modifiedAt }] }),
    );
    expect(await connect().search('ada')).toMatchObject({ contacts: [{ id: 'a1', version: '' }] });
  });

  it('finds who has a number that is typed as the search', async () => {
    answerWrites(none);
    await connect().search('01 99 00 00 01');
    expect(server.seen[0]?.url).toContain('%5Btype%5D=in');
  });
});
