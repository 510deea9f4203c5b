import { describe, expect, it } from 'vitest';
import { expectationWords, refusalWords } from '../../../components/words/options/file-words.ts';
import { rulePacks } from '../../extension/worker/hosts/rule-packs.ts';
import { isForOrigin, rulesFor } from '../host-rules-for.ts';
import { ruleFileSchema } from './host-rules.ts';
import { readRuleFile } from './host-rules-problems.ts';

const version = { since: '2026-09-01', probe: '#phone', state: [{ is: 'active' }] };
const rule = { id: 'calls', read: 'dom', where: [{ host: 'desk.example' }], versions: [version] };
const file = { version: 1, id: 'mine', label: 'Mine', rules: [rule] };
const problemsOf = (value: unknown) => {
  const read = readRuleFile(JSON.stringify(value));
  return read.ok ? [] : read.problems.map(({ path, expected }) => `${path}: ${expectationWords(expected)}`);
};
const withVersion = (more: object, read = 'dom') => ({
  ...file,
  rules: [{ ...rule, read, versions: [{ ...version, ...more }] }],
});

const messages = (more: object) => {
  const events = [{ type: 'ring', state: 'offered' }];
  const versions = [{ since: '2026-09-01', origins: ['self'], type: 'type', events, ...more }];
  return { ...file, rules: [{ ...rule, read: 'message', versions }] };
};

