import { describe, expect, it } from 'vitest';
import { limitWorkspace, workspaceLimits } from '../fields/limit-workspace.ts';
import type { Contact, FieldValue } from './contact.ts';
import { contactLimits, cutMark, isCut, limitCandidates, limitContact } from './contact-limits.ts';

const contactWith = (more: Partial<Contact> = {}): Contact => ({
  id: 'c1',
  name: 'Élodie Marchand',
  kind: 'person',
  identifiers: [{ kind: 'phone', value: '+33199004217' }],
  fields: { city: 'Lyon', note: 'Asked for a call in the morning.' },
  version: '1',
  updatedAt: '2026-01-01T00:00:00Z',
  ...more,
});
const sizeOf = (value: unknown) => JSON.stringify(value).length;
const many = <One>(count: number, make: (n: number) => One) =>
  Array.from({ length: count }, (_, n) => make(n));

describe('a contact within the limits', () => {
  it('is left as it is', () => {
    const contact = contactWith({
      fields: { note: 'x'.repeat(7_000), tags: ['a', 'b'], debt: 5, vip: true, none: null },
    });
    expect(limitContact(contact)).toEqual(contact);
  });

  it('still says that not all of its identifiers could be read', () => {
    const unread = contactWith({ cut: { identifiers: true, unread: true } });
    expect(limitContact(unread)).toEqual(unread);
  });

  it('says of a long text that it was cut, in the text and beside it', () => {
    const limited = limitContact(contactWith({ fields: { note: 'x'.repeat(9_000), city: 'Lyon' } }));
    expect(limited.fields.note).toMatch(/^x+… \(shortened\)$/);
    expect(limited.cut).toEqual({ fields: ['note'] });
    expect(isCut(limited, { field: 'note' })).toBe(true);
    expect(isCut(limited, { field: 'city' })).toBe(false);
    expect(isCut(limited, { field: 'unset' })).toBe(false);
    expect(isCut(limited, 'name')).toBe(false);
  });

  it('cuts no letter in two', () => {
    const limited = limitContact(contactWith({ name: `a${'👩'.repeat(500)}` }));
    expect(limited.name.isWellFormed()).toBe(true);
    expect(isCut(limited, 'name')).toBe(true);
  });

  it('has no name where there is nothing to see of it', () => {
    expect(limitContact(contactWith({ name: '\u3164\u200b' })).name).toBe('');
  });

  it('knows that there are fields which are not here', () => {
    const fields = Object.fromEntries(many(10_000, (n) => [`f${n}`, 'value']));
    const limited = limitContact(contactWith({ fields }));
    expect(Object.keys(limited.fields)).toHaveLength(contactLimits.fields);
    expect(isCut(limited, { field: 'f9999' })).toBe(true);
    expect(isCut(limited, { field: 'f1' })).toBe(false);
  });

  it('keeps whole identifiers only, and the one that was looked for', () => {
    const identifiers = many(500, (n) => ({ kind: 'phone' as const, value: `+44207946${1_000 + n}` }));
    const wanted = identifiers[400]!;
    const limited = limitContact(contactWith({ identifiers }), { first: (one) => one === wanted });
    expect(limited.identifiers).toHaveLength(contactLimits.identifiers);
    expect(limited.identifiers[0]).toBe(wanted);
    expect(isCut(limited, 'identifiers')).toBe(true);
    const long = { kind: 'other' as const, value: 'x'.repeat(300) };
    expect(limitContact(contactWith({ identifiers: [...identifiers.slice(0, 2), long] }))).toMatchObject({
      identifiers: identifiers.slice(0, 2),
      cut: { identifiers: true },
    });
  });

  it('shortens lists, and says so as their last part', () => {
    const tags = many(200, (n) => `tag ${n}`);
    const limited = limitContact(contactWith({ fields: { tags } }));
    expect(limited.fields.tags).toHaveLength(contactLimits.parts + 1);
    expect((limited.fields.tags as string[]).at(-1)).toBe(cutMark);
    expect(isCut(limited, { field: 'tags' })).toBe(true);
  });

  it.each<[string, Partial<Contact>]>([
    ['many long texts', { fields: Object.fromEntries(many(50, (n) => [`f${n}`, 'x'.repeat(16_384)])) }],
    ['many fields', { fields: Object.fromEntries(many(10_000, (n) => [`field ${n}`, `value ${n}`])) }],
    ['long keys', { fields: Object.fromEntries(many(100, (n) => [`${n}${'k'.repeat(5_000)}`, 'v'])) }],
    [
      'many lists',
      { fields: Object.fromEntries(many(40, (n) => [`f${n}`, many(200, () => 'x'.repeat(1_024))])) },
    ],
    [
      'text that JSON makes longer',
      { fields: { note: '"\n'.repeat(20_000), more: '\u0001'.repeat(10_000) } },
    ],
    [
      'many identifiers',
      { identifiers: many(500, (n) => ({ kind: 'other', value: `${n}${'y'.repeat(500)}` })) },
    ],
    [
      'many identifiers of some length',
      {
        identifiers: many(60, (n) => ({
          kind: 'other',
          value: `${n}${'y'.repeat(240)}`,
          scope: 's'.repeat(250),
        })),
      },
    ],
    ['a long name and version', { name: 'n'.repeat(100_000), version: 'v'.repeat(100_000) }],
    [
      'a long last interaction',
      {
        lastInteraction: {
          channel: 'c'.repeat(50_000),
          at: '2026-01-01T00:00:00Z',
          agent: 'a'.repeat(50_000),
        },
      },
    ],
  ])('stays small with %s', (_, more) => {
    const contact = contactWith(more);
    for (const whole of [contactLimits.whole, contactLimits.recent])
      expect(sizeOf(limitContact(contact, { whole }))).toBeLessThanOrEqual(whole);
  });

  it('holds on to what was cut before when it is cut again', () => {
    const fields: Record<string, FieldValue> = { note: 'x'.repeat(20_000), city: 'Lyon' };
    const once = limitContact(contactWith({ fields, name: 'n'.repeat(400) }));
    const again = limitContact(once);
    expect(again).toEqual(once);
    expect(isCut(limitContact(once, { whole: contactLimits.recent }), { field: 'note' })).toBe(true);
  });

  it('leaves the more of each, the fewer there are to choose from', () => {
    const contact = contactWith({ fields: { note: 'x'.repeat(7_000) } });
    expect(limitCandidates([contact, contact])).toEqual([contact, contact]);
    const twenty = limitCandidates(many(20, () => contact));
    expect(sizeOf(twenty)).toBeLessThanOrEqual(contactLimits.candidates + 100);
    expect(twenty[0]).toMatchObject({ name: 'Élodie Marchand', identifiers: contact.identifiers });
  });
});

