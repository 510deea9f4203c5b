import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectationWords, refusalWords } from '../../../components/words/options/file-words.ts';
import { readCrmDefinition } from './crm-definition-problems.ts';

const shipped = (name: string): string =>
  readFileSync(new URL(`../../crms/definitions/${name}.json`, import.meta.url), 'utf8');
const dolibarr = JSON.parse(shipped('dolibarr'));
const minimal = JSON.parse(shipped('minimal'));

/** What is wrong with the minimal definition once these members are replaced. */
function problemsWith(change: object): string[] {
  const read = readCrmDefinition(JSON.stringify({ ...minimal, ...change }));
  return read.ok ? [] : read.problems.map(({ path, expected }) => `${path}: ${expectationWords(expected)}`);
}
const find = (request: object) => ({
  identifiers: { phone: { find: [request], slots: ['phone'], readOnly: true } },
});

const pagesOf = (pages: object) => ({ list: { ...minimal.list, pages } });
const login = (change: object) => ({
  auth: { kind: 'login', request: { path: 'a', form: { s: '{secret}' } }, token: 'token', ...change },
});

describe('a CRM definition', () => {
  it.each(['django-rest', 'dolibarr', 'jmap', 'minimal', 'tryton', 'vtiger'])(
    'is what ships as %s',
    (name) => {
      expect(readCrmDefinition(shipped(name))).toMatchObject({ ok: true, definition: { version: 1 } });
    },
  );

  it('is what the documentation shows', () => {
    const docs = readFileSync(new URL('../../../docs/crm-definitions.md', import.meta.url), 'utf8');
    const examples = [...docs.matchAll(/```json\n(.*?)```/gs)].map((found) => found[1] ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(readCrmDefinition(example)).toMatchObject({ ok: true });
  });

  it('takes sensible values where nothing is said', () => {
    const read = readCrmDefinition(JSON.stringify(minimal));
    expect(read.ok && read.definition).toMatchObject({
      wildcard: '%',
      empty: null,
      list: { limit: 50, noneIs404: false, whole: true },
      errors: [],
      workspace: { campaigns: [] },
    });
  });

  it.each([
    ['nothing', '', 'There is no definition yet.'],
    ['no JSON', '{\n"version": 1,\n}', 'This is not JSON (line 3).'],
    ['a list', '[]', 'Parts of this definition are wrong.'],
    ['a newer version', '{"version": 2}', 'newer Ringside (version 2'],
    ['too much', JSON.stringify({ version: 1, name: 'x'.repeat(70_000) }), 'too large'],
  ])('says what is wrong with %s', (_what, text, reason) => {
    const read = readCrmDefinition(text);
    expect(read.ok ? '' : refusalWords(read.reason, 'definition')).toContain(reason);
  });

  it.each([
    [
      { auth: { kind: 'magic' } },
      'auth.kind: none, header, bearer, basic, login, client-credentials or code',
    ],
    [{ auth: { kind: 'header' } }, 'auth.header: a text'],
    [{ auth: { kind: 'header', header: 'X\r\nEvil' } }, 'auth.header: the name of a header'],
    [{ auth: { kind: 'header', header: 'Cookie' } }, 'auth.header: a header that is not the browser’s own'],
    [{ auth: { kind: 'client-credentials', tokenUrl: 'http://evil.example.com/' } }, 'auth.tokenUrl: '],
    [{ auth: { kind: 'client-credentials', tokenUrl: '../token' } }, 'auth.tokenUrl: '],
    [{ headers: { Authorization: 'Basic eDp5' } }, 'headers.Authorization: a header that is not'],
    [{ headers: { 'X-Name': '{query}' } }, 'headers.X-Name: no placeholder such as {query} here'],
    [{ speed: 1 }, 'speed: no such member'],
    [{ record: { ...minimal.record, id: 'a..b' } }, 'record.id: a path such as data.list'],
    [{ record: { ...minimal.record, name: 'names[0]' } }, 'record.name: a path of names'],
    [{ record: { ...minimal.record, url: '/contact/{contactId}' } }, 'record.url: '],
    [{ record: { ...minimal.record, url: 'javascript:alert({contactId})' } }, 'record.url: '],
    [{ record: { ...minimal.record, idPattern: '(a+)+$' } }, 'record.idPattern: no repetition of a group'],
    [{ get: { request: { path: 'api/contacts' } } }, 'get.request: a request with {contactId} in it'],
    [{ get: { request: { path: '//evil.example.com/{contactId}' } } }, 'get.request.path: a path below'],
    [
      { get: { request: { path: 'https://evil.example.com/{contactId}' } } },
      'get.request.path: a path below',
    ],
    [{ get: { request: { path: '/api/{contactId}' } } }, 'get.request.path: a path below'],
    [{ get: { request: { path: '../{contactId}' } } }, 'get.request.path: a path below'],
    [{ get: { request: { path: 'a/%2e%2e/{contactId}' } } }, 'get.request.path: a path below'],
    [{ get: { request: { path: 'a\\..\\{contactId}' } } }, 'get.request.path: a path below'],
    [{ get: { request: { path: 'a?x={contactId}' } } }, 'get.request.path: a path below'],
    [{ get: { request: { path: 'a/{contactId' } } }, 'get.request.path: braces in pairs'],
    [
      { get: { request: { path: 'a/{contactId}/{secret}' } } },
      'get.request.path: {secret} is not known here',
    ],
    [{ get: { request: { path: 'a/{contactId}', body: {} } } }, 'get.request.body: a method that has a body'],
    [
      find({ query: { q: "name = '{value}'" } }),
      'identifiers.phone.find.0.query.q: how it is written within',
    ],
    [find({ query: { q: '{query}' } }), 'identifiers.phone.find.0.query.q: {query} is not known here'],
    [find({ query: { q: { each: 'words', text: '{each}' } } }), 'q: no list of words here'],
    [find({ query: { q: { each: 'spellings', text: '{each}' } } }), 'q: join, or {index} in the name'],
    [find({ method: 'post', body: { a: { b: 'x {value}' } } }), 'find.0.body.a.b: how it is written within'],
    [find({ headers: { Host: 'evil.example.com' } }), 'headers.Host: a header that is not'],
    [{ identifiers: { fax: {} } }, 'identifiers'],
    [{ identifiers: { phone: { readOnly: true } } }, 'identifiers.phone: slots, list or rows'],
    [
      { identifiers: { phone: { slots: ['phone'] } } },
      'identifiers.phone: readOnly, since there is no update',
    ],
    [{ fields: [{ key: 'a', label: 'A', path: 'list[0]' }] }, 'fields.0.path: a path of names'],
    [
      {
        fields: [
          { key: 'a', label: 'A' },
          { key: 'a', label: 'B' },
        ],
      },
      'fields.1.key: every key once',
    ],
    [{ errors: [{ status: 400, code: 'broken' }] }, 'errors.0.code: one of: signed-out'],
    [{ workspace: { expect: 'a' } }, 'workspace.expect: a request that it is expected of'],
    [{ update: { request: { path: 'a' } } }, 'update.request: a request with {contactId} in it'],
    [find({ query: { q: '{scope:last4}' } }), 'query.q: no digits of {scope}, which is no number'],
    [find({ query: { q: '{national:last16}' } }), 'query.q: braces in pairs'],
    [find({ query: { q: '{...spellings}' } }), 'query.q: {spellings} is not known here'],
    [find({ method: 'post', body: { a: '{...spellings}' } }), 'body.a: {spellings} is not known here'],
    [find({ method: 'post', body: ['{...words}'] }), 'body.0: {words} is not known here'],
    [find({ method: 'post', body: [{ each: 'words', entry: '{each}' }] }), 'body.0: no list of words here'],
    [find({ method: 'post', body: { '...': '{value}' } }), 'body....: "{changes}", "{record}" or a part'],
    [find({ method: 'post', body: { '{secret}': 1 } }), 'body.{secret}: {secret} is not known here'],
    [find({ method: 'post', body: {}, form: {} }), 'find.0.form: either body or form'],
    [find({ form: { a: 'b' } }), 'find.0.form: a method that has a body'],
    [find({ query: { a: { json: { b: 'x {value}' } } } }), 'query.a.json.b: how it is written within'],
    [{ session: { request: { path: 'a' } } }, 'session: id, or shared where nobody is named'],
    [{ session: { request: { path: 'a' }, id: 'b', shared: 'C' } }, 'session: id, or shared'],
    [{ errors: [{ is: ['x'], code: 'conflict' }] }, 'errors.0: path or header, to look at'],
    [{ errors: [{ on: ['delete'], code: 'conflict' }] }, 'errors.0.on.0: one of: login'],
    [pagesOf({ by: 'cursor' }), 'list.pages: next, or link'],
    [pagesOf({ by: 'offset' }), 'search: a request with {offset} in it'],
    [pagesOf({ by: 'page' }), 'identifiers.phone.find.0: a request with {page} in it'],
    [login({ request: { path: 'a', query: { s: '{secret}' } } }), 'auth.request.query.s: no {secret} here'],
    [login({ request: { path: 'a/{secret}' } }), 'auth.request.path: no {secret} here'],
    [
      login({ request: { path: 'a', form: { s: '{answer}' } } }),
      'auth.request.form.s: {answer} is not known here',
    ],
    [
      login({ answer: [{ hash: 'md5', of: '{challenge}' }] }),
      'auth.answer.0.of: {challenge} is not known here',
    ],
    [login({ answer: [{ hash: 'crc', of: 'a' }] }), 'auth.answer.0.hash: one of: md5, sha1, sha256, sha512'],
    [login({ values: { again: 'token' } }), 'auth.values.again: no {session} here'],
    [login({ header: 'Cookie' }), 'auth.header: a header that is not'],
    [
      { ...login({}), get: { request: { path: 'a/{contactId}', query: { s: '{session}' } } } },
      'get.request.query.s: no {session} here',
    ],
    [
      { get: { request: { path: 'a/{contactId}', headers: { 'X-S': '{secret}' } } } },
      '{secret} is not known here',
    ],
    [{ headers: { 'X-S': '{session}' } }, 'headers.X-S: no placeholder such as {session} here'],
    [
      {
        create: { request: { path: 'a', query: { n: '{changes.name}' } } },
      },
      'create.request.query.n: no {changes.name} here',
    ],
    [
      { create: { request: { path: 'a', body: { r: '{record}' } } } },
      'create.request.body.r: {record} is not known',
    ],
    [
      { discover: { request: { path: 'a/{contactId}' }, list: '.' } },
      'discover.request.path: no placeholder',
    ],
  ])('says where and what: %j', (change, expected) => {
    expect(problemsWith(change).join('\n')).toContain(expected);
  });

  it.each([
    ['{"version":1,"__proto__":{"polluted":true}}', '__proto__'],
    ['{"version":1,"identifiers":{"__proto__":{}}}', 'identifiers.__proto__'],
    ['{"version":1,"create":{"request":{"body":{"constructor":{}}}}}', 'create.request.body.constructor'],
  ])('holds no name that reaches into objects: %s', (text, path) => {
    const read = readCrmDefinition(text);
    expect(read.ok ? [] : read.problems).toEqual([{ path, expected: ['no-such-member'] }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is refused at once where it is deep or wide without end', () => {
    const deep = `{"version":1,"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const wide = JSON.stringify({ version: 1, a: Array.from({ length: 20_000 }, () => 1) });
    const started = performance.now();
    for (const text of [deep, wide]) expect(readCrmDefinition(text).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('keeps to one search where every hit is read whole, so that two round trips are enough', () => {
    const twice = { ...dolibarr, list: { ...dolibarr.list, whole: false } };
    const searches = dolibarr.identifiers.phone.find;
    twice.identifiers = {
      ...dolibarr.identifiers,
      phone: { ...dolibarr.identifiers.phone, find: [...searches, ...searches] },
    };
    const read = readCrmDefinition(JSON.stringify(twice));
    expect(read.ok ? [] : read.problems).toEqual([
      { path: 'identifiers.phone.find', expected: ['one-request'] },
    ]);
  });
});
