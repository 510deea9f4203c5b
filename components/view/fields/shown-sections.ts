import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { sectionCampaigns, visibleSections } from '../../../lib/domain/fields/sections.ts';
import type { FieldDefinition, Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { HostInteraction } from '../../../lib/domain/host/host-event.ts';
import { viewWords } from '../../words/view-words.ts';
import { sectionName } from '../../words/workspace-words.ts';
import type { Own } from './FieldContent.tsx';

/** A section with its fields, ready to be drawn. */
export interface ShownSection {
  id: string;
  label: string;
  fields: FieldDefinition[];
  /** Labels of the campaigns it is limited to. */
  only: string[];
}

/** What the sections of a contact are drawn from. */
export interface SectionsProps {
  contact: Contact;
  scope: string;
  workspace: Workspace | null;
  /** The interaction's facts, or null without one: then every section is shown. */
  facts: Pick<HostInteraction, 'campaign'> | null;
  mode: 'reduced' | 'full';
  crm: string;
  own?: Own | undefined;
  changed?: Record<string, FieldValue>;
  /** Time of the saved copy that is shown. */
  copy?: string | undefined;
}

/** Without a configuration: how to reach them. */
function plainFields(): FieldDefinition[] {
  const { phone, email } = viewWords().fields;
  return [
    { key: 'phone', label: phone, type: 'phone', identifier: 'phone', reduced: true },
    { key: 'email', label: email, type: 'email', identifier: 'email', reduced: true },
  ];
}

/**
 * What the reduced or the full view shows in an interaction, or without one (null). Reduced: the basic fields of all
 * visible sections under one heading; where nothing is marked as basic, the first section.
 */
export function shownSections(
  workspace: Workspace | null,
  interaction: Pick<HostInteraction, 'campaign'> | null,
  mode: 'reduced' | 'full',
): ShownSection[] {
  if (!workspace || workspace.sections.length === 0)
    return [
      {
        id: 'details',
        label: sectionName({ id: 'details', label: '' }),
        fields: workspace?.fields.length ? workspace.fields : plainFields(),
        only: [],
      },
    ];
  const byKey = new Map(workspace.fields.map((field) => [field.key, field]));
  const sections = visibleSections(workspace, interaction).map((section) => ({
    id: section.id,
    label: section.label,
    fields: section.fields.map((key) => byKey.get(key)).filter((field) => field !== undefined),
    only: sectionCampaigns(workspace, section),
  }));
  if (mode === 'full') return sections;
  const basic = [...new Set(sections.flatMap((section) => section.fields))].filter((field) => field.reduced);
  const [first] = sections;
  if (!first) return [];
  return basic.length > 0 ? [{ id: first.id, label: first.label, fields: basic, only: [] }] : [first];
}