describe('a workspace within the limits', () => {
  const field = (n: number, options: number) => ({
    key: `f${n}`,
    label: `Field ${n}`,
    type: 'choice' as const,
    ...(options > 0 && { options: many(options, (at) => ({ value: `value ${at}`, label: `Label ${at}` })) }),
  });
  const workspace = { name: 'Test', region: 'FR', campaigns: [], sections: [], fields: [] };

  it('is left as it is', () => {
    const usual = { ...workspace, fields: many(60, (n) => field(n, n === 5 ? 250 : 8)) };
    expect(limitWorkspace(usual)).toEqual(usual);
  });

  it('loses the longest lists of choices first; such a field can be read only', () => {
    const limited = limitWorkspace({ ...workspace, fields: [field(0, 20_000), field(1, 10)] });
    expect(limited.fields[0]).toMatchObject({ key: 'f0', readOnly: true });
    expect(limited.fields[0]).not.toHaveProperty('options');
    expect(limited.fields[1]?.options).toHaveLength(10);
  });

  it('stays small whatever the CRM says', () => {
    const huge = {
      ...workspace,
      fields: many(700, (n) => field(n, 300)),
      campaigns: many(9_000, (n) => ({ id: String(n), name: 'c'.repeat(2_000) })),
    };
    expect(sizeOf(limitWorkspace(huge))).toBeLessThanOrEqual(workspaceLimits.whole);
  });
});
