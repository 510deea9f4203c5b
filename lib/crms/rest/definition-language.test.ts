import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, reply, startReplayServer } from '../http/replay-server-for-tests.ts';
import { atOnce } from '../pace-for-tests.ts';
import rest from './connector.ts';
import { createDocStore, docStoreDefinition } from './doc-store-for-tests.ts';
import { createJsonCrm, jsonCrmDefinition } from './json-crm-for-tests.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
let store: ReturnType<typeof createDocStore>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());
beforeEach(() => {
  store = createDocStore();
  server.answerWith(store.answer);
});

const phone = (value: string) => ({ kind: 'phone', value }) as const;
const key = { key: 'k-1' };
const connect = (definition: object, credential = 'secret') =>
  rest.connect({
    settings: rest.settings.parse({
      baseUrl: server.baseUrl,
      region: 'GB',
      user: 'ada',
      definition: JSON.stringify(definition),
    }),
    credential,
    pace: atOnce,
  });
const documents = (change: object = {}) => connect({ ...docStoreDefinition, ...change });

describe('a store of whole documents', () => {
  it('is written with all that was in the record, and its revision', async () => {
    store.add('P1', 'Ngozi', ['020 7946 0123'], { work: { company: 'Old', desk: 4 }, tags: ['a'] });
    const before = await documents().getContact('P1');
    const change = { fields: { company: 'New' } };
    const after = await documents().updateContact('P1', change, before!.version, key);
    expect(after.version).toMatch(/^2-a [\da-f]{8}$/);
    expect(store.docs.get('P1')).toEqual({
      _id: 'P1',
      _rev: '2-a',
      name: 'Ngozi',
      phones: ['020 7946 0123'],
      work: { company: 'New', desk: 4 },
      tags: ['a'],
    });
  });

  it('takes a new one under a name made of the key, with what the definition adds, and its id from the address', async () => {
    const given = {
      name: 'Ada Lund',
      kind: 'person' as const,
      identifiers: [phone('+442079460123')],
      fields: {},
    };
    const made = await documents().createContact(given, key);
    expect(made.id).toBe('p-k-1');
    expect(store.docs.get('p-k-1')).toEqual({
      _id: 'p-k-1',
      _rev: '1-a',
      kind: 'person',
      made: { by: 'The desk', on: new Date().toISOString().slice(0, 10) },
      first: 'Ada',
      name: 'Ada Lund',
      phones: ['+442079460123'],
    });
  });

  it('signs in nobody in person where it knows nobody', async () => {
    expect(await documents().session()).toEqual({
      agent: { id: 'The desk', name: 'The desk' },
      shared: true,
    });
  });

  it('is searched over all pages, and says so where it was not all', async () => {
    for (let count = 0; count < 7; count += 1) store.add(`A${count}`, 'Alike', [`+44 121 2${count}6 0123`]);
    store.add('Z', 'Last', ['(020) 7946-0123']);
    expect((await documents().findByIdentifier(phone('+442079460123'))).map(({ id }) => id)).toEqual(['Z']);
    expect(server.seen).toHaveLength(3);
    store.docs.delete('Z');
    for (let count = 0; count < 9; count += 1) store.add(`B${count}`, 'Alike', [`+44 121 3${count}6 0123`]);
    await expect(documents().findByIdentifier(phone('+442079460123'))).rejects.toMatchObject({
      safe: { code: 'not-supported', reason: 'too-many' },
    });
    // Who is among those that were looked at is found all the same.
    expect(await documents().findByIdentifier(phone('+441212060123'))).toHaveLength(1);
  });
});

