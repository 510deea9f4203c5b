import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unread } from '../../domain/crm/unread.ts';
import { type Answer, reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import twenty from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+12125550199' } as const;
const jane = (id: number, more: object = {}, phones: object = {}) => ({
  id: `37ea121a-5a01-4784-a4c2-5d0a447fd7d${id}`,
  name: { firstName: 'Jane', lastName: `Example ${id}` },
  phones: {
    primaryPhoneNumber: '2125550199',
    primaryPhoneCountryCode: 'US',
    primaryPhoneCallingCode: '+1',
    additionalPhones: [],
    ...phones,
  },
  emails: { primaryEmail: '', additionalEmails: null },
  companyId: null,
  updatedAt: '2026-11-20T21:55:42.946Z',
  deletedAt: null,
  ...more,
});

function connect(people: unknown[], write: Answer = reply(500)) {
  const told: Unread[] = [];
  server.answerWith((request, ...rest) => {
    if (request.method !== 'GET') return write(request, ...rest);
    const one = people.find((person) => request.url.includes((person as { id: string }).id));
    const list = request.url.startsWith('/rest/companies') ? { companies: [{}, null] } : { people };
    reply(200, { data: request.url.startsWith('/rest/people/') ? { person: one } : list })(request, ...rest);
  });
  const settings = twenty.settings.parse({ baseUrl: server.baseUrl, region: 'US' });
  const crm = twenty.connect({ settings, credential: 'k', onUnread: (one) => void told.push(one) });
  return { crm, told };
}

describe('a person of Twenty with an odd part', () => {
  it.each([
    ['an empty further number', {}, { additionalPhones: [{}] }, 'phones.additionalPhones[].number'],
    ['null for a further number', {}, { additionalPhones: [null] }, 'phones.additionalPhones[]'],
    ['a text for the list of numbers', {}, { additionalPhones: '555' }, 'phones.additionalPhones'],
    ['a number for a country', {}, { primaryPhoneCountryCode: 1 }, 'phones.primaryPhoneCountryCode'],
    ['a text for a name', { name: 'Jane Example 2' }, {}, 'name'],
    ['a number for a first name', { name: { firstName: 7, lastName: 'X' } }, {}, 'name.firstName'],
    ['a foreign date', { updatedAt: '20.11.2026' }, {}, 'updatedAt'],
    ['a company that has no id', { companyId: 'Example Ltd' }, {}, 'companyId'],
    ['a list for the addresses', { emails: [] }, {}, 'emails'],
  ])('has %s, and is found, as the others are', async (_what, more, phones, path) => {
    const { crm, told } = connect([jane(1), jane(2, more, phones)]);
    const found = await crm.findByIdentifier(number);
    expect(found.map(({ id }) => id)).toEqual([jane(1).id, jane(2).id]);
    expect(told).toEqual([{ of: 'contact', whole: false, path, expected: expect.any(String) }]);
  });

  it.each([
    ['no id', { id: undefined }],
    ['an absurdly long id', { id: 'x'.repeat(5_000) }],
    ['an object for an id', { id: {} }],
  ])('has %s, and is left out alone', async (_what, more) => {
    const { crm, told } = connect([jane(1), jane(2, more)]);
    expect((await crm.findByIdentifier(number)).map(({ id }) => id)).toEqual([jane(1).id]);
    expect(told).toMatchObject([{ whole: true, path: 'id' }]);
  });

  it('has an odd further number, which stays as it is when another is written', async () => {
    let written: unknown;
    const odd = [{}, { number: 5 }, 'x'];
    const { crm } = connect([jane(1, {}, { additionalPhones: odd })], (request, ...rest) => {
      written = JSON.parse(request.body);
      reply(503)(request, ...rest);
    });
    const identifier = { kind: 'phone', value: '+442079460123' } as const;
    await crm
      .assignIdentifier({ contactId: jane(1).id, identifier, mode: 'keep' }, { key: 'k' })
      .catch(() => undefined);
    expect(written).toEqual({
      phones: {
        ...jane(1).phones,
        additionalPhones: [...odd, { number: '2079460123', callingCode: '+44', countryCode: 'GB' }],
      },
    });
  });

  it('has numbers that are no composite at all, and then none of them is written', async () => {
    const { crm } = connect([jane(1, { phones: 'broken' })]);
    const identifier = { kind: 'phone', value: '+442079460123' } as const;
    await expect(
      crm.assignIdentifier({ contactId: jane(1).id, identifier, mode: 'keep' }, { key: 'k' }),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'read-only' } });
    expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is shown without the name of its company where no company can be read', async () => {
    const { crm, told } = connect([jane(1, { companyId: '0d940997-c21e-4ec2-873b-de4264d89025' })]);
    expect(await crm.findByIdentifier(number)).toHaveLength(1);
    expect(told).toMatchObject([
      { of: 'company', whole: true, path: 'id' },
      { of: 'company', whole: true, path: '' },
    ]);
  });

  it('is not there once it is deleted', async () => {
    const { crm } = connect([jane(1, { deletedAt: '2026-11-21T10:00:00.000Z' }), jane(2)]);
    expect((await crm.findByIdentifier(number)).map(({ id }) => id)).toEqual([jane(2).id]);
    expect(await crm.getContact(jane(1).id)).toBeNull();
  });
});
