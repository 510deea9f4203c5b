import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { sameIdentifier } from '../../../lib/domain/contact/identifier.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { HostInteraction } from '../../../lib/domain/host/host-event.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { identifierIcon } from '../../parts/identifier-icon.ts';
import { useNextFrame } from '../../parts/use-next-frame.ts';
import { identifierLabel, identifierText } from '../../words/identifier-words.ts';
import { viewWords } from '../../words/view-words.ts';
import type { Own } from './FieldContent.tsx';
import { FieldRow } from './FieldRow.tsx';
import { SectionFrame } from './SectionFrame.tsx';
import { shownSections } from './shown-sections.ts';

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

/**
 * The contact's fields: the basic ones, or every section that this campaign may see. Who it is stands above them and does not
 * wait for them: they are drawn in the next frame. Give them a `key` of whose they are.
 */
export function Sections(props: SectionsProps) {
  const { contact, scope, workspace, crm, own, changed = {}, copy } = props;
  if (!useNextFrame()) return null;
  return (
    <>
      {shownSections(workspace, props.facts, props.mode).map((section) => (
        <SectionFrame key={section.id} id={section.id} label={section.label} only={section.only} copy={copy}>
          <dl class="fields">
            {section.fields.map((field) => (
              <FieldRow
                key={field.key}
                field={field}
                contact={contact}
                scope={scope}
                crm={crm}
                own={own}
                was={field.identifier ? undefined : changed[field.key]}
              />
            ))}
          </dl>
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
