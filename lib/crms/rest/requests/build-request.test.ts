import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import { buildRequest } from './build-request.ts';
import { valuesOfIdentifier, valuesOfQuery } from './placeholder-values.ts';

const base = 'https://crm.example.com/base/';
const template = {
  path: 'api/{contactId}/notes/v{value}',
  query: {
    filter: "name = '{query:quoted}' & x",
    q: '{query}',
    'a[{index}]': { each: 'words' as const, text: '{each}' },
  },
  headers: { 'If-Match': '{version}' },
  body: { text: '{query}', list: ['a {query:plain}'], keep: { id: '{contactId}' } },
};

/** The address as http.ts makes it; that one refuses what URL would spell otherwise. */
function addressOf({ path, query }: ReturnType<typeof buildRequest>): URL | undefined {
  const url = new URL(path, base);
  if (url.href !== base + path) return undefined;
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url;
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      '/',
      '\\',
      '?',
      '#',
      '%',
      '2',
      'e',
      'f',
      '@',
      ':',
      '&',
      '=',
      '{',
      '}',
      '"',
      "'",
      '\r',
      '\n',
      '\0',
      ' ',
      '\ud800',
    ),
    maxLength: 16,
  }),
  fc.constantFrom(
    '..',
    '../..',
    '//evil.example.com',
    'https://evil.example.com/',
    '%2e%2e',
    '..%2f',
    '?a=b',
    '#x',
    '{value}',
    '__proto__',
    '',
  ),
);

