import { sameIdentifier } from '../../../lib/domain/contact/identifier.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { identifierIcon } from '../../parts/identifier-icon.ts';
import { useNextFrame } from '../../parts/use-next-frame.ts';
import { identifierLabel, identifierText } from '../../words/identifier-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { SectionFields } from './SectionFields.tsx';
import { SectionFrame } from './SectionFrame.tsx';
import { type SectionsProps, shownSections } from './shown-sections.ts';

/**
 * The contact's fields: the basic ones, or every section that this campaign may see. Who it is stands above them and does not
 * wait for them: they are drawn in the next frame. Give them a `key` of whose they are.
 */
export function Sections(props: SectionsProps) {
  const { contact, workspace, copy } = props;
  if (!useNextFrame()) return null;
  return (
    <>
      {shownSections(workspace, props.facts, props.mode).map((section) => (
        <SectionFrame key={section.id} id={section.id} label={section.label} only={section.only} copy={copy}>
          <SectionFields {...props} section={section} />
        </SectionFrame>
      ))}
      {props.mode === 'full' && contact.identifiers.length > 0 && <Identifiers {...props} />}
    </>
  );
}

/** Every ClientID the contact has, with its scope. */
function Identifiers({ contact, own, copy }: SectionsProps) {
  return (
    <SectionFrame id="identifiers" label={viewWords().fields.identifiers} copy={copy}>
      <ul class="ids">
        {contact.identifiers.map((identifier) => (
          <li key={JSON.stringify(identifier)}>
            <Icon of={identifierIcon(identifier.kind)} />
            <span class="hide">{identifierLabel(identifier.kind)}</span>
            <span class="cut">
              <bdi class="num">{identifierText(identifier)}</bdi>
            </span>
            <span class="end">
              <bdi>
                {own && sameIdentifier(identifier, own.identifier)
                  ? viewWords().fields.this(own.channel)
                  : identifier.shared
                    ? viewWords().fields.shared
                    : identifier.scope && safeText(identifier.scope, 64)}
              </bdi>
            </span>
          </li>
        ))}
      </ul>
    </SectionFrame>
  );
}
