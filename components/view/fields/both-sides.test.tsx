import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import {
  type FieldDefinition,
  type FieldType,
  fieldTypes,
  type Workspace,
} from '../../../lib/domain/fields/workspace.ts';
import { checkContact } from '../../../server/contacts/check-contact.ts';
import { normaliseIdentifiers } from '../../../server/contacts/normalise-identifiers.ts';
import { type FormField, formProblems, newContact } from './new-contact.ts';

const options = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'French' },
];

function workspaceOf(field: FieldDefinition): Workspace {
  return { name: 'Both', region: 'GB', campaigns: [], fields: [field], sections: [] };
}

/** What the form sends of what was typed; undefined where it marks the field and sends nothing. */
function viewTakes(type: FieldType, typed: FieldValue, required = false): FieldValue | undefined {
  const field: FormField = { name: 'field.x', label: 'X', type, required, options };
  if (Object.keys(formProblems([field], { 'field.x': typed })).length > 0) return undefined;
  return newContact([field], { 'field.x': typed }, undefined).fields.x ?? null;
}

function serverTakes(type: FieldType, value: FieldValue, required = false): boolean {
  const workspace = workspaceOf({ key: 'x', label: 'X', type, required, options });
  try {
    checkContact(workspace, { x: value }, { fields: { x: value }, identifiers: [] });
    return true;
  } catch {
    return false;
  }
}

/** Type of the field, what is typed or ticked, whether both take it. */
const table: [FieldType, FieldValue, boolean][] = [
  ['text', 'Head of facilities', true],
  ['text', 'x'.repeat(1_024), true],
  ['text', 'x'.repeat(1_025), false],
  ['long-text', 'x'.repeat(16_384), true],
  ['long-text', 'x'.repeat(16_385), false],
  ['person', 'x'.repeat(257), false],
  ['number', '12', true],
  ['number', ' 4180.50 ', true],
  ['number', 'many', false],
  ['number', 'Infinity', false],
  ['currency', '4,180', false],
  ['date', '2024-02-29', true],
  ['date', '2023-02-29', false],
  ['date', '24 Nov 2026', false],
  ['date', '2026', false],
  ['date-time', '2026-11-24T09:30', true],
  ['date-time', '2026-11-24T09:30:00Z', true],
  ['date-time', '2026-11-24T24:30Z', false],
  ['date-time', 'tomorrow', false],
  ['choice', 'en', true],
  ['choice', 'xx', false],
  ['multiple-choice', ['en', 'fr'], true],
  ['multiple-choice', ['en', 'xx'], false],
  ['check-box', true, true],
  ['check-box', false, true],
  ['url', 'https://vauban.example.com/', true],
  ['url', 'http://vauban.example.com/', false],
  ['url', 'https://agent:secret@vauban.example.com/', false],
  ['url', 'javascript:alert(1)', false],
  ['url', 'https://', false],
  ['url', 'mailto:em@vauban.example.com', true],
  ['email', ' em@vauban.example.com ', true],
  ['email', 'a b@c', false],
  ['email', `${'x'.repeat(1_020)}@example.com`, false],
  ['phone', '+44 (0)20 7946-0123', true],
  ['phone', '204', true],
  ['phone', '20', false],
  ['phone', 'call me', false],
  ['phone', '0000000000', false],
  ['phone', '0000000#', false],
  ['phone', 'anonymous', false],
  ['list', ['one', 'two'], true],
  ['list', Array(201).fill('x'), false],
  ['list', ['x'.repeat(1_025)], false],
];

describe('the form and the companion server', () => {
  it.each(table)('of %s judge %j alike', (type, typed, right) => {
    const sent = viewTakes(type, typed);
    expect(sent !== undefined).toBe(right);
    // What is refused is refused as it is typed; what is taken, as it is sent.
    expect(serverTakes(type, sent === undefined ? typed : sent)).toBe(right);
  });

  it('want what is required', () => {
    for (const type of fieldTypes) {
      if (type === 'check-box') continue;
      expect([viewTakes(type, ' ', true), serverTakes(type, ' ', true)]).toEqual([undefined, false]);
      expect([viewTakes(type, ' '), serverTakes(type, ' ')]).toEqual([null, true]);
    }
  });

  it('judge whatever is typed alike', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.stringMatching(/^[-+0-9T:. xX()#/]{0,24}$/),
      fc.webUrl(),
      fc.emailAddress(),
      fc.array(fc.string(), { maxLength: 4 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldTypes), anything, (type, typed) => {
        const sent = viewTakes(type, typed);
        if (sent !== undefined) expect(serverTakes(type, sent)).toBe(true);
        else expect(serverTakes(type, typeof typed === 'string' ? typed.trim() : typed)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('take the same phone numbers and addresses of a contact', () => {
    const anything = fc.oneof(
      fc.stringMatching(/^[-+0-9. xX()#/]{1,24}$/),
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.string({ minLength: 500, maxLength: 600 }),
      fc.emailAddress(),
    );
    const none: Contact['fields'] = {};
    fc.assert(
      fc.property(fc.constantFrom('phone' as const, 'email' as const), anything, (kind, typed) => {
        const field: FormField = { name: kind, label: kind, type: kind, required: false, identifier: kind };
        if (Object.keys(formProblems([field], { [kind]: typed })).length > 0) return;
        const { identifiers } = newContact([field], { [kind]: typed }, undefined);
        const workspace = workspaceOf({ key: kind, label: kind, type: kind, identifier: kind });
        expect(() => normaliseIdentifiers(workspace, identifiers, { fields: none })).not.toThrow();
      }),
      { numRuns: 3_000 },
    );
  });
});
