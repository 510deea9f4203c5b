import type { Arrangement } from '../../../lib/domain/fields/arrangement.ts';
import type { CrmSettings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { useCrmWorkspace } from '../crm/use-crm-workspace.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';
import { crmName } from '../state/crm-name.ts';
import type { SectionProps } from '../state/options-state.ts';
import { FieldsEditor } from './FieldsEditor.tsx';

interface Props extends SectionProps {
  crm: CrmSettings;
  /** The section is looked at: only then is the CRM asked. */
  open: boolean;
  /** As it was arranged and not saved yet; null: as it is saved. */
  edited: Arrangement | null;
  setEdited(next: Arrangement | null): void;
}

/** The fields of one CRM, as soon as it says them. */
export function FieldsOfCrm(props: Props) {
  const { link, state, crm, open } = props;
  const { read, again } = useCrmWorkspace(link, state, crm, open);
  const connector = link.crms.find(({ id }) => id === crm.connector);
  const label = crmName(crm, link.crms);
  const { fields: words, test, tryAgain } = optionsWords();
  if (!state.signedIn.has(crm.id)) return <p class="boxed none">{words.signedOut(label, toCrms)}</p>;
  switch (read.status) {
    case 'reading':
      return (
        <p class="boxed none" aria-busy="true">
          {words.reading(label)}
        </p>
      );
    case 'failed': {
      const { text, advice } = crmErrorWords(read.error);
      return (
        <div class="boxed none" role="alert">
          <p>
            <b>{words.unreadable(label)}</b> {test.failure(text, advice)}
          </p>
          <div class="finish">
            <button type="button" class="btn" onClick={again}>
              {tryAgain}
            </button>
          </div>
        </div>
      );
    }
    case 'read':
      return (
        <FieldsEditor
          {...props}
          workspace={read.workspace}
          label={label}
          arrangedThere={connector?.ownSections === true}
        />
      );
  }
}

function toCrms(words: string) {
  return <a href="#crms">{words}</a>;
}
