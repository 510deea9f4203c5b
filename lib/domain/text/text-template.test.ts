import { describe, expect, it } from 'vitest';
import { cutDigits, formText, isDigits, solePlaceholder, templateParts } from './text-template.ts';

describe('a template', () => {
  it.each([
    ['a{{b}}c', [{ text: 'a' }, { text: '{' }, { text: 'b' }, { text: '}' }, { text: 'c' }]],
    ['{national:last4}', [{ name: 'national', form: 'last4' }]],
    ['{national:last4:first2}', [{ name: 'national', cut: ['last4'], form: 'first2' }]],
    ['{query:last4:plain}', [{ name: 'query', cut: ['last4'], form: 'plain' }]],
    ['{...fields}', [{ name: 'fields', spread: true }]],
    ['{record._rev}', [{ name: 'record._rev' }]],
    ['{login.user-id}', [{ name: 'login.user-id' }]],
    ['x {changes.a.b:json}', [{ text: 'x ' }, { name: 'changes.a.b', form: 'json' }]],
  ])('%s is in pieces', (template, parts) => {
    expect(templateParts(template)).toEqual(parts);
  });

  it.each([
    '{',
    '{a',
    '{a:b}',
    '{national:last0}',
    '{national:last16}',
    '{national:plain:last4}',
    '{..a}',
    '{a..b}',
    '{a.}',
  ])('%s is none', (template) => {
    expect(templateParts(template)).toBeUndefined();
  });

  it('takes digits from the front and from the end, and all where there are fewer', () => {
    expect(cutDigits('020 7946 0123', ['last4'])).toBe('0123');
    expect(cutDigits('020 7946 0123', ['first3'])).toBe('020');
    expect(cutDigits('020 7946 0123', ['last6', 'first2'])).toBe('46');
    expect(cutDigits("12') or ('1'='1", ['last15'])).toBe('1211');
    expect(cutDigits('', ['last4'])).toBe('');
    for (const template of ['{a:digits}', '{a:last4}', '{a:last4:plain}']) {
      expect(isDigits(solePlaceholder(template)!)).toBe(true);
    }
    expect(isDigits(solePlaceholder('{a:plain}')!)).toBe(false);
  });

  it('writes a text of JSON with its quotes, and digits alone', () => {
    expect(formText('a "b" \\ c', 'json')).toBe('"a \\"b\\" \\\\ c"');
    expect(formText('+44 (0)20', 'digits')).toBe('44020');
  });
});
