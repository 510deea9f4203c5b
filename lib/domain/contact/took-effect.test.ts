import { describe, expect, it } from 'vitest';
import type { Contact, ContactChange } from './contact.ts';
import { differencesOf, tookEffect } from './took-effect.ts';

const contact: Contact = {
  id: '1',
  name: "Sinéad O'Connor",
  kind: 'person',
  identifiers: [{ kind: 'phone', value: '+33639980001' }],
  fields: { rank: 0, since: '2026-11-30T09:00:00Z', tags: ['b', 'a'], jobTitle: 'Head of R&D' },
  version: '1',
  updatedAt: '2026-11-30T12:00:00Z',
};

describe('what a CRM holds after a change', () => {
  it.each([
    [{ name: " Sinéad  O'Connor" }, 'blanks do not count'],
    [{ fields: { rank: null } }, 'a number that was emptied is 0 to some'],
    [{ fields: { since: '2026-11-30T10:00:00+01:00' } }, 'it is the same moment'],
    [{ fields: { tags: ['a', 'b'] } }, 'in whatever order'],
    [{ fields: { unknown: false } }, 'nothing is nothing'],
  ] as [ContactChange, string][])('is %j: %s', (change, _why) => {
    expect(tookEffect(contact, change)).toBe(true);
    expect(differencesOf(contact, change)).toEqual([]);
  });

  it('differs in what was changed, left out, or is not there', () => {
    const change = {
      name: 'Sinéad "Shin" O\'Connor',
      identifiers: [contact.identifiers[0]!, { kind: 'email' as const, value: 'a@example.com' }],
      fields: { jobTitle: 'Head of R&D and more', rank: 2, tags: ['a'] },
    };
    expect(differencesOf(contact, change)).toEqual(['name', 'id-email', 'jobTitle', 'rank', 'tags']);
  });

  it('says nothing of what is not whole here', () => {
    const cut = { ...contact, cut: { name: true, identifiers: true, fields: ['jobTitle'] } };
    const change = { name: 'x', identifiers: [{ kind: 'email' as const, value: 'a@example.com' }] };
    expect(differencesOf(cut, { ...change, fields: { jobTitle: 'x' } })).toEqual([]);
  });
});
