import { describe, expect, it } from 'vitest';
import { isJsonPath, isNamePath, readAll, readAt, writeAt } from './json-path.ts';

describe('a JSON path', () => {
  it.each([
    ['.', { a: 1 }, [{ a: 1 }]],
    ['a', { a: 1 }, [1]],
    ['a.b', { a: { b: null } }, [null]],
    ['a[1].b', { a: [{ b: 1 }, { b: 2 }] }, [2]],
    ['[0]', ['x'], ['x']],
    ['a[].b', { a: [{ b: 1 }, {}, { b: 3 }] }, [1, 3]],
    ['[].b[]', [{ b: [1, 2] }, { b: [3] }], [1, 2, 3]],
    ['@odata\\.etag', { '@odata.etag': 'x' }, ['x']],
    ['first-name', { 'first-name': 'x' }, ['x']],
    ['a.b', { a: [] }, []],
    ['a.b', null, []],
    ['a', 'text', []],
    ['length', [1, 2], [2]],
    ['toString', {}, []],
  ])('%s reads what stands there', (path, value, found) => {
    expect(isJsonPath(path)).toBe(true);
    expect(readAll(value, path)).toEqual(found);
    expect(readAt(value, path)).toEqual(found[0]);
  });

  it.each([
    '',
    'a..b',
    '.a',
    'a.',
    'a[',
    'a]',
    'a[x]',
    'a[0]b',
    '__proto__',
    'a.constructor',
    'a\\',
    'a'.repeat(201),
    '_\\_proto__',
  ])('is not %j', (path) => {
    expect(isJsonPath(path)).toBe(false);
    expect(readAll({ a: { b: 1 } }, path === '' ? 'a..b' : path).length).toBeLessThanOrEqual(1);
  });

  it('is of names alone where something is written', () => {
    expect(isNamePath('a.b')).toBe(true);
    for (const path of ['.', 'a[0]', 'a[].b', '[0]']) expect(isNamePath(path)).toBe(false);
  });

  it('writes into what is there, and replaces what is in its way', () => {
    const target: Record<string, unknown> = { a: { b: 1 }, c: 'text', d: [1] };
    writeAt(target, 'a.x', 2);
    writeAt(target, 'c.x', 3);
    writeAt(target, 'd.x', 4);
    writeAt(target, 'e', 5);
    expect(target).toEqual({ a: { b: 1, x: 2 }, c: { x: 3 }, d: { x: 4 }, e: 5 });
  });

  it('reaches no prototype', () => {
    const target: Record<string, unknown> = {};
    writeAt(target, '__proto__.polluted', true);
    writeAt(target, 'constructor.prototype.polluted', true);
    expect(target).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
