import { expect, it } from 'vitest';
import { contactSchema } from '../../lib/domain/contact/contact.ts';
import { identifierKey } from '../../lib/domain/contact/identifier.ts';
import { normaliseIdentifier } from '../../lib/domain/contact/normalise-identifier.ts';
import { workspaceSchema } from '../../lib/domain/fields/workspace.ts';
import { parsePhone } from '../../lib/domain/numbers/phone.ts';
import { checkContact } from '../contacts/check-contact.ts';
import { demoWorkspace } from './demo-workspace.ts';
import { demoContacts } from './seed-demo.ts';

const now = Date.parse('2026-11-20T15:00:00Z');
const people = demoContacts(now);

it('is the same every time', () => {
  expect(demoContacts(now)).toEqual(people);
});

it('has some two hundred contacts in eight countries and more, each with its own id', () => {
  expect(people.length).toBeGreaterThanOrEqual(200);
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  expect(new Set(people.map(({ fields }) => fields.country)).size).toBeGreaterThanOrEqual(8);
  expect(people.some(({ kind }) => kind === 'company')).toBe(true);
});

it('has a workspace whose sections name its fields', () => {
  expect(workspaceSchema.parse(demoWorkspace)).toEqual(demoWorkspace);
  const keys = demoWorkspace.fields.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  // The other client IDs have a place of their own in the view.
  const elsewhere = demoWorkspace.fields.filter(
    ({ identifier }) => identifier && !/phone|email/.test(identifier),
  );
  const shown = [
    ...demoWorkspace.sections.flatMap(({ fields }) => fields),
    ...elsewhere.map(({ key }) => key),
  ];
  expect(shown.sort()).toEqual(keys.sort());
});

it('fits its own workspace', () => {
  for (const contact of people) {
    const { lastInvoice: _readOnly, ...given } = contact.fields;
    expect(() => checkContact(demoWorkspace, given, contact), contact.id).not.toThrow();
    const whole = { ...contact, version: '1', updatedAt: new Date(now).toISOString() };
    expect(contactSchema.safeParse(whole).success, contact.id).toBe(true);
  }
});

it('has identifiers in their normal spelling, and phone numbers of the right country', () => {
  for (const { id, identifiers, fields } of people) {
    for (const { shared: _shared, ...identifier } of identifiers) {
      expect(normaliseIdentifier(identifier, { region: 'GB' }), id).toEqual(identifier);
      if (identifier.kind !== 'phone') continue;
      const country = parsePhone(identifier.value, 'GB')?.country;
      expect([id, country ?? fields.country]).toEqual([id, fields.country]);
    }
  }
});

it('shares one number between two, and no other', () => {
  const owners = new Map<string, string[]>();
  for (const { name, identifiers } of people) {
    for (const { shared: _shared, ...identifier } of identifiers) {
      const key = identifierKey(identifier);
      owners.set(key, [...(owners.get(key) ?? []), name]);
    }
  }
  expect([...owners.values()].filter((names) => names.length > 1)).toEqual([
    ['Grace Okafor', 'Denise Okafor'],
  ]);
});

it('leaves the number of the unknown caller unknown', () => {
  expect(JSON.stringify(people)).not.toContain('+12125550142');
});
