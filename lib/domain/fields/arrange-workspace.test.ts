import { describe, expect, it } from 'vitest';
import { arrangeWorkspace, completeArrangement } from './arrange-workspace.ts';
import { type Arrangement, arrangementSchema } from './arrangement.ts';
import type { FieldDefinition, Workspace } from './workspace.ts';

const field = (key: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label: key.toUpperCase(),
  type: 'text',
  ...more,
});
const workspace: Workspace = {
  name: 'CRM',
  region: 'FR',
  campaigns: [],
  fields: [
    field('phone', { identifier: 'phone', reduced: true }),
    field('title'),
    field('language', { required: true, onCreate: true }),
    field('score', { readOnly: true }),
    field('unseen'),
  ],
  sections: [
    { id: 'details', label: 'Details', fields: ['phone', 'title'] },
    { id: 'more', label: 'More', fields: ['language', 'score'] },
  ],
};
const arrange = (arrangement: Partial<Arrangement>) =>
  arrangeWorkspace(workspace, { sections: [], fields: {}, hidden: [], ...arrangement });
const shape = ({ sections }: Workspace) => Object.fromEntries(sections.map(({ id, fields }) => [id, fields]));
const find = ({ fields }: Workspace, key: string) => fields.find((one) => one.key === key);

describe('an arrangement', () => {
  it('that is missing leaves the CRM its own', () => {
    expect(arrangeWorkspace(workspace, undefined)).toBe(workspace);
  });

  it('made of a workspace changes nothing of what is shown', () => {
    const own = completeArrangement(workspace);
    const same = arrangeWorkspace(workspace, own);
    expect(shape(same)).toEqual(shape(workspace));
    expect(same.fields).toEqual(workspace.fields);
    expect(arrangementSchema.parse(own)).toEqual(own);
  });

  it('orders sections and fields, also for the New contact form, and names its campaigns', () => {
    const arranged = arrange({
      sections: [
        { id: 'more', label: 'First of all', fields: ['score', 'language'] },
        { id: 'details', label: 'Who', fields: ['title', 'phone'], campaigns: ['Sales ->'] },
      ],
    });
    expect(arranged.sections).toEqual([
      { id: 'more', label: 'First of all', fields: ['score', 'language'] },
      { id: 'details', label: 'Who', fields: ['title', 'phone'], campaigns: ['Sales ->'] },
    ]);
    expect(arranged.fields.map(({ key }) => key)).toEqual(['score', 'language', 'title', 'phone', 'unseen']);
  });

  it('puts what the CRM shows and nobody placed at the end of More', () => {
    const mine = { id: 'mine', label: 'Mine', fields: ['phone'] };
    expect(shape(arrange({ sections: [mine, { id: 'more', label: 'More', fields: ['score'] }] }))).toEqual({
      mine: ['phone'],
      more: ['score', 'title', 'language'],
    });
    expect(shape(arrange({ sections: [mine] }))).toEqual({
      mine: ['phone'],
      more: ['title', 'language', 'score'],
    });
  });

  it('shows what is new to every campaign, though More be limited to one', () => {
    const limited = { id: 'more', label: 'More', fields: ['score'], campaigns: ['Sales'] };
    const { sections } = arrange({ sections: [limited] });
    expect(sections.map(({ id, campaigns }) => [id, campaigns])).toEqual([
      ['more', ['Sales']],
      ['more-2', undefined],
    ]);
  });

  it('leaves out what is hidden, what the CRM does not have any more, and empty sections', () => {
    const arranged = arrange({
      sections: [
        { id: 'details', label: 'Details', fields: ['gone', 'phone', 'phone', 'language'] },
        { id: 'empty', label: 'Empty', fields: ['gone'] },
      ],
      hidden: ['title', 'score', 'gone'],
    });
    expect(shape(arranged)).toEqual({ details: ['phone', 'language'] });
  });

  it('never loses a required field: hidden it stands in More, and it is asked for on create', () => {
    const arranged = arrange({
      sections: [{ id: 'details', label: 'Details', fields: ['phone'] }],
      hidden: ['title', 'language', 'score'],
      fields: { language: { onCreate: false } },
    });
    expect(shape(arranged)).toEqual({ details: ['phone'], more: ['language'] });
    expect(find(arranged, 'language')?.onCreate).toBe(true);
  });

  it('says which fields are basic and which are asked for, but asks for none that cannot be written', () => {
    const arranged = arrange({
      fields: {
        phone: { reduced: false },
        title: { reduced: true, onCreate: true },
        score: { onCreate: true },
      },
    });
    expect(find(arranged, 'phone')).not.toHaveProperty('reduced');
    expect(find(arranged, 'title')).toMatchObject({ reduced: true, onCreate: true });
    expect(find(arranged, 'score')).not.toHaveProperty('onCreate');
  });

  it('is complete for an editor: new fields and required ones are placed, and vanished ones kept', () => {
    const { sections, hidden, fields } = completeArrangement(workspace, {
      sections: [{ id: 'details', label: 'Details', fields: ['phone', 'gone'] }],
      fields: { phone: { reduced: false } },
      hidden: ['title', 'language', 'lost'],
    });
    expect(sections).toEqual([
      { id: 'details', label: 'Details', fields: ['phone', 'gone'] },
      { id: 'more', label: '', fields: ['language', 'score'] },
    ]);
    expect(hidden).toEqual(['title', 'lost', 'unseen']);
    expect(fields.phone).toEqual({ reduced: false, onCreate: false });
    expect(fields.language).toEqual({ reduced: false, onCreate: true });
  });

  it('never changes what it was given', () => {
    const before = structuredClone(workspace);
    arrange({ sections: [{ id: 'more', label: 'More', fields: ['phone'] }] });
    expect(workspace).toEqual(before);
  });
});
