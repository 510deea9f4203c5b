import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { searchHeld } from './search-held.ts';
import { searchableParts } from './searchable-contact.ts';

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

function search(query: string, ...copies: Contact[]) {
  return searchHeld(
    query,
    copies.map((copy) => ({ contact: copy, parts: searchableParts(copy) })),
  );
}

function finds(query: string, copy: Contact): boolean {
  return search(query, copy).contacts.length === 1;
}

describe('the search among contacts held here', () => {
  it('finds words in any order, in parts, over name, company and city', () => {
    const found = contact('Zoë Núñez', { fields: { company: 'Hartmann GmbH', city: 'Köln' } });
    for (const query of ['nunez zoe', 'koln hart', 'artman']) expect(finds(query, found), query).toBe(true);
    expect(finds('nunez berlin', found)).toBe(false);
  });

  it('finds a number in any grouping, with or without its country code', () => {
    const found = contact('A', { identifiers: [{ kind: 'phone', value: '+442079460000' }] });
    for (const query of ['+442079460000', '020 7946 0000', '(0)20-7946-0000', '79460', '7946', '460']) {
      expect(finds(query, found), query).toBe(true);
    }
    expect(finds('020 7946 0001', found)).toBe(false);
  });

  it('finds by what was mistyped, behind those whose words are there', () => {
    const [right, near] = [contact('Jhon Smithe'), contact('John Smith')];
    expect(search('jhon smithe', near, right)).toEqual({ contacts: [right, near], total: 2 });
    expect(finds('jhon simth', near)).toBe(true);
    expect(finds('jahan simth', near)).toBe(false);
  });

  it('looks for mistakes only where fewer than twenty fit without one', () => {
    const many = Array.from({ length: 20 }, (_, index) => contact(`Anna ${index}`));
    expect(search('anna', contact('Anne'), ...many).contacts).toEqual(many.sort(byName));
    expect(search('anna', contact('Anne'), ...many.slice(1)).contacts.at(-1)?.name).toBe('Anne');
  });

  it('finds nothing for an empty query', () => {
    for (const query of ['  ', '-', '…']) expect(search(query, contact('A')).contacts).toEqual([]);
  });

  it('puts the whole name first, then names that start with the query, stops at twenty and says how many', () => {
    const many = Array.from({ length: 30 }, (_, index) => contact(`Zed Anna ${index}`));
    const { contacts, total } = search('anna', ...many, contact('Anna Berg'), contact('Anna'));
    expect(contacts).toHaveLength(20);
    expect(contacts.slice(0, 2).map(({ name }) => name)).toEqual(['Anna', 'Anna Berg']);
    expect(total).toBe(32);
  });
});

function byName(a: Contact, b: Contact): number {
  return a.name < b.name ? -1 : 1;
}