describe('a request from a template', () => {
  it('has the same host, segments, parameters and members, whatever the placeholders hold', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (contactId, value, query, version) => {
        const { lists } = valuesOfQuery(query);
        let built: ReturnType<typeof buildRequest>;
        try {
          built = buildRequest(
            template,
            { texts: { contactId, value, query, version }, ...(lists && { lists }) },
            'post',
          );
        } catch (error) {
          expect(error).toBeInstanceOf(CrmError);
          return;
        }
        const url = addressOf(built);
        if (url) {
          expect(url.origin).toBe('https://crm.example.com');
          expect(url.username + url.password + url.hash).toBe('');
          const segments = url.pathname.split('/');
          expect(segments).toHaveLength(6);
          expect([segments[1], segments[2], segments[4]]).toEqual(['base', 'api', 'notes']);
          expect(decodeURIComponent(segments[3]!)).toBe(contactId);
          expect(decodeURIComponent(segments[5]!)).toBe(`v${value}`);
          const words = lists?.words ?? [];
          expect([...url.searchParams.keys()]).toEqual([
            'filter',
            'q',
            ...words.map((_, index) => `a[${index}]`),
          ]);
          expect(url.searchParams.get('filter')).toMatch(/^name = '(?:[^'\\]|\\[\s\S])*' & x$/);
        }
        expect(Object.keys(built.headers)).toEqual(['If-Match']);
        expect(built.headers['If-Match']).toMatch(/^[\x20-\x7e]*$/);
        const body = JSON.parse(JSON.stringify(built.json));
        expect(Object.keys(body)).toEqual(['text', 'list', 'keep']);
        expect(body.list[0]).toMatch(/^a [\p{L}\p{M}\p{N}@.+ _-]*$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['', '.', '..', '\ud800'])('is not sent for the id %j', (contactId) => {
    expect(() => buildRequest({ path: 'a/{contactId}' }, { texts: { contactId } })).toThrow('CRM: not-found');
  });

  it('gives a placeholder alone in a body its own kind', () => {
    const body = {
      number: '{contactId:number}',
      none: '{scope}',
      list: '{spellings}',
      object: '{changes}',
      braces: '{{a}}',
      seven: 7,
    };
    const { lists } = valuesOfIdentifier({ kind: 'phone', value: '+442079460123' }, '%');
    const values = { texts: { contactId: '12', scope: '' }, lists: lists!, changes: { a: { b: 1 } } };
    expect(buildRequest({ path: 'a', body }, values, 'post').json).toEqual({
      number: 12,
      none: null,
      list: expect.arrayContaining(['+442079460123', '020 7946 0123', '00442079460123']),
      object: { a: { b: 1 } },
      braces: '{a}',
      seven: 7,
    });
  });

  it('spells a number in every way that a CRM may look for', () => {
    expect(valuesOfIdentifier({ kind: 'phone', value: '+442079460123' }, '*').texts).toMatchObject({
      e164: '+442079460123',
      digits: '442079460123',
      national: '2079460123',
      callingCode: '44',
      country: 'GB',
      international: '+44 20 7946 0123',
      local: '020 7946 0123',
      pattern: '*2*0*7*9*4*6*0*1*2*3*',
    });
  });

  it('lets nothing but digits pass for a number', () => {
    const { texts } = valuesOfIdentifier({ kind: 'phone', value: "+44') or ('1'='1" }, '%');
    for (const name of ['e164', 'digits', 'national', 'international', 'local', 'pattern']) {
      expect(texts[name]).toMatch(/^[\d+% ()-]*$/);
    }
  });

  it('sends a form, and JSON as the text of a parameter, with everything in its place', () => {
    const form = {
      operation: 'create',
      name: '{query}',
      element: { json: { '...': '{changes}', by: '{agentId}' } },
    };
    const query = { where: { json: { phone: { $regex: '{query}' } } } };
    const values = { texts: { query: 'a&b="c', agentId: '19x1' }, changes: { n: 'x"&=' } };
    const built = buildRequest({ path: 'a', form, query }, values, 'post');
    expect(JSON.parse(built.query.where!)).toEqual({ phone: { $regex: 'a&b="c' } });
    expect(built.body?.type).toBe('application/x-www-form-urlencoded');
    const sent = new URLSearchParams(built.body?.text);
    expect([...sent.keys()]).toEqual(['operation', 'name', 'element']);
    expect(sent.get('name')).toBe('a&b="c');
    expect(JSON.parse(sent.get('element')!)).toEqual({ n: 'x"&=', by: '19x1' });
  });

  it('puts constants beside the changes, what stands behind wins, and parts of them elsewhere', () => {
    const values = {
      texts: { contactId: 'C1', key: 'k' },
      changes: { status: 'agent', custom: { tier: 'g' }, person: { name: 'Ada' } },
      record: { _id: 'C1', _rev: '4-a', person: { name: 'Ada', born: 1 } },
    };
    const fill = (body: unknown) => buildRequest({ path: 'a', body }, values, 'post').json;
    expect(fill({ status: 'new', custom: { source: 'phone' }, '...': '{changes}' })).toEqual({
      status: 'agent',
      custom: { source: 'phone', tier: 'g' },
      person: { name: 'Ada' },
    });
    expect(fill({ '...': '{changes}', status: 'new' })).toMatchObject({ status: 'new' });
    expect(
      fill({ a: '{changes.person}', b: '{changes.nothing}', rev: '{record._rev}', c: ['{changes.nothing}'] }),
    ).toEqual({
      a: { name: 'Ada' },
      rev: '4-a',
      c: [],
    });
    expect(fill({ '{contactId}': '{changes.custom}', name: 'caller-{key}' })).toEqual({
      C1: { tier: 'g' },
      name: 'caller-k',
    });
    expect(fill('{record}')).toBe(values.record);
    expect(() =>
      buildRequest({ path: 'a', body: { '{contactId}': 1 } }, { texts: { contactId: '__proto__' } }, 'post'),
    ).toThrow('CRM: not-found');
  });

  it('lets entries stand once for each of a list, and those of a list among others', () => {
    const { texts, lists } = valuesOfIdentifier({ kind: 'phone', value: '+442079460123' }, '%');
    const values = { texts, lists: { ...lists, tails: ['0123', '01 23'], fields: ['a', 'b'] } };
    const body = ['id', '{...fields}', { each: 'tails', entry: { phone: '*{each}' } }];
    expect(buildRequest({ path: 'a', body }, values, 'post').json).toEqual([
      'id',
      'a',
      'b',
      { phone: '*0123' },
      { phone: '*01 23' },
    ]);
  });

  it('cuts pieces off a number, also off its pattern', () => {
    const values = valuesOfIdentifier({ kind: 'phone', value: '+442079460123' }, '%');
    const query = {
      a: '{national:last4}',
      b: '{pattern:last3}',
      c: '{national:last4:first2}',
      d: '{e164:first2}',
    };
    expect(buildRequest({ path: 'a', query }, values).query).toEqual({
      a: '0123',
      b: '%1%2%3%',
      c: '01',
      d: '44',
    });
    expect(values.lists?.tails).toEqual(expect.arrayContaining(['0123', '01 23', '0-123', '012.3']));
  });
});
