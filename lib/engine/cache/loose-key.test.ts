import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import { changedLooseKeys, looseKey } from './loose-key.ts';

function withNumbers(...values: string[]): Contact {
  return {
    id: '1',
    name: 'A',
    kind: 'person',
    identifiers: values.map((value) => ({ kind: 'phone', value })),
    fields: {},
    version: '1',
    updatedAt: '2026-11-02T09:00:00+01:00',
  };
}

describe('the loose key', () => {
  it('is the same for every spelling of a number', () => {
    const spellings = [
      '+442079460123',
      '020 7946 0123',
      '+44 (0)20 7946-0123',
      '020.7946.0123',
      '02079460123 ext 4',
      'sip:+442079460123@pbx.example.com',
    ];
    expect(new Set(spellings.map(looseKey))).toEqual(new Set(['9460123']));
  });

  it('folds handles and addresses', () => {
    expect(looseKey('@Nora.Quill')).toBe(looseKey('nora.quill'));
    expect(looseKey(' Nora@Example.COM ')).toBe('nora@example.com');
  });

  it('names what was gained and what was lost, and not what was merely spelt anew', () => {
    const before = withNumbers('+442079460123', '+442079460999');
    expect(changedLooseKeys(before, withNumbers('020 7946 0123', '+442079460777')).sort()).toEqual([
      '9460777',
      '9460999',
    ]);
    expect(changedLooseKeys(undefined, before)).toHaveLength(2);
  });
});
