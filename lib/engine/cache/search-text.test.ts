import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import { foldText } from '../../domain/text/fold-text.ts';
import { bestFound, searchMatcher, searchText } from './search-text.ts';

function contact(name: string, more: Partial<Contact> = {}): Contact {
  return {
    id: name,
    name,
    kind: 'person',
    identifiers: [],
    fields: {},
    version: '1',
    updatedAt: '2026-11-02T09:00:00+01:00',
    ...more,
  };
}

function finds(query: string, found: Contact): boolean {
  return searchMatcher(query)(searchText(found));
}

describe('the search text', () => {
  it('folds accents, case and letters that have no decomposition', () => {
    expect(foldText('Żółć STRASSE Straße Ærø')).toBe('zolc strasse strasse aero');
  });

  it('finds words in any order, in parts, over name, company and city', () => {
    const found = contact('Zoë Núñez', { fields: { company: 'Hartmann GmbH', city: 'Köln' } });
    expect(finds('nunez zoe', found)).toBe(true);
    expect(finds('koln hart', found)).toBe(true);
    expect(finds('nunez berlin', found)).toBe(false);
  });

  it('finds a number in any grouping, with or without its country code', () => {
    const found = contact('A', { identifiers: [{ kind: 'phone', value: '+442079460000' }] });
    for (const query of ['+442079460000', '020 7946 0000', '(0)20-7946-0000', '79460', '7946']) {
      expect(finds(query, found), query).toBe(true);
    }
    expect(finds('020 7946 0001', found)).toBe(false);
  });

  it('finds nothing for an empty query', () => {
    expect(finds('  ', contact('A'))).toBe(false);
  });

  it('puts names that start with the query first and stops at twenty', () => {
    const many = Array.from({ length: 30 }, (_, index) => contact(`Zed Anna ${index}`));
    const best = bestFound('anna', [...many, contact('Anna Berg')]);
    expect(best).toHaveLength(20);
    expect(best[0]?.name).toBe('Anna Berg');
  });
});
