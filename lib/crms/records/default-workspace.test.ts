import { describe, expect, it } from 'vitest';
import { type FieldDefinition, workspaceSchema } from '../../domain/fields/workspace.ts';
import { defaultWorkspace } from './default-workspace.ts';

const text = (key: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label: key,
  type: 'text',
  ...more,
});
const arranged = (fields: FieldDefinition[]) =>
  defaultWorkspace({ name: 'CRM', region: 'FR', fields, kinds: ['phone', 'email'] });

describe('the fields of a CRM without sections', () => {
  it('stand in two sections, the well-known ones first', () => {
    const { sections, fields } = arranged([text('colour'), text('jobTitle'), text('city')]);
    expect(sections.map((section) => section.fields)).toEqual([
      ['id-phone', 'id-email', 'jobTitle', 'city'],
      ['colour'],
    ]);
    expect(fields.filter(({ reduced }) => reduced).map(({ key }) => key)).toEqual([
      'id-phone',
      'id-email',
      'jobTitle',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'x'.repeat(65)])('leave out one called %j', (key) => {
    const workspace = arranged([text(key), text('colour')]);
    expect(workspaceSchema.parse(workspace).sections.at(-1)?.fields).toEqual(['colour']);
  });

  it('leave out one of a type that there is none of', () => {
    // As a look-up by a name that every object has would give it.
    const odd = text('odd', { type: Object as never });
    expect(arranged([odd, text('colour')]).fields.map(({ key }) => key)).not.toContain('odd');
  });

  it('keep a label short, and none where the CRM has none', () => {
    const { fields } = arranged([text('long', { label: 'l'.repeat(500) }), text('bare', { label: '' })]);
    expect(fields.slice(-2).map(({ label }) => label)).toEqual(['l'.repeat(128), '']);
  });
});