describe('a kind in several places', () => {
  const rows = {
    list: 'numbers',
    id: 'id',
    value: 'number',
    add: { path: 'rows' },
    remove: { path: 'rows/{rowId}' },
  };
  const places = {
    record: { id: 'id', name: 'name' },
    get: { request: { path: 'people/{contactId}' }, record: 'person' },
    list: { request: { path: 'people' }, records: 'people' },
    identifiers: {
      phone: {
        find: [
          { query: { slot: '{national:last4}' } },
          { query: { row: '{national:last4}' }, hits: { list: 'rows', contactId: 'of' } },
        ],
        findAll: true,
        slots: ['phone', 'mobile'],
        rows: { ...rows, add: { path: 'rows', body: { of: '{contactId}', number: '{e164}' } } },
      },
    },
  };
  /** A person with slots and rows, found by either. */
  function people(): Answer {
    const person = {
      id: 'P1',
      name: 'Ada',
      phone: '020 7946 0123',
      mobile: '',
      numbers: [{ id: 7, number: '07700 900147' }],
    };
    return (request, ...rest) => {
      const url = new URL(request.url, 'http://a.invalid');
      const say = (body: unknown) => reply(200, body)(request, ...rest);
      if (url.pathname === '/api/me') return say({ me: { no: 1 } });
      if (request.method === 'PATCH') {
        Object.assign(person, JSON.parse(request.body).person);
        return say({});
      }
      if (request.method === 'POST') {
        person.numbers.push({ id: 8 + person.numbers.length, number: JSON.parse(request.body).number });
        return say({});
      }
      if (request.method === 'DELETE') {
        person.numbers = person.numbers.filter(({ id }) => !url.pathname.endsWith(`/${id}`));
        return say({});
      }
      if (url.searchParams.has('row')) {
        const hits = person.numbers.filter(({ number }) =>
          number.endsWith(url.searchParams.get('row') ?? ''),
        );
        return say({ rows: hits.map(() => ({ of: 'P1' })) });
      }
      if (url.searchParams.has('slot'))
        return say({ people: person.phone.endsWith(url.searchParams.get('slot')!) ? [person] : [] });
      return say({ person });
    };
  }
  const crm = () => connect({ ...jsonCrmDefinition, search: undefined, ...places });

  it('finds by a slot and by a child record, at once', async () => {
    server.answerWith(people());
    for (const number of ['+442079460123', '+447700900147']) {
      const [found] = await crm().findByIdentifier(phone(number));
      expect(found?.identifiers.map(({ value }) => value)).toEqual(['+442079460123', '+447700900147']);
    }
    expect(await crm().findByIdentifier(phone('+442079460147'))).toEqual([]);
  });

  it('fills the slots, then adds child records, and takes out of either', async () => {
    server.answerWith(people());
    const one = crm();
    for (const [index, number] of ['+447700900001', '+447700900002'].entries()) {
      await one.assignIdentifier(
        { contactId: 'P1', identifier: phone(number), mode: 'add' },
        { key: `k${index}` },
      );
    }
    const sent = server.seen
      .filter(({ method }) => method !== 'GET')
      .map(({ method, body }) => [method, body]);
    expect(sent).toEqual([
      ['PATCH', '{"person":{"mobile":"+447700900001"}}'],
      ['POST', '{"of":"P1","number":"+447700900002"}'],
    ]);
    const before = await one.getContact('P1');
    const identifiers = before!.identifiers.filter(
      ({ value }) => value !== '+447700900147' && value !== '+442079460123',
    );
    const after = await one.updateContact('P1', { identifiers }, before!.version, { key: 'k3' });
    expect(after.identifiers.map(({ value }) => value)).toEqual(['+447700900001', '+447700900002']);
  });
});

describe('a refusal', () => {
  const errors = [
    { on: ['get', 'rows'], status: 403, header: 'X-Reason', is: ['hidden'], code: 'not-found' },
    { status: 403, path: 'detail', has: ['no such record'], code: 'not-found' },
    { status: 403, path: 'detail', has: ['SESSION'], code: 'signed-out' },
  ];
  const crm = () => connect({ ...jsonCrmDefinition, errors });

  it.each<[string, Answer, string | null]>([
    ['a header', reply(403, {}, { 'X-Reason': 'hidden' }), null],
    ['a part of a text', reply(403, { detail: 'There is No Such Record here.' }), null],
    ['neither', reply(403, { detail: 'You may not.' }), 'not-allowed'],
    ['another text', reply(403, { detail: 'Your session ended.' }), 'signed-out'],
  ])('means by %s what the definition says', async (_what, answer, expected) => {
    server.answerWith(answer);
    const reading = crm().getContact('P1');
    if (expected === null) expect(await reading).toBeNull();
    else await expect(reading).rejects.toMatchObject({ safe: { code: expected } });
  });

  it('means something else for another request', async () => {
    server.answerWith(reply(403, {}, { 'X-Reason': 'hidden' }));
    await expect(crm().session()).rejects.toMatchObject({ safe: { code: 'not-allowed' } });
  });
});

