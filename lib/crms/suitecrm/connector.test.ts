import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, reply, type SeenRequest, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import suitecrm from './connector.ts';
import { example as suitecrmExample } from './example.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const record = {
  type: 'Contact',
  id: 'a1',
  attributes: {
    first_name: 'Ada',
    last_name: 'Okoro',
    date_modified: '2026-11-20T21:51:00+00:00',
    phone_mobile: '06 39 98 00 01',
    phone_work: '+33199000001',
    phone_home: '+33199000002',
    phone_other: 'ask reception',
    email1: 'ada@okoro.example.com',
    title: '',
    seen_c: '',
  },
};
const meta = {
  data: {
    attributes: { title: { type: 'varchar' }, seen_c: { type: 'datetime' }, lead_source: { type: 'enum' } },
  },
};
const key = { key: 'k' };

function connect(settings: object = {}, credential = 'example-secret a pass word') {
  const all = { ...(suitecrmExample.settings(server.baseUrl) as object), ...settings };
  return suitecrm.connect({ settings: suitecrm.settings.parse(all), credential, pace: atOnce });
}

/** A token, the fields, Ada by her id; whatever else the test says. */
function answer(other: Answer): void {
  server.answerWith((request, ...rest) => {
    const known: Answer | undefined = request.url.startsWith('/Api/access_token')
      ? reply(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'token-1' })
      : request.url.startsWith('/Api/V8/meta/fields')
        ? reply(200, meta)
        : request.url.startsWith('/Api/V8/module/Contacts/')
          ? reply(200, { data: record })
          : undefined;
    (known ?? other)(request, ...rest);
  });
}

/** The older API: logs in by itself, then answers what the test says to each method. */
function legacy(make: (method: string, data: Record<string, unknown>) => unknown): Answer {
  let sessions = 0;
  return (request, ...rest) => {
    const { method, data } = legacyCall(request);
    const body = method === 'login' ? { id: `session-${++sessions}` } : make(method, data);
    reply(200, body)(request, ...rest);
  };
}

function legacyCall({ body }: SeenRequest) {
  const form = new URLSearchParams(body);
  return { method: form.get('method') ?? '', data: JSON.parse(form.get('rest_data') ?? '{}') };
}
const legacySeen = () => server.seen.filter(({ url }) => url.includes('rest.php')).map(legacyCall);
const email = { kind: 'email', value: 'ada@okoro.example.com' } as const;

