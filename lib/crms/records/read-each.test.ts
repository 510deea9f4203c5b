import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Unread } from '../../domain/crm/unread.ts';
import { readEach, readOne, readValues } from './read-each.ts';

const personSchema = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(8)),
  name: z.nullish(z.object({ first: z.nullish(z.string()), last: z.nullish(z.string()) })),
  phones: z.nullish(z.array(z.object({ number: z.string(), label: z.nullish(z.string()) }))),
  changed: z.optional(z.iso.datetime()),
  active: z.optional(z.boolean()),
  town: z.optional(z.union([z.string(), z.literal(false)])),
});

function read(rows: unknown[]) {
  const told: Unread[] = [];
  const options = { report: (one: Unread) => void told.push(one) };
  const ended = () => readEach(personSchema, rows, options).map(({ value }) => value);
  return { ended, told };
}

describe('records that are read one by one', () => {
  it('are all there, and nothing is told, where each fits', () => {
    const rows = [
      { id: 'a', phones: [{ number: '1' }] },
      { id: 'b', name: null, more: { any: 1 } },
    ];
    const { ended, told } = read(rows);
    expect(ended()).toEqual(rows);
    expect(told).toEqual([]);
  });

  it.each([
    ['an empty object in a list', { phones: [{}, { number: '1' }] }, 'phones[].number', 'text'],
    ['a number in place of a text', { phones: [{ number: '1' }, { number: 5 }] }, 'phones[].number', 'text'],
    ['null in a list', { phones: [null, { number: '1' }] }, 'phones[]', 'object'],
  ])('lose %s and nothing else', (_what, odd, path, expected) => {
    const { ended, told } = read([{ id: 'a', ...odd }, { id: 'b' }]);
    expect(ended()).toEqual([{ id: 'a', phones: [{ number: '1' }] }, { id: 'b' }]);
    expect(told).toEqual([{ of: 'contact', whole: false, path, expected }]);
  });

  it.each([
    ['a number for a list', { phones: 12_345 }, 'phones', 'list'],
    ['a list for an object', { name: [] }, 'name', 'object'],
    ['a word for yes or no', { active: 'yes' }, 'active', 'yes-or-no'],
    ['a foreign date', { changed: '29.11.2026' }, 'changed', 'time'],
    ['an object for a text', { town: {} }, 'town', 'text'],
  ])('lose only the part that is %s', (_what, odd, path, expected) => {
    const { ended, told } = read([{ id: 'a', ...odd }, { id: 'b' }]);
    expect(ended()).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(told).toEqual([{ of: 'contact', whole: false, path, expected }]);
  });

  it('keep of a part whatever of it fits', () => {
    const { ended, told } = read([{ id: 'a', name: { first: 7, last: 'Okoro' }, phones: [{ label: 4 }] }]);
    expect(ended()).toEqual([{ id: 'a', name: { last: 'Okoro' }, phones: [] }]);
    expect(told.map(({ path }) => path)).toEqual(['name.first', 'phones[].number', 'phones[].label']);
  });

  it.each([
    ['no id', { name: null }, 'id', 'text'],
    ['a number for an id', { id: 5 }, 'id', 'text'],
    ['an absurdly long id', { id: 'x'.repeat(9) }, 'id', 'size'],
    ['nothing at all', null, '', 'object'],
    ['a list for a record', [], '', 'object'],
  ])('are left out whole that have %s', (_what, odd, path, expected) => {
    const { ended, told } = read([{ id: 'a' }, odd, { id: 'b' }]);
    expect(ended()).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(told).toEqual([{ of: 'contact', whole: true, path, expected }]);
  });

  it('say nothing of anybody where none of them can be read', () => {
    expect(read([{ id: 5 }, null]).ended).toThrow(expect.objectContaining({ safe: { code: 'bad-reply' } }));
    expect(read([]).ended()).toEqual([]);
  });

  it('are handed back as they came, beside what was read of them', () => {
    const raw = { id: 'a', phones: [{}], more: 1 };
    const read = readOne(personSchema, raw, { report: undefined });
    expect(read.raw).toBe(raw);
    expect(read.value).toEqual({ id: 'a', phones: [], more: 1 });
  });

  it('have no name told that may be a customer’s', () => {
    const told: Unread[] = [];
    const rows = { jobTitle: 'x', 'Ada Okoro': 1, tel4420794601: 1, '+4420': 1, x: 2 };
    const options = { of: 'field' as const, report: (one: Unread) => void told.push(one) };
    expect(readValues(z.string(), rows, options)).toEqual({ jobTitle: 'x' });
    expect(told.map(({ path }) => path)).toEqual(['…', '…', '…', 'x']);
    expect(told.every(({ of, whole }) => of === 'field' && whole)).toBe(true);
  });
});
