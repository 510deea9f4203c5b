import { describe, expect, it } from 'vitest';
import type { DefinedField } from '../../domain/crm/crm-definition-fields.ts';
import { readFieldValue, readTime, writeFieldValue } from './field-value.ts';

const field = (type: DefinedField['type'], more: Partial<DefinedField> = {}): DefinedField => ({
  key: 'a',
  label: 'A',
  type,
  ...more,
});

describe('a value of a field', () => {
  it.each<[DefinedField['type'], Partial<DefinedField>, unknown, unknown]>([
    ['text', {}, 'Buyer', 'Buyer'],
    ['text', {}, 7, '7'],
    ['text', {}, { id: 1 }, undefined],
    ['text', {}, '', undefined],
    ['number', {}, '12.5', 12.5],
    ['number', {}, 'twelve', undefined],
    ['check-box', {}, false, false],
    ['check-box', {}, '1', undefined],
    ['check-box', { yes: 1, no: 0 }, '1', true],
    ['check-box', { yes: 'Y' }, 'N', false],
    ['list', {}, ['a', 2, null], ['a', '2']],
    ['multiple-choice', { separator: ',' }, 'a,b', ['a', 'b']],
    ['date', {}, '2026-11-21T08:00:00Z', '2026-11-21'],
    ['date', {}, 1795211157, '2026-11-20'],
    ['date', {}, '1795211157120', '2026-11-20'],
    ['check-box', { yes: 1, no: '' }, 1, true],
    ['check-box', { yes: 1, no: null }, null, undefined],
    ['date-time', {}, '2026-11-21T08:00:00.120+01:00', '2026-11-21T07:00:00.120Z'],
    ['date-time', {}, '2026-11-21 08:00:00', '2026-11-21T08:00:00.000Z'],
  ])('of type %s %j reads %j as %j', (type, more, value, read) => {
    expect(readFieldValue(value, field(type, more))).toEqual(read);
  });

  it.each([
    ['iso-seconds', 'date-time', '2026-11-21T08:00:00Z'],
    ['plain', 'date-time', '2026-11-21 08:00:00'],
    ['seconds', 'date-time', 1795248000],
    ['milliseconds', 'date-time', 1795248000120],
    ['plain', 'date', '2026-11-21'],
    ['milliseconds', 'date', 1795219200000],
    [undefined, 'date-time', '2026-11-21T08:00:00.120Z'],
  ] as const)('of a moment is written %s as %s', (written, type, expected) => {
    const value = type === 'date' ? '2026-11-21' : '2026-11-21T08:00:00.120Z';
    const defined = field(type, written && { written });
    expect(writeFieldValue(value, defined, null)).toBe(expected);
    // And read back as the same.
    const read = readFieldValue(expected, defined);
    const same =
      written === undefined || written === 'milliseconds' || type === 'date'
        ? value
        : '2026-11-21T08:00:00.000Z';
    expect(read).toBe(same);
  });

  it('is written as the CRM has it', () => {
    expect(writeFieldValue(false, field('check-box', { yes: 1, no: null }), '')).toBeNull();
    expect(writeFieldValue(null, field('date', { empty: null }), '')).toBeNull();
    expect(writeFieldValue(true, field('check-box', { yes: '1', no: '0' }), null)).toBe('1');
    expect(writeFieldValue(false, field('check-box'), null)).toBe(false);
    expect(writeFieldValue(['a', 'b'], field('list', { separator: ';' }), null)).toBe('a;b');
    expect(writeFieldValue(['a', 'b'], field('list'), null)).toEqual(['a', 'b']);
    expect(writeFieldValue('', field('text'), null)).toBeNull();
    expect(writeFieldValue(null, field('text'), '')).toBe('');
  });

  it('is a moment in any of the ways that CRMs write one', () => {
    const moment = '2026-11-20T21:45:57.000Z';
    for (const value of [
      1795211157,
      '1795211157',
      1795211157000,
      '2026-11-20 21:45:57',
      '2026-11-20T22:45:57+01:00',
    ]) {
      expect(readTime(value)).toBe(moment);
    }
    for (const value of ['yesterday', '2026-13-45T99:00:00Z', {}, null, Number.NaN])
      expect(readTime(value)).toBeUndefined();
  });
});