describe('SuiteCRM', () => {
  it.each([
    '+33199004217',
    '0199004217',
    '+33 1 99 00 42 17',
    '01.99.00.42.17',
    '0033199004217',
    '+33 (0)1 99 00 42 17',
    '01 99 00 42 17 ext. 12',
  ])('finds a number that stands there as %s, in any of its places', async (typed) => {
    for (const slot of ['phone_mobile', 'phone_work', 'phone_home', 'phone_other']) {
      answer((request, ...rest) => {
        const pattern = new URL(request.url, server.baseUrl).searchParams.get(`filter[${slot}][like]`) ?? '';
        const like = new RegExp(`^${pattern.replaceAll('%', '.*')}$`);
        const attributes = { date_modified: record.attributes.date_modified, [slot]: typed };
        const data = like.test(typed) ? [{ ...record, attributes }] : [];
        reply(200, { data })(request, ...rest);
      });
      const found = await connect().findByIdentifier({ kind: 'phone', value: '+33199004217' });
      expect(found.map(({ id }) => id)).toEqual(['a1']);
    }
  });

  describe('whose V8 API answers texts as HTML', () => {
    const attributes = {
      ...record.attributes,
      first_name: 'Sin&eacute;ad &quot;Shin&quot;',
      last_name: 'O&#039;Connor',
      title: 'Head of R&#039;n&#039;D &amp;lt; all',
    };
    /** A CRM with her in it, which escapes what it answers and takes what it is sent as it is. */
    const stored = () => {
      const now: Record<string, string> = { ...attributes };
      const escaped = (text: string) => text.replaceAll('"', '&quot;').replaceAll("'", '&#039;');
      server.answerWith((request, ...rest) => {
        const sent = request.method === 'PATCH' || request.method === 'POST' ? request.body : '';
        if (request.url.startsWith('/Api/V8/module') && sent !== '')
          for (const [name, text] of Object.entries<string>(JSON.parse(sent).data.attributes))
            now[name] = escaped(text);
        const data = { ...record, attributes: now };
        const known: [string, unknown][] = [
          ['/Api/access_token', { token_type: 'Bearer', expires_in: 3600, access_token: 'token-1' }],
          ['/Api/V8/current-user', { data: { id: '1', attributes: { name: 'Bríd O&#039;Dea' } } }],
          ['/Api/V8/meta/fields', meta],
          ['/Api/V8/module/Contacts?', { data: [data] }],
          ['/Api/V8/module', { data }],
          ['/service', { id: 'session-1', entry_list: [] }],
        ];
        reply(200, known.find(([start]) => request.url.startsWith(start))?.[1])(request, ...rest);
      });
    };

    it('shows them as they were typed, read once', async () => {
      stored();
      expect(await connect().getContact('a1')).toMatchObject({
        name: 'Sin&eacute;ad "Shin" O\'Connor',
        fields: { jobTitle: "Head of R'n'D &lt; all" },
      });
      expect((await connect().session()).agent.name).toBe("Bríd O'Dea");
    });

    it('finds by a name with an apostrophe, and says that what was saved is saved', async () => {
      stored();
      const crm = connect();
      const [found] = (await crm.search("O'Connor")).contacts;
      expect(found?.id).toBe('a1');
      const change = { name: 'Sinéad O\'Connor "Shin"', fields: { jobTitle: "Head of R'n'B" } };
      expect(await crm.updateContact('a1', change, found!.version, key)).toMatchObject(change);
    });

    it('creates somebody whose name has one', async () => {
      stored();
      const contact = { name: "Niamh O'Shea", kind: 'person' as const, identifiers: [], fields: {} };
      expect((await connect().createContact(contact, key)).name).toBe("Niamh O'Shea");
    });
  });

  it('finds an e-mail address in any case by the older API, with the password of its user', async () => {
    answer(legacy(() => ({ entry_list: [{ id: 'a1' }] })));
    expect(await connect().findByIdentifier(email)).toMatchObject([{ id: 'a1', name: 'Ada Okoro' }]);
    const [login, list] = legacySeen();
    expect(login?.data.user_auth).toEqual({
      user_name: 'admin',
      password: 'a pass word',
      encryption: 'PLAIN',
    });
    expect(list?.data.query).toContain("email_address_caps='ADA@OKORO.EXAMPLE.COM'");
    expect(server.seen.map(({ url }) => url).join()).not.toContain('okoro');
  });

  it('begins the session of the older API anew, once, when it ended', async () => {
    const ended = { name: 'Invalid Session ID', number: 11, description: 'CANARY' };
    answer(legacy((_, { session }) => (session === 'session-1' ? ended : { entry_list: [] })));
    expect(await connect().findByIdentifier(email)).toEqual([]);
    answer(legacy(() => ended));
    await expect(connect().findByIdentifier(email)).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    expect(legacySeen().map(({ method }) => method)).toEqual([
      'login',
      'get_entry_list',
      'login',
      'get_entry_list',
    ]);
  });

  it.each([
    [10, 'signed-out'],
    [40, 'not-allowed'],
    [1, 'server-error'],
  ])('reads the number %i of an error that is HTTP 200', async (number, code) => {
    answer(legacy(() => ({ name: 'X', number, description: 'CANARY' })));
    await expect(connect().findByIdentifier(email)).rejects.toMatchObject({ safe: { code } });
  });

  it.each([
    [`o'brien@example.com`, `'O''BRIEN@EXAMPLE.COM'`],
    [`x\\' or 1=1 -- @example.com`, undefined],
    [`x\n'@example.com`, undefined],
  ])('lets no address end the SQL: %j', async (value, sql) => {
    answer(legacy(() => ({ entry_list: [] })));
    await connect().findByIdentifier({ kind: 'email', value });
    const queries = legacySeen().flatMap(({ data }) => (data.query ? [data.query] : []));
    expect(queries).toEqual(sql ? [expect.stringContaining(`email_address_caps=${sql})`)] : []);
  });

  it('without a user can neither find nor hold an address, and says so', async () => {
    const settings = { user: undefined, otherFields: undefined };
    const all = { ...(suitecrmExample.settings(server.baseUrl) as object), ...settings };
    expect(suitecrm.capabilities(suitecrm.settings.parse(all)).identifiers).toEqual(['phone']);
    answer(reply(500));
    expect(await connect(settings, 'example-secret').findByIdentifier(email)).toEqual([]);
    await expect(
      connect(settings, 'example-secret').updateContact(
        'a1',
        { identifiers: [] },
        (await connect(settings, 'example-secret').getContact('a1'))!.version,
        key,
      ),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'read-only' } });
  });

  it('changes the address by the older API, and does not believe the yes', async () => {
    answer(legacy(() => ({ id: 'a1' })));
    const { version } = (await connect().getContact('a1'))!;
    const identifiers = [{ kind: 'email' as const, value: 'new@okoro.example.com' }];
    answer((request, ...rest) => {
      const other = legacy((method) => (method === 'get_entry_list' ? { entry_list: [] } : { id: 'a1' }));
      (request.url.includes('rest.php') ? other : reply(201, { data: { id: 'a1' } }))(request, ...rest);
    });
    await expect(connect().updateContact('a1', { identifiers }, version, key)).rejects.toMatchObject({
      safe: { code: 'not-supported', reason: 'not-taken' },
    });
    expect(legacySeen().find(({ method }) => method === 'set_entry')?.data.name_value_list).toEqual([
      { name: 'id', value: 'a1' },
      { name: 'email1', value: 'new@okoro.example.com' },
    ]);
  });

  it('has no slot for a fourth number beside one that it cannot read', async () => {
    answer(reply(200, { data: [] }));
    const identifier = { kind: 'phone', value: '+33199000003' } as const;
    await expect(
      connect().assignIdentifier({ contactId: 'a1', identifier, mode: 'add' }, key),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'no-slot' } });
    expect(server.seen.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('sends a time as SuiteCRM stores it, and lists without known options not at all', async () => {
    let written: { data: { attributes: object } } | undefined;
    answer((request, ...rest) => {
      written = JSON.parse(request.body);
      reply(503)(request, ...rest);
    });
    const { version } = (await connect().getContact('a1'))!;
    await connect()
      .updateContact('a1', { fields: { seen_c: '2026-11-21T10:00:00+01:00' } }, version, key)
      .catch(() => undefined);
    expect(written?.data.attributes).toEqual({ seen_c: '2026-11-21 09:00:00' });
    await expect(
      connect().updateContact('a1', { fields: { lead_source: 'x' } }, version, key),
    ).rejects.toMatchObject({ safe: { code: 'invalid', fields: { lead_source: 'read-only' } } });
  });

  it.each([
    [401, { error: 'invalid_client' }, 'signed-out'],
    [400, { error: 'unsupported_grant_type' }, 'signed-out'],
    [500, { error: 'unknown_error', message: 'The database is gone' }, 'server-error'],
    [
      500,
      { error: 'unknown_error', message: 'OAuth2Clients module with id nobody is not found' },
      'signed-out',
    ],
  ])('answers %i to a client it does not know', async (status, body, code) => {
    server.answerWith(reply(status, body));
    await expect(connect().session()).rejects.toMatchObject({ safe: { code } });
  });

  it('gets a new token once when the one it has is refused, and sends the same again', async () => {
    let tokens = 0;
    server.answerWith((request, ...rest) => {
      if (request.url === '/Api/access_token') {
        return reply(200, { access_token: `token-${++tokens}`, expires_in: 3600 })(request, ...rest);
      }
      const good = request.headers.authorization === 'Bearer token-2';
      const user = { data: { id: '1', attributes: { name: 'Ana Duarte' } } };
      (good ? reply(200, user) : reply(401, { error: 'access_denied' }))(request, ...rest);
    });
    expect((await connect().session()).agent.name).toBe('Ana Duarte');
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/Api/access_token',
      '/Api/V8/current-user',
      '/Api/access_token',
      '/Api/V8/current-user',
    ]);
  });
});
