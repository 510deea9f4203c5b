import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { HostInteraction } from '../../../lib/domain/host/host-event.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { SectionFrame } from './SectionFrame.tsx';
import { shownSections } from './shown-sections.ts';

/** Widths that look like words; by position, so that they never move. */
const widths = [128, 164, 92, 112, 74, 140, 104];

/** The sections while the contact is looked for: the same labels in the same places, bones where the values will stand. */
export function Skeleton(props: {
  workspace: Workspace | null;
  facts: Pick<HostInteraction, 'campaign'>;
  mode: 'reduced' | 'full';
}) {
  return (
    <>
      {shownSections(props.workspace, props.facts, props.mode).map((section) => (
        <SectionFrame key={section.id} id={section.id} label={section.label} only={section.only} busy>
          <dl class="fields">
            {section.fields.map((field, index) => (
              <div key={field.key}>
                <dt>{safeText(field.label, 128)}</dt>
                <dd>
                  <span class="bone" style={{ inlineSize: `${widths[index % widths.length]}px` }} />
                </dd>
              </div>
            ))}
          </dl>
        </SectionFrame>
      ))}
    </>
  );
}
