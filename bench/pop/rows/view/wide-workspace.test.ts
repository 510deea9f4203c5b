import { expect, it } from 'vitest';
import { contactLimits } from '../../../../lib/domain/contact/contact-limits.ts';
import { workspaceSchema } from '../../../../lib/domain/fields/workspace.ts';
import { wideFields, wideWorkspace } from './wide-workspace.ts';

it('has 200 fields in 40 sections', () => {
  expect(workspaceSchema.parse(wideWorkspace).fields).toHaveLength(200);
  expect(wideWorkspace.sections).toHaveLength(40);
  expect(wideWorkspace.sections.flatMap(({ fields }) => fields)).toEqual(
    wideWorkspace.fields.map(({ key }) => key),
  );
});

it('has as many values as are kept of a contact, the last one among them', () => {
  const values = Object.values(wideFields('Ada'));
  expect(values.length).toBeLessThan(contactLimits.fields);
  expect(values.at(-1)).toBe('Ada field 200');
});
