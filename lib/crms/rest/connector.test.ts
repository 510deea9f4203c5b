import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepTokens } from '../http/auth/oauth-tokens.ts';
import { reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import rest from './connector.ts';
import { createJsonCrm, jsonCrmDefinition } from './json-crm-for-tests.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
let crm: ReturnType<typeof createJsonCrm>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());
beforeEach(() => {
  crm = createJsonCrm();
  const custom = { telegram: '@Ngozi', colours: 'red;blue', since: '2026-11-20 21:45:57', other: 'stays' };
  crm.add(
    {
      id: 'P1',
      attributes: { name: 'Ngozi Okafor', title: 'Buyer', active: 'Y', custom },
      mails: [{ address: 'Ngozi@example.com', note: 'work' }, { note: 'none yet' }],
      revision: 4,
    },
    ['020 7946 0123', 'ask for her'],
  );
  crm.add({ id: 'P2', attributes: { name: 'Dana Mizrahi' }, mails: [], revision: 1 }, ['+49 20 79460123']);
  server.answerWith(crm.answer);
});

const phone = (value: string) => ({ kind: 'phone', value }) as const;
function settingsWith(change: object = {}) {
  const definition = JSON.stringify({ ...jsonCrmDefinition, ...change });
  return rest.settings.parse({ baseUrl: server.baseUrl, region: 'GB', definition });
}
const connect = (change: object = {}, credential = 'secret') =>
  rest.connect({ settings: settingsWith(change), credential, pace: atOnce });
const options = { key: 'k-1' };