describe('a search for text', () => {
  const hit = (id: string) => ({ id, attributes: { name: id } });
  const answer: Answer = (request, ...rest) => {
    const { first, second } = JSON.parse(request.body);
    const hits = first === 'Ada' ? [hit('A'), hit('B')] : second ? [hit('B'), hit('C')] : [];
    reply(200, { hits })(request, ...rest);
  };
  const search = [{ body: { first: '{query}' } }, { body: { second: '{lastWord}' } }];

  it('is asked in a second way only where the first finds nobody', async () => {
    server.answerWith(answer);
    const crm = connect({ ...jsonCrmDefinition, search });
    expect((await crm.search('Ada')).contacts.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(server.seen).toHaveLength(1);
    expect((await crm.search('Eve Lund')).contacts.map(({ id }) => id)).toEqual(['B', 'C']);
    expect(JSON.parse(server.seen[2]?.body ?? '')).toEqual({ second: 'Lund' });
  });

  it('joins both where the definition says so, each contact once', async () => {
    server.answerWith(answer);
    const crm = connect({ ...jsonCrmDefinition, search, searchAll: true });
    expect((await crm.search('Ada')).contacts.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });
});

describe('a sign-in by a request', () => {
  const auth = {
    kind: 'login',
    request: { path: 'login', body: { name: '{user}', password: '{secret}' } },
    token: 'token',
    values: { id: 'id' },
    session: { of: '{user}:{login.id}:{token}', base64: true },
    header: 'Authorization',
    prefix: 'Session ',
  };
  const crm = (credential?: string) => connect({ ...jsonCrmDefinition, errors: [], auth }, credential);
  function withTokens(): { answer: Answer; refuseAll(): void } {
    let count = 0;
    return {
      refuseAll: () => {
        count += 1;
      },
      answer: (request, ...rest) => {
        const good = `Session ${btoa(`ada:7:T${count}`)}`;
        if (request.url === '/login') {
          const { name, password } = JSON.parse(request.body);
          const fits = name === 'ada' && password === 'secret';
          return reply(fits ? 200 : 400, fits ? { token: `T${count}`, id: 7 } : { error: 'secret is wrong' })(
            request,
            ...rest,
          );
        }
        reply(request.headers.authorization === good ? 200 : 401, { me: { no: 1 } })(request, ...rest);
      },
    };
  }

  it('signs every request with what it was given, once for all, and again when that is refused', async () => {
    const { answer, refuseAll } = withTokens();
    server.answerWith(answer);
    const one = crm();
    await one.session();
    await one.session();
    refuseAll();
    await one.session();
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/login',
      '/api/me',
      '/api/me',
      '/api/me',
      '/login',
      '/api/me',
    ]);
    expect(server.seen.some(({ url }) => /secret|T0/.test(url))).toBe(false);
  });

  it('is signed out where the secret is not taken, and sends none that cannot be one', async () => {
    server.answerWith(withTokens().answer);
    await expect(crm('wrong').session()).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    const sent = server.seen.length;
    await expect(crm('line\nbreak').session()).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    expect(server.seen).toHaveLength(sent);
  });
});

describe('fields that the CRM lists', () => {
  const discover = {
    request: { path: 'fields' },
    list: 'fields',
    name: 'code',
    label: ['title', 'code'],
    type: 'kind',
    types: { s: 'text', d: 'date', p: 'choice', b: 'check-box' },
    options: { list: 'choices' },
    required: 'must',
    editable: 'mine',
    within: 'attributes.custom',
    except: ['secret'],
  };
  const fields = [
    { code: 'tier', title: 'Tier', kind: 'p', choices: { g: 'Gold' }, must: 1, mine: true },
    { code: 'born', title: '', kind: 'd', mine: true },
    { code: 'x.y', kind: 's', mine: false },
    { code: 'owner', kind: 'relation', mine: true },
    { code: 'telegram', kind: 's', mine: true },
    { code: 'secret', kind: 's', mine: true },
    { code: '__proto__', kind: 's', mine: true },
    { code: 'tier', kind: 's', mine: true },
  ];
  const people = () => {
    const crm = createJsonCrm();
    crm.add({
      id: 'P1',
      attributes: { name: 'Ada', custom: { tier: 'g', born: '2001-02-03' } },
      mails: [],
      revision: 1,
    });
    return crm;
  };
  const crm = () => connect({ ...jsonCrmDefinition, discover });

  it('are shown, read and written beside those that are declared, each once', async () => {
    const answers = people();
    server.answerWith((request, ...rest) => {
      if (request.url === '/fields') reply(200, { fields })(request, ...rest);
      else answers.answer(request, ...rest);
    });
    const one = crm();
    const shown = (await one.workspace()).fields.filter(({ key }) =>
      ['tier', 'born', 'x.y', 'owner', 'telegram', 'secret'].includes(key),
    );
    expect(shown).toEqual([
      {
        key: 'tier',
        label: 'Tier',
        type: 'choice',
        options: [{ value: 'g', label: 'Gold' }],
        required: true,
        onCreate: true,
      },
      { key: 'born', label: 'born', type: 'date' },
      { key: 'x.y', label: 'x.y', type: 'text', readOnly: true },
    ]);
    const contact = await one.getContact('P1');
    expect(contact?.fields).toMatchObject({ tier: 'g', born: '2001-02-03' });
    await one.updateContact('P1', { fields: { born: null } }, contact!.version, key);
    expect(answers.people.get('P1')?.attributes.custom).toEqual({ tier: 'g', born: null });
    expect(server.seen.filter(({ url }) => url === '/fields')).toHaveLength(1);
  });

  it.each([403, 404])('are none where the CRM says %i, and the rest goes on', async (status) => {
    const answers = people();
    server.answerWith((request, ...rest) => {
      if (request.url === '/fields') reply(status, {})(request, ...rest);
      else answers.answer(request, ...rest);
    });
    expect((await crm().getContact('P1'))?.name).toBe('Ada');
  });
});
