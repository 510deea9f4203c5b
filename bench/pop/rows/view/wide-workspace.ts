import type { Contact } from '../../../../lib/domain/contact/contact.ts';
import type { FieldType, Workspace } from '../../../../lib/domain/fields/workspace.ts';

const sections = 40;
const fieldsOfSection = 5;
/** The last field of all is text. */
const types: FieldType[] = ['number', 'date', 'choice', 'check-box', 'url', 'email', 'list', 'text'];

/** A CRM whose administrators left nothing out: 40 sections of five fields. */
export const wideWorkspace: Workspace = {
  name: 'Wide',
  region: 'GB',
  campaigns: [],
  fields: Array.from({ length: sections * fieldsOfSection }, (_, index) => ({
    key: keyOf(index),
    label: `Field ${index + 1}`,
    type: typeOf(index),
    ...(index === 0 && { reduced: true }),
    ...(typeOf(index) === 'choice' && { options: [{ value: 'one', label: 'One' }] }),
  })),
  sections: Array.from({ length: sections }, (_, section) => ({
    id: `section-${section + 1}`,
    label: `Section ${section + 1}`,
    fields: Array.from({ length: fieldsOfSection }, (_, at) => keyOf(section * fieldsOfSection + at)),
  })),
};

/**
 * Values for two of three of its fields, as people have them: a contact is kept with 150 at most (contact-limits.ts). The
 * last is the only one of its kind.
 */
export function wideFields(name: string): Contact['fields'] {
  const filled = wideWorkspace.fields.map(({ key, type }, index) => ({ key, type, index }));
  return Object.fromEntries(
    filled
      .filter(({ index }) => index % 3 !== 0)
      .map(({ key, type, index }) => [key, valueFor(type, `${name} field ${index + 1}`)]),
  );
}

function valueFor(type: FieldType, text: string): Contact['fields'][string] {
  switch (type) {
    case 'number':
      return 12_345;
    case 'date':
      return '2026-03-04';
    case 'choice':
      return 'one';
    case 'check-box':
      return true;
    case 'url':
      return 'https://example.com/somewhere';
    case 'email':
      return 'somebody@example.com';
    case 'list':
      return ['one', 'two'];
    default:
      return text;
  }
}

function keyOf(index: number): string {
  return `field-${index + 1}`;
}

function typeOf(index: number): FieldType {
  return types[index % types.length] ?? 'text';
}
