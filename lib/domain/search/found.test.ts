import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { countedFound, foundOf } from './found.ts';

const contacts = ['a', 'b', 'c'].map(
  (id): Contact => ({
    ...{ id, name: id, kind: 'person', identifiers: [], fields: {} },
    ...{ version: '1', updatedAt: '2026-11-30T08:00:00Z' },
  }),
);

describe('how many a search found', () => {
  it.each([
    ['all of the total', 3, 40, { total: 40 }],
    ['the total without those that were left out of the page', 5, 40, { total: 38 }],
    ['never less than there are', 5, 3, { total: 3 }],
    ['nothing where the CRM tells no total', 3, undefined, {}],
    ['nothing where the total is none', 3, -2, {}],
  ])('is %s', (_what, came, total, said) => {
    expect(countedFound(contacts, came, total)).toEqual({ contacts, ...said });
  });

  it('is more than are wanted where one more came, also where that one cannot be read', () => {
    expect(foundOf(contacts, 3)).toEqual({ contacts });
    expect(foundOf(contacts, 2)).toEqual({ contacts: contacts.slice(0, 2), more: true });
    expect(foundOf(contacts, 3, 4)).toEqual({ contacts, more: true });
  });
});
