import { optionsWords } from '../../words/options-words.ts';
import { useCrmWorkspace } from '../crm/use-crm-workspace.ts';
import { useSection } from '../parts/use-section.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';
import { crmName } from '../state/crm-name.ts';
import type { SectionProps } from '../state/options-state.ts';
import { FieldsEditor } from './FieldsEditor.tsx';

/** How the fields of the CRM are shown: sections, order, views, campaigns. */
export function FieldsSection(props: SectionProps) {
  const { link, state } = props;
  const [crm] = state.settings.crms;
  const open = useSection(['', 'fields']) === 'fields';
  const { read, again } = useCrmWorkspace(link, state, crm, open);
  const connector = link.crms.find(({ id }) => id === crm?.connector);
  const label = crm ? crmName(crm, link.crms) : optionsWords().crm.theCrm;
  const { fields: words, test, tryAgain } = optionsWords();
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {crm === undefined ? (
        <p class="boxed none">{words.noCrm(toCrms)}</p>
      ) : !state.signedIn.has(crm.id) ? (
        <p class="boxed none">{words.signedOut(label, toCrms)}</p>
      ) : read.status === 'reading' ? (
        <p class="boxed none" aria-busy="true">
          {words.reading(label)}
        </p>
      ) : read.status === 'failed' ? (
        <div class="boxed none" role="alert">
          <p>
            <b>{words.unreadable(label)}</b>{' '}
            {test.failure(crmErrorWords(read.error).text, crmErrorWords(read.error).advice)}
          </p>
          <div class="finish">
            <button type="button" class="btn" onClick={again}>
              {tryAgain}
            </button>
          </div>
        </div>
      ) : (
        <FieldsEditor
          {...props}
          crm={crm}
          workspace={read.workspace}
          label={label}
          arrangedThere={connector?.ownSections === true}
        />
      )}
    </>
  );
}

function toCrms(words: string) {
  return <a href="#crms">{words}</a>;
}
