import { moreSection } from '../../lib/domain/fields/sections.ts';
import type { Section } from '../../lib/domain/fields/workspace.ts';
import { sharedWords } from './shared-words.ts';

/** A section's name: its organisation's own, or ours for the one that holds what nobody placed. */
export function sectionName({ id, label }: Pick<Section, 'id' | 'label'>): string {
  return id === moreSection.id && label === moreSection.label ? sharedWords().moreFields : label;
}