describe('a rule file', () => {
  it('is read with what it leaves out', () => {
    const read = readRuleFile(JSON.stringify(file));
    expect(read).toMatchObject({
      ok: true,
      file: { tried: [], rules: [{ channel: 'phone', direction: 'inbound' }] },
    });
  });

  it.each([
    ['{', 'This is not JSON (line 1).'],
    ['', 'There are no rules yet.'],
    ['"x"', 'Parts of this file are wrong.'],
    [JSON.stringify({ ...file, version: 2 }), 'newer Ringside'],
    [' '.repeat(300_000), 'too large'],
  ])('%.20s is refused as a whole, with the reason', (text, reason) => {
    const read = readRuleFile(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(refusalWords(read.reason, 'rules')).toContain(reason);
  });

  it.each([
    [{ ...file, rules: [] }, 'rules: at least 1 entry'],
    [{ ...file, id: 'Not A Slug' }, 'id: small letters, digits and hyphens, at most 64'],
    [{ ...file, colour: 'red' }, 'colour: no such member'],
    [{ ...file, rules: [{ ...rule, read: 'ears' }] }, 'rules.0.read: dom, message or websocket'],
    [{ ...file, rules: [rule, rule] }, 'rules: every id once'],
    [
      { ...file, rules: [{ ...rule, where: [{ host: 'https://a.example' }] }] },
      'rules.0.where.0.host: a host such as',
    ],
    [withVersion({ since: 'yesterday' }), 'rules.0.versions.0.since: a date such as 2026-11-21'],
    [withVersion({ state: [{ is: 'ringing' }] }), 'rules.0.versions.0.state.0.is: one of: pending, offered'],
    [
      withVersion({ clientId: { at: '.x', match: '(a+)+' } }),
      'rules.0.versions.0.clientId.match: no repetition of a group',
    ],
    [withVersion({ clientId: { att: '.x' } }), 'rules.0.versions.0.clientId.att: no such member'],
    [withVersion({ probe: 5 }), 'rules.0.versions.0.probe'],
  ])('names what is wrong, and where (%#)', (wrong, expected) => {
    expect(problemsOf(wrong)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });

  it('wants versions with the newest first', () => {
    const older = { ...version, since: '2024-01-01' };
    expect(problemsOf({ ...file, rules: [{ ...rule, versions: [version, older] }] })).toEqual([]);
    expect(problemsOf({ ...file, rules: [{ ...rule, versions: [older, version] }] })).toEqual([
      'rules.0.versions: versions, the newest first',
    ]);
  });

  const events = [{ type: 'ring', state: 'offered' }];
  it.each([
    ...['__proto__.x', 'a.constructor', 'a.prototype.b', 'a..b', 'a[x]', '.a', 'a.'],
    ...['a[__proto__=x]', 'a[=x]', 'a[b=]', 'a[b=x', 'a[b.c=x]', 'a[b=x]c', 'a[b=[x]'],
  ])('refuses the path %s', (id) => {
    const message = { since: '2026-09-01', origins: ['self'], type: 'type', id, events };
    const wrong = { ...file, rules: [{ ...rule, read: 'message', versions: [message] }] };
    expect(problemsOf(wrong)).not.toEqual([]);
    expect(
      problemsOf({
        ...wrong,
        rules: [{ ...wrong.rules[0], versions: [{ ...message, id: 'a[0].b\\.c[d=E.f=\\]].g' }] }],
      }),
    ).toEqual([]);
  });

  it.each([...['a..b', 'a[]', '.a', '..', '.....a', 'a.__proto__', '..constructor.x']])(
    'refuses the path %s, also where it is read from an entry of a list',
    (id) => {
      expect(problemsOf(messages({ each: 'list', id }))).not.toEqual([]);
    },
  );

  it.each(['..id', '...call.id', 'a[0]'])('takes the path %s', (id) => {
    expect(problemsOf(messages({ each: 'list', id }))).toEqual([]);
  });

  it.each(['', 'list', 'a.b[]', 'networks[].channels[]', '[].items', 'a[].b[].c[]', 'a[name=x].b[].c'])(
    'takes %s as a list',
    (each) => expect(problemsOf(messages({ each }))).toEqual([]),
  );

  it.each(['..list', 'a[]b', 'a[].', 'a[].b[].c[].d[]', 'a[].__proto__'])('refuses %s as a list', (each) =>
    expect(problemsOf(messages({ each }))).not.toEqual([]),
  );

  it('wants a state, of the version or of each of its parts', () => {
    const { state, ...stateless } = version;
    const of = (more: object) =>
      problemsOf({ ...file, rules: [{ ...rule, versions: [{ ...stateless, ...more }] }] });
    const missing = ['rules.0.versions.0.state: a list'];
    expect(of({})).toEqual(missing);
    expect(of({ parts: [{ rows: '.a', state }, { within: 'iframe' }] })).toEqual(missing);
    expect(of({ parts: [{ rows: '.a', state }] })).toEqual([]);
    expect(of({ state, parts: [{ rows: '.a' }, { within: 'iframe' }] })).toEqual([]);
    expect(of({ state, parts: [{ probe: '.a' }] })).toEqual([
      'rules.0.versions.0.parts.0.probe: no such member',
    ]);
  });

  it('refuses words that would pollute a table, and origins that are none', () => {
    expect(problemsOf(withVersion({ clientId: { at: '.x', map: { constructor: 'x' } } }))).not.toEqual([]);
    const polluted = withVersion({ clientId: { at: '.x', map: JSON.parse('{"__proto__":"x"}') } });
    expect(JSON.stringify(readRuleFile(JSON.stringify(polluted)))).not.toContain('__proto__');
    for (const origin of ['*', 'https://a.example/', 'http://a.example', 'null']) {
      const versions = [{ since: '2026-09-01', origins: [origin], type: 'type', events }];
      expect(problemsOf({ ...file, rules: [{ ...rule, read: 'message', versions }] })).not.toEqual([]);
    }
  });
});

describe('the rules of a page', () => {
  const mine = ruleFileSchema.parse(file);
  const pack = ruleFileSchema.parse({ ...file, id: 'pack', rules: [{ ...rule, where: [{ host: '*' }] }] });
  const chosen = { rules: [mine], rulesOff: [], hosts: [] };
  const idsFor = (origin: string, more: object = {}) =>
    rulesFor(origin, [pack], { ...chosen, ...more }).map(({ id }) => id);

  it('are those whose host fits, under the name of their file', () => {
    expect(idsFor('https://desk.example')).toEqual(['mine/calls', 'pack/calls']);
    expect(idsFor('https://other.example')).toEqual(['pack/calls']);
  });

  it('leave out a file that is off, everywhere or on this host', () => {
    expect(idsFor('https://desk.example', { rulesOff: ['pack'] })).toEqual(['mine/calls']);
    const hosts = [{ origin: 'https://desk.example', rulesOff: ['mine'] }];
    expect(idsFor('https://desk.example', { hosts })).toEqual(['pack/calls']);
  });

  it('are an own file’s where a pack has the same id', () => {
    const own = ruleFileSchema.parse({ ...file, id: 'pack' });
    expect(rulesFor('https://other.example', [pack], { ...chosen, rules: [own] })).toEqual([]);
  });

  it.each([
    ['*', 'https://a.example', true],
    ['a.example', 'https://a.example', true],
    ['a.example', 'https://a.example:8443', false],
    ['a.example:8443', 'https://a.example:8443', true],
    ['*.example', 'https://a.example', true],
    ['*.a.example', 'https://a.example', false],
    ['*.a.example', 'https://evila.example', false],
  ])('%s is for %s: %s', (host, origin, expected) => {
    expect(isForOrigin({ where: [{ host, frame: 'any' }] }, origin)).toBe(expected);
  });
});

describe('every pack', () => {
  it.each(rulePacks.map((pack) => [pack.id, pack] as const))(
    '%s is valid as it stands, defaults included, dated, and says how it was tried',
    (id, pack) => {
      expect(ruleFileSchema.parse(pack)).toEqual(pack);
      expect(pack.tried.length, id).toBeGreaterThan(0);
    },
  );

  it('has an id of its own', () => {
    const ids = rulePacks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});
