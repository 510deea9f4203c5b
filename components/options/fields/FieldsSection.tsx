import { useCrmWorkspace } from '../crm/use-crm-workspace.ts';
import { useSection } from '../parts/use-section.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';
import type { SectionProps } from '../state/options-state.ts';
import { FieldsEditor } from './FieldsEditor.tsx';

/** How the fields of the CRM are shown: sections, order, views, campaigns. */
export function FieldsSection(props: SectionProps) {
  const { link, state } = props;
  const { crm } = state.settings;
  const open = useSection(['', 'fields']) === 'fields';
  const { read, again } = useCrmWorkspace(link, state, open);
  const connector = link.crms.find(({ id }) => id === crm?.id);
  const label = connector?.label ?? crm?.id ?? 'the CRM';
  return (
    <>
      <h1>Fields and sections</h1>
      <p class="lead">
        Which fields of the CRM agents see, in which order and in which campaigns. Names and types are the
        CRM’s own.
      </p>
      {crm === null ? (
        <p class="boxed none">
          No CRM is connected yet. <a href="#crms">Connect one</a>, then its fields stand here.
        </p>
      ) : !state.signedIn ? (
        <p class="boxed none">
          Signed out of {label}. <a href="#crms">Type its key</a>, then its fields stand here.
        </p>
      ) : read.status === 'reading' ? (
        <p class="boxed none" aria-busy="true">
          Reading the fields of {label}
        </p>
      ) : read.status === 'failed' ? (
        <div class="boxed none" role="alert">
          <p>
            <b>The fields of {label} cannot be read.</b> {crmErrorWords(read.error).text}.{' '}
            {crmErrorWords(read.error).advice}
          </p>
          <div class="finish">
            <button type="button" class="btn" onClick={again}>
              Try again
            </button>
          </div>
        </div>
      ) : (
        <FieldsEditor
          {...props}
          workspace={read.workspace}
          label={label}
          arrangedThere={connector?.ownSections === true}
        />
      )}
    </>
  );
}
