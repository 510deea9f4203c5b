import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import twenty from './connector.ts';
import { example as twentyExample } from './example.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const id = '37ea121a-5a01-4784-a4c2-5d0a447fd7df';
const companyId = '0d940997-c21e-4ec2-873b-de4264d89025';
const person = {
  id,
  name: { firstName: 'Ada', lastName: 'Okoro' },
  phones: {
    primaryPhoneNumber: '06 39 98 00 01',
    primaryPhoneCountryCode: 'FR',
    primaryPhoneCallingCode: '+33',
    additionalPhones: [{ number: '2079460123', callingCode: '+44', countryCode: 'GB' }],
  },
  emails: { primaryEmail: 'Ada@Okoro.example.com', additionalEmails: null },
  companyId: null as string | null,
  linkedinLink: { primaryLinkUrl: 'https://example.com/ada', primaryLinkLabel: '' },
  updatedAt: '2026-11-20T21:55:42.946Z',
  deletedAt: null,
};
const key = { key: 'k' };
const connect = () =>
  twenty.connect({
    settings: twenty.settings.parse(twentyExample.settings(server.baseUrl)),
    credential: 'k',
    pace: atOnce,
  });
const problem = (error: string, message = '') => reply(400, { statusCode: 400, error, messages: [message] });

/** Ada by her id, in every list, or whatever the test says of a write. */
function answer(write: Answer, ada: object = person): void {
  server.answerWith((request, ...rest) => {
    if (request.method !== 'GET') return write(request, ...rest);
    const data = request.url.startsWith('/rest/people/') ? { person: ada } : { people: [ada] };
    reply(200, { data })(request, ...rest);
  });
}

describe('Twenty', () => {
  it.each([
    '+33199004217',
    '0199004217',
    '+33 1 99 00 42 17',
    '01.99.00.42.17',
    '0033199004217',
    '+33 (0)1 99 00 42 17',
    '01 99 00 42 17 ext. 12',
  ])('finds a first number that stands there as %s', async (typed) => {
    server.answerWith((request, ...rest) => {
      const filter = new URL(request.url, server.baseUrl).searchParams.get('filter') ?? '';
      const pattern = /primaryPhoneNumber\[like\]:"([^"]*)"/.exec(filter)?.[1] ?? '';
      const like = new RegExp(`^${pattern.replaceAll('%', '.*')}$`);
      const people = like.test(typed)
        ? [{ ...person, phones: { ...person.phones, primaryPhoneNumber: typed } }]
        : [];
      reply(200, { data: { people } })(request, ...rest);
    });
    const found = await connect().findByIdentifier({ kind: 'phone', value: '+33199004217' });
    expect(found.map((contact) => contact.id)).toEqual([id]);
  });

  it.each([
    ['ForbiddenException', 'Forbidden resource', { code: 'signed-out' }],
    ['QueryFailedError', 'duplicate key value violates unique constraint "X"', { code: 'conflict' }],
    [
      'Error',
      'Field metadata for field "nope" is missing in object metadata',
      { code: 'invalid', fields: { nope: 'not-a-field' } },
    ],
    ['BadRequestException', 'CANARY', { code: 'invalid' }],
  ])('says 400 for %s', async (error, message, safe) => {
    answer(problem(error, message));
    const thrown = await connect()
      .updateContact(id, { fields: { nope: 'x' } }, person.updatedAt, key)
      .catch((caught) => caught);
    expect(thrown.safe).toEqual(safe);
    expect(String(thrown.stack)).not.toContain('CANARY');
  });

  it.each([
    ['UNAUTHENTICATED', 'signed-out'],
    ['FORBIDDEN', 'not-allowed'],
    ['INTERNAL', 'bad-reply'],
  ])('answers 200 with the error %s over GraphQL', async (extension, code) => {
    server.answerWith(reply(200, { errors: [{ message: 'CANARY', extensions: { code: extension } }] }));
    await expect(connect().session()).rejects.toMatchObject({ safe: { code } });
  });

  it('reads each number in its own country, however it is typed', async () => {
    answer(reply(500));
    expect((await connect().getContact(id))?.identifiers).toEqual([
      { kind: 'phone', value: '+33639980001' },
      { kind: 'phone', value: '+442079460123' },
      { kind: 'email', value: 'ada@okoro.example.com' },
    ]);
  });

  it('drops another country’s number with the same digits', async () => {
    answer(reply(500));
    expect(await connect().findByIdentifier({ kind: 'phone', value: '+34639980001' })).toEqual([]);
    expect(await connect().findByIdentifier({ kind: 'phone', value: '+33639980001' })).toHaveLength(1);
  });

  it('writes the numbers whole, those that stay as they are', async () => {
    let written: unknown;
    answer((request, ...rest) => {
      written = JSON.parse(request.body);
      reply(503)(request, ...rest);
    });
    const identifier = { kind: 'phone', value: '+33199000001' } as const;
    await connect()
      .assignIdentifier({ contactId: id, identifier, mode: 'keep' }, key)
      .catch(() => undefined);
    expect(written).toEqual({
      phones: {
        ...person.phones,
        additionalPhones: [
          ...person.phones.additionalPhones,
          { number: '199000001', callingCode: '+33', countryCode: 'FR' },
        ],
      },
    });
  });

  it('asks once for the name of a company, and goes without where it may not', async () => {
    const employed = { ...person, companyId };
    const companies = (status: number): Answer => {
      const list = reply(status, { data: { companies: [{ id: companyId, name: 'Okoro Dental' }] } });
      return (request, ...rest) => {
        const one = reply(200, { data: { person: employed } });
        (request.url.startsWith('/rest/companies') ? list : one)(request, ...rest);
      };
    };
    server.answerWith(companies(200));
    const crm = connect();
    expect((await crm.getContact(id))?.fields.company).toBe('Okoro Dental');
    expect((await crm.getContact(id))?.fields.company).toBe('Okoro Dental');
    expect(server.seen).toHaveLength(3);
    server.answerWith(companies(403));
    expect((await connect().getContact(id))?.fields).not.toHaveProperty('company');
  });

  it('refuses itself to write what is no plain value', async () => {
    answer(reply(200, { data: { updatePerson: { id } } }));
    await expect(
      connect().updateContact(id, { fields: { linkedinLink: 'x' } }, person.updatedAt, key),
    ).rejects.toMatchObject({ safe: { code: 'invalid', fields: { linkedinLink: 'read-only' } } });
  });

  it('cannot be talked into another filter by what is searched', async () => {
    answer(reply(500));
    await connect().search('x"),or(id[like]:"%');
    const filter = new URL(server.seen[0]!.url, server.baseUrl).searchParams.get('filter');
    const each = (word: string) =>
      `or(name.firstName[ilike]:"%${word}%",name.lastName[ilike]:"%${word}%",emails.primaryEmail[ilike]:"%${word}%")`;
    expect(filter).toBe(`and(${['x', 'or', 'id', 'like'].map(each).join(',')})`);
  });

  it.each(['abc', '..', '', `${id}x`])('knows no person %j', async (other) => {
    answer(reply(500));
    expect(await connect().getContact(other)).toBeNull();
    expect(server.seen).toEqual([]);
  });
});
