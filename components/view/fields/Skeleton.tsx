import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { HostInteraction } from '../../../lib/domain/host/host-event.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { SectionFrame } from './SectionFrame.tsx';
import { shownSections } from './shown-sections.ts';

/** Widths that look like words; by position, so that they never move. */
const widths = [128, 164, 92, 112, 74, 140, 104];

/**
 * The basic fields while the contact is looked for: the same labels in the same places, bones where the values will stand. Of
 * the full view nobody knows yet which rows there will be: what is read there must not move, so bones are all that stands.
 */
export function Skeleton(props: {
  workspace: Workspace | null;
  facts: Pick<HostInteraction, 'campaign'>;
  mode: 'reduced' | 'full';
}) {
  const isFull = props.mode === 'full';
  const sections = shownSections(props.workspace, props.facts, props.mode);
  return (
    <>
      {(isFull ? sections.slice(0, 1) : sections).map((section) => (
        <SectionFrame key={section.id} id={section.id} label={section.label} only={section.only} busy>
          <dl class="fields">
            {section.fields.map((field, index) => (
              <div key={field.key}>
                <dt>{isFull ? <Bone at={index + 3} part={0.5} /> : safeText(field.label, 128)}</dt>
                <dd>
                  <Bone at={index} />
                </dd>
              </div>
            ))}
          </dl>
        </SectionFrame>
      ))}
    </>
  );
}

function Bone({ at, part = 1 }: { at: number; part?: number }) {
  return <span class="bone" style={{ inlineSize: `${(widths[at % widths.length] ?? 0) * part}px` }} />;
}