describe('a CRM by definition', () => {
  it('reads a contact from its record, its lists and its child records', async () => {
    expect(await connect().getContact('P1')).toEqual({
      id: 'P1',
      name: 'Ngozi Okafor',
      kind: 'person',
      identifiers: [
        { kind: 'phone', value: '+442079460123', country: 'assumed' },
        { kind: 'email', value: 'ngozi@example.com' },
        { kind: 'telegram', value: 'ngozi' },
      ],
      fields: {
        jobTitle: 'Buyer',
        active: true,
        colours: ['red', 'blue'],
        since: '2026-11-20T21:45:57.000Z',
      },
      version: '"4"',
      updatedAt: '1970-01-01T00:00:00Z',
    });
    expect(await connect().getContact('P9')).toBeNull();
  });

  it('says who is signed in, and shows the fields as they are declared', async () => {
    expect(await connect().session()).toEqual({ agent: { id: '7', name: 'Ada Lund' } });
    const workspace = await connect().workspace();
    expect(workspace).toMatchObject({
      name: 'People',
      campaigns: [{ id: 'sales', name: 'Sales' }],
      sections: [{ id: 'all', label: 'All', fields: ['id-phone', 'jobTitle'], campaigns: ['sales'] }],
    });
    // What the definition names nobody, the view does.
    const labels = Object.fromEntries(workspace.fields.map(({ key, label }) => [key, label]));
    expect(labels).toMatchObject({ 'id-phone': '', jobTitle: 'Title' });
    expect(Object.values(labels)).toEqual(expect.arrayContaining(['Mail', 'Colours']));
    expect(JSON.stringify(workspace)).not.toContain('attributes');
  });

  it('finds by what a hit really carries, in two round trips', async () => {
    const found = await connect().findByIdentifier(phone('+442079460123'));
    expect(found.map(({ id }) => id)).toEqual(['P1']);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/people/search',
      ...['/people/P1', '/people/P1/phones', '/people/P2', '/people/P2/phones'],
    ]);
    expect(await connect().findByIdentifier({ kind: 'telegram', value: 'ngozi' })).toEqual([]);
  });

  it('searches by words and lists nothing that could be written by', async () => {
    const [found] = (await connect().search('Dana who')).contacts;
    expect(found).toMatchObject({ id: 'P2', version: '' });
    expect(server.seen[0]?.body).toBe('{"words":["Dana","who"]}');
  });

  it('asks for each reading of a number, and once where the request has them all', async () => {
    const holder = (number: string) => ({ id: 'A', name: 'A', number });
    server.answerWith((request, ...rest) => {
      const { number, numbers } = JSON.parse(request.body);
      const isHit = numbers?.includes('+4922114710123') ?? number === '+4922114710123';
      reply(200, { hits: isHit ? [holder('+49 221 14710123')] : [] })(request, ...rest);
    });
    const asking = (body: object) =>
      connect({
        list: { ...jsonCrmDefinition.list, whole: true },
        record: { id: 'id', name: 'name' },
        identifiers: { phone: { slots: ['number'], find: [{ body }] } },
      });
    const asked = { ...phone('+122114710123'), readings: ['+4922114710123', '+4422114710123'] };
    expect((await asking({ number: '{e164}' }).findByIdentifier(asked)).map(({ id }) => id)).toEqual(['A']);
    expect(server.seen.map(({ body }) => JSON.parse(body).number)).toEqual([asked.value, ...asked.readings]);
    server.seen.length = 0;
    expect(await asking({ numbers: '{spellings}' }).findByIdentifier(asked)).toHaveLength(1);
    expect(await asking({ number: '{e164:last4}' }).findByIdentifier(asked)).toEqual([]);
    expect(server.seen).toHaveLength(2);
  });

  it('sends the second search only where the first finds nobody', async () => {
    server.answerWith((request, response) => {
      const hit = JSON.parse(request.body).second
        ? [{ id: 'A', name: 'A', mails: [{ address: 'a@example.com' }] }]
        : [];
      reply(200, { hits: hit })(request, response, undefined as never);
    });
    const { email } = jsonCrmDefinition.identifiers;
    const twice = connect({
      list: { ...jsonCrmDefinition.list, whole: true },
      record: { id: 'id', name: 'name' },
      identifiers: {
        email: { ...email, find: [{ body: { first: '{value}' } }, { body: { second: '{value}' } }] },
      },
    });
    expect(await twice.findByIdentifier({ kind: 'email', value: 'a@example.com' })).toHaveLength(1);
    expect(server.seen).toHaveLength(2);
  });

  it('follows a merge, and does not show what was deleted', async () => {
    crm.add({ id: 'P3', attributes: { name: 'Old' }, mails: [], revision: 1, mergedInto: 'P1' });
    crm.add({ id: 'P4', attributes: { name: 'Gone' }, mails: [], revision: 1, deleted: true });
    expect(await connect().getContact('P3')).toMatchObject({ id: 'P1' });
    expect(await connect().getContact('P4')).toBeNull();
  });

  it('creates under an idempotency key, child records too, and creates once', async () => {
    const contact = {
      name: 'Ingrid Solheim',
      kind: 'person' as const,
      identifiers: [phone('+12125550142'), { kind: 'email' as const, value: 'i@example.com' }],
      fields: { jobTitle: 'Owner', active: false, colours: ['red'] },
    };
    const one = connect();
    const created = await one.createContact(contact, options);
    expect(created).toMatchObject({ name: 'Ingrid Solheim', identifiers: contact.identifiers });
    expect(crm.people.get(created.id)?.attributes).toEqual({
      name: 'Ingrid Solheim',
      title: 'Owner',
      active: 'N',
      custom: { colours: 'red' },
    });
    expect((await one.createContact(contact, options)).id).toBe(created.id);
    expect(crm.people.size).toBe(3);
    expect(server.seen.find(({ url }) => url === '/people')?.headers['idempotency-key']).toBe('k-1');
  });

  it('writes what changes under the version that was read, and keeps what lies beside it', async () => {
    const before = await connect().getContact('P1');
    const after = await connect().updateContact(
      'P1',
      { fields: { colours: ['green'] } },
      before!.version,
      options,
    );
    expect(after).toMatchObject({ fields: { colours: ['green'] }, version: '"5"' });
    const put = server.seen.find(({ method }) => method === 'PATCH');
    expect(put?.headers['if-match']).toBe('"4"');
    expect(JSON.parse(put!.body)).toEqual({
      person: {
        attributes: {
          custom: { telegram: '@Ngozi', colours: 'green', since: '2026-11-20 21:45:57', other: 'stays' },
        },
      },
    });
    await expect(
      connect().updateContact('P1', { fields: { jobTitle: 'X' } }, '"4"', options),
    ).rejects.toMatchObject({
      safe: { code: 'conflict', stale: true },
    });
  });

  it('adds to a list that is written whole without touching what is in it', async () => {
    const identifier = { kind: 'email', value: 'second@example.com' } as const;
    await connect().assignIdentifier({ contactId: 'P1', identifier, mode: 'add' }, options);
    expect(crm.people.get('P1')?.mails).toEqual([
      { address: 'Ngozi@example.com', note: 'work' },
      { note: 'none yet' },
      { address: 'second@example.com', note: 'by Ringside' },
    ]);
  });

  it('moves a child record from one contact to another, and back', async () => {
    const identifier = phone('+442079460123');
    const moved = await connect().assignIdentifier({ contactId: 'P2', identifier, mode: 'move' }, options);
    expect(moved.former.map(({ id }) => id)).toEqual(['P1']);
    expect(crm.phones.get('P1')?.map(({ value }) => value)).toEqual(['ask for her']);
    expect(crm.phones.get('P2')?.map(({ value }) => value)).toEqual(['+49 20 79460123', '+442079460123']);
    await connect().undoAssignment(moved.assignmentId, options);
    expect(crm.phones.get('P1')?.map(({ value }) => value)).toEqual(['ask for her', '+442079460123']);
    expect(crm.phones.get('P2')?.map(({ value }) => value)).toEqual(['+49 20 79460123']);
  });

  it('makes of what the CRM says what the definition says it means', async () => {
    await expect(connect({}, 'wrong').session()).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    await expect(
      connect().updateContact('P1', { fields: { jobTitle: 'forbidden' } }, '"4"', options),
    ).rejects.toMatchObject({ safe: { code: 'invalid', fields: { jobTitle: 'not-valid' } } });
    crm.phones.get('P2')?.push({ id: 1, value: '1' }, { id: 2, value: '2' });
    await expect(
      connect().assignIdentifier(
        { contactId: 'P2', identifier: phone('+12125550142'), mode: 'add' },
        options,
      ),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'no-slot' } });
    const { phone: held } = jsonCrmDefinition.identifiers;
    const add = { ...held.rows.add, body: { number: '020 7946 0123', once: true } };
    await expect(
      connect({ identifiers: { phone: { ...held, rows: { ...held.rows, add } } } }).assignIdentifier(
        { contactId: 'P1', identifier: phone('+12125550142'), mode: 'add' },
        options,
      ),
    ).rejects.toMatchObject({ safe: { code: 'conflict', owners: ['P1'] } });
  });

  it('does not write what is only read', async () => {
    const identifier = { kind: 'telegram', value: 'new' } as const;
    await expect(
      connect().assignIdentifier({ contactId: 'P1', identifier, mode: 'add' }, options),
    ).rejects.toMatchObject({ safe: { code: 'not-supported', reason: 'read-only' } });
    await expect(
      connect().updateContact('P1', { fields: { since: '2026-01-01T00:00:00Z' } }, '"4"', options),
    ).rejects.toMatchObject({ safe: { code: 'invalid', fields: { since: 'read-only' } } });
    expect(server.seen.filter(({ method, url }) => method !== 'GET' && url !== '/people/search')).toEqual([]);
  });

  it('offers only what is declared', async () => {
    expect(rest.capabilities(settingsWith())).toMatchObject({
      create: true,
      link: true,
      move: true,
      search: true,
    });
    const { create: _create, update: _update, search: _search, ...less } = jsonCrmDefinition;
    const { telegram } = jsonCrmDefinition.identifiers;
    const definition = JSON.stringify({ ...less, identifiers: { telegram } });
    const settings = rest.settings.parse({ baseUrl: server.baseUrl, region: 'GB', definition });
    expect(rest.capabilities(settings)).toEqual({
      create: false,
      update: false,
      search: false,
      link: false,
      move: false,
      unlink: false,
      identifiers: ['telegram'],
      guarded: true,
    });
    const one = rest.connect({ settings, credential: 'secret' });
    for (const attempt of [
      one.search('Dana'),
      one.createContact({ name: 'A', kind: 'person', identifiers: [], fields: {} }, options),
      one.updateContact('P1', { name: 'A' }, '"4"', options),
      one.undoAssignment('x', options),
    ]) {
      await expect(attempt).rejects.toMatchObject({ safe: { code: 'not-supported' } });
    }
    expect(server.seen).toEqual([]);
  });

  it('asks leave for the address and for where tokens come from, and for nothing else', () => {
    const auth = { kind: 'client-credentials', tokenUrl: 'https://login.example.com/token' };
    expect(rest.origins(settingsWith({ auth }))).toEqual([
      'http://127.0.0.1/*',
      'https://login.example.com/*',
    ]);
    expect(rest.origins(settingsWith())).toEqual(['http://127.0.0.1/*']);
    const code = {
      kind: 'code',
      authorizeUrl: 'https://login.example.com/say-yes',
      tokenUrl: 'https://login.example.com/token',
    };
    expect(rest.oauth?.({ ...settingsWith({ auth: code }), user: 'client-7' })).toEqual({
      authorizeUrl: 'https://login.example.com/say-yes',
      tokenUrl: 'https://login.example.com/token',
      clientId: 'client-7',
    });
  });

  it('gets a token below the address with client credentials, and basic where that is said', async () => {
    server.answerWith((request, response, incoming) => {
      const { authorization } = request.headers;
      const basic = `Basic ${btoa('ada:secret')}`;
      if (request.url === '/oauth/token') reply(200, { access_token: 'T-1' })(request, response, incoming);
      else if (authorization === 'Bearer T-1' || authorization === basic)
        reply(200, { me: { no: 1 } })(request, response, incoming);
      else reply(401)(request, response, incoming);
    });
    for (const auth of [
      { kind: 'client-credentials', tokenUrl: 'oauth/token', scope: 'read' },
      { kind: 'basic' },
    ]) {
      const settings = { ...settingsWith({ auth }), user: 'ada' };
      expect(await rest.connect({ settings, credential: 'secret' }).session()).toEqual({
        agent: { id: '1', name: '1' },
      });
    }
    expect(server.seen[0]?.body).toBe(
      'grant_type=client_credentials&client_id=ada&client_secret=secret&scope=read',
    );
  });

  it('keeps to the rate that is declared', async () => {
    const one = connect({ rate: { requests: 2, seconds: 60 } });
    await one.session();
    await one.session();
    await expect(one.session()).rejects.toMatchObject({ safe: { code: 'rate-limited' } });
    expect(server.seen).toHaveLength(2);
  });

  it('reads a contact without child records where the CRM says 404 for those', async () => {
    server.answerWith((request, ...rest) => {
      if (request.url === '/people/P1/phones') reply(404, { error: 'NONE' })(request, ...rest);
      else crm.answer(request, ...rest);
    });
    const contact = await connect().getContact('P1');
    expect(contact?.identifiers.map(({ kind }) => kind)).toEqual(['email', 'telegram']);
  });

  it('gets by a search where that is how a contact is got', async () => {
    const request = { method: 'post', path: 'people/search', body: { phone: '{contactId}' } };
    const searched = connect({
      get: { request, record: 'hits[0]' },
      identifiers: { email: jsonCrmDefinition.identifiers.email },
    });
    expect(await searched.getContact('79460123')).toMatchObject({ id: 'P1' });
    expect(await searched.getContact('555')).toBeNull();
  });

  it('signs in by code with the tokens of the sign-in, and renews them', async () => {
    server.answerWith((request, ...rest) => {
      if (request.url === '/token') reply(200, { access_token: 'T-2' })(request, ...rest);
      else
        reply(request.headers.authorization === 'Bearer T-2' ? 200 : 401, { me: { no: 1 } })(
          request,
          ...rest,
        );
    });
    const auth = { kind: 'code', authorizeUrl: `${server.baseUrl}yes`, tokenUrl: `${server.baseUrl}token` };
    const settings = { ...settingsWith({ auth }), user: 'client-7' };
    const tokens = keepTokens({ access: 'T-1', refresh: 'R-1' });
    expect(await rest.connect({ settings, credential: 'x', tokens }).session()).toMatchObject({
      agent: { id: '1' },
    });
    expect(server.seen[1]?.body).toBe('grant_type=refresh_token&refresh_token=R-1&client_id=client-7');
    expect(tokens.tokens().access).toBe('T-2');
  });

  it('opens the record below the address, whatever the id', () => {
    expect(connect().recordUrl('P 1/..')).toBe(`${server.baseUrl}#/p/P%201%2F..`);
    expect(connect().recordUrl('..')).toBeNull();
  });
});
