import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unread } from '../../domain/crm/unread.ts';
import { type Answer, reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import espocrm from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+33639980001' } as const;
const entry = { phoneNumber: '+33639980001', type: 'Office', primary: true, optOut: false, invalid: false };
const contact = (id: string, more: object = {}) => ({
  ...{ id, firstName: 'Ada', lastName: 'Okoro', phoneNumber: '+33639980001' },
  modifiedAt: '2026-11-20 21:44:00',
  phoneNumberData: [entry],
  emailAddressData: [],
  ...more,
});
type Told = ReturnType<typeof contact>;

function connect(contacts: Told[], write: Answer = reply(500)) {
  const told: Unread[] = [];
  server.answerWith((request, ...rest) => {
    if (request.method !== 'GET') return write(request, ...rest);
    const one = contacts.find(({ id }) => request.url === `/api/v1/Contact/${id}`);
    const rows = contacts.map(({ phoneNumberData: _, emailAddressData: __, ...row }) => row);
    reply(200, one ?? { total: rows.length, list: rows })(request, ...rest);
  });
  const settings = espocrm.settings.parse({ baseUrl: server.baseUrl, region: 'FR' });
  const crm = espocrm.connect({ settings, credential: 'k', onUnread: (one) => void told.push(one) });
  return { crm, told };
}

describe('a contact of EspoCRM with an odd part', () => {
  it.each([
    ['null among its numbers', { phoneNumberData: [null, entry] }, 'phoneNumberData[]'],
    [
      'an object for a number',
      { phoneNumberData: [{ phoneNumber: {} }, entry] },
      'phoneNumberData[].phoneNumber',
    ],
    ['a text for its addresses', { emailAddressData: 'none' }, 'emailAddressData'],
    ['a number for a name', { firstName: 12_345 }, 'firstName'],
    ['a list for its last change', { modifiedAt: [] }, 'modifiedAt'],
    ['a word for deleted', { deleted: 'no' }, 'deleted'],
  ])('has %s, and is found, as the others are', async (_what, more, path) => {
    const { crm, told } = connect([contact('a1'), contact('b2', more)]);
    expect((await crm.findByIdentifier(number)).map(({ id }) => id)).toEqual(['a1', 'b2']);
    expect(new Set(told.map((one) => one.path))).toEqual(new Set([path]));
  });

  it('cannot be read whole, and then the list says who it is', async () => {
    const { crm } = connect([contact('a1'), contact('b2')]);
    const whole = contact('b2');
    server.answerWith((request, ...rest) => {
      const rows = [contact('a1'), whole].map(({ phoneNumberData: _, ...row }) => row);
      if (request.url === '/api/v1/Contact/a1') return reply(200, contact('a1'))(request, ...rest);
      if (request.url === '/api/v1/Contact/b2') return reply(200, '<html>')(request, ...rest);
      reply(200, { total: 2, list: rows })(request, ...rest);
    });
    const found = await crm.findByIdentifier(number);
    expect(found.map(({ id, version }) => [id, version])).toEqual([
      ['a1', expect.stringMatching(/^2026-11-20 21:44:00 \w+$/)],
      ['b2', ''],
    ]);
  });

  it('keeps what cannot be read in a list that is written whole', async () => {
    let written: unknown;
    const odd = [null, { phoneNumber: {} }, entry];
    const { crm } = connect([contact('a1', { phoneNumberData: odd })], (request, ...rest) => {
      written = JSON.parse(request.body);
      reply(503)(request, ...rest);
    });
    const identifier = { kind: 'phone', value: '+33199000001' } as const;
    await crm
      .assignIdentifier({ contactId: 'a1', identifier, mode: 'keep' }, { key: 'k' })
      .catch(() => undefined);
    expect(written).toEqual({
      phoneNumberData: [
        ...odd,
        { phoneNumber: '+33199000001', primary: false, optOut: false, invalid: false },
      ],
    });
  });

  it('has one field that nobody described rightly, and the other fields are shown', async () => {
    const told: Unread[] = [];
    const metadata = {
      title: { type: 'varchar' },
      broken: { type: 'enum', options: [null, 'a'] },
      worse: 'varchar',
    };
    server.answerWith((request, ...rest) =>
      reply(200, request.url.includes('Metadata') ? metadata : { Contact: { fields: { title: ['Job'] } } })(
        request,
        ...rest,
      ),
    );
    const settings = espocrm.settings.parse({ baseUrl: server.baseUrl, region: 'FR' });
    const crm = espocrm.connect({ settings, credential: 'k', onUnread: (one) => void told.push(one) });
    const { fields } = await crm.workspace();
    expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining(['jobTitle', 'broken']));
    expect(fields.find(({ key }) => key === 'broken')?.options).toEqual([{ value: 'a', label: 'a' }]);
    expect(told.map(({ of, path }) => `${of} ${path}`)).toEqual([
      'field broken.options[]',
      'field worse',
      'field Contact.fields.title',
    ]);
  });

  it('is not there where it is deleted, nor is anybody by an id that is none', async () => {
    const { crm } = connect([contact('a1', { deleted: true })]);
    expect(await crm.findByIdentifier(number)).toEqual([]);
    expect(await crm.getContact('a1')).toBeNull();
    expect((await crm.search('Okoro')).contacts).toEqual([]);
    const before = server.seen.length;
    expect(await crm.getContact('0')).toBeNull();
    expect(server.seen).toHaveLength(before);
  });
});
