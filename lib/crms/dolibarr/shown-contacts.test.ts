import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unread } from '../../domain/crm/unread.ts';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import dolibarr from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+33639980001' } as const;
const row = (id: string, more: object = {}) => ({
  ...{ id, firstname: 'Ana', lastname: 'Reis', email: '', phone_pro: '', phone_perso: null },
  ...{ phone_mobile: '+33639980001', date_modification: 1795211157, array_options: [], statut: '1' },
  ...{ status: null, priv: '0' },
  ...more,
});

function connect(rows: unknown[], extraFields: unknown = []) {
  const told: Unread[] = [];
  server.answerWith((request, ...rest) => {
    if (request.url.includes('extrafields')) return reply(200, { socpeople: extraFields })(request, ...rest);
    const one = rows.find((each) => request.url.endsWith(`/contacts/${(each as { id?: string })?.id}`));
    reply(200, one ?? rows)(request, ...rest);
  });
  const settings = dolibarr.settings.parse({ baseUrl: server.baseUrl, region: 'FR' }) as never;
  const crm = dolibarr.connect({ settings, credential: 'k', onUnread: (one) => void told.push(one) });
  return { crm, told };
}

describe('a contact of Dolibarr', () => {
  it.each([
    ['is disabled', { statut: '0' }],
    ['is disabled, as later versions say it', { statut: null, status: 0 }],
    ['is private', { priv: '1' }],
  ])('that %s is not there: by number, by name or by ContactID', async (_what, more) => {
    const { crm } = connect([row('7', more), row('8')]);
    expect((await crm.findByIdentifier(number)).map(({ id }) => id)).toEqual(['8']);
    expect((await crm.search('Reis')).contacts.map(({ id }) => id)).toEqual(['8']);
    expect(await crm.getContact('7')).toBeNull();
  });

  it.each([
    ['nothing of its state', { statut: undefined, status: undefined, priv: undefined }],
    ['an empty state', { statut: '', status: '', priv: '' }],
    ['a state as a number', { statut: 1, priv: 0 }],
  ])('of which Dolibarr says %s is there', async (_what, more) => {
    expect(await connect([row('7', more)]).crm.findByIdentifier(number)).toHaveLength(1);
  });

  it.each([
    ['an object for a number', { phone_pro: {} }, 'phone_pro'],
    ['a list for a name', { firstname: ['Ana'] }, 'firstname'],
    ['a truth for a date', { date_modification: true }, 'date_modification'],
    ['a text for its extra fields', { array_options: 'none' }, 'array_options'],
    ['an object in an extra field', { array_options: { options_tier: {} } }, 'array_options.options_tier'],
    ['nested nothings for a town', { town: [[null]] }, 'town'],
  ])('with %s is found, as the others are', async (_what, more, path) => {
    const { crm, told } = connect([row('7'), row('8', more)], { tier: { type: 'varchar', label: 'Tier' } });
    expect((await crm.findByIdentifier(number)).map(({ id }) => id)).toEqual(['7', '8']);
    expect(told).toMatchObject([{ of: 'contact', whole: false, path }]);
  });

  it('changed in a year that nobody writes is found', async () => {
    const [found] = await connect([row('7', { date_modification: 1e300 })]).crm.findByIdentifier(number);
    expect(found?.updatedAt).toBe('1970-01-01T00:00:00.000Z');
  });

  it('is shown with the extra fields that are described rightly, and without any where none is', async () => {
    const tier = { type: 'varchar', label: 'Tier' };
    const rows = [row('7', { array_options: { options_tier: 'gold' } })];
    const { crm, told } = connect(rows, { broken: { type: [] }, tier });
    expect((await crm.findByIdentifier(number))[0]?.fields).toEqual({ options_tier: 'gold' });
    expect(told).toEqual([{ of: 'field', whole: true, path: 'broken.type', expected: 'text' }]);
    expect((await connect(rows, { broken: 5 }).crm.findByIdentifier(number))[0]?.fields).toEqual({});
  });
});
