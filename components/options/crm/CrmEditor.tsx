import { RefreshCw } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { optionsWords } from '../../words/options-words.ts';
import { RestTry } from '../definition/RestTry.tsx';
import { described, SettingRow } from '../parts/SettingRow.tsx';
import { sameJson } from '../parts/same-json.ts';
import { type CrmDraft, draftOAuth, keepsKey, savedDraft } from '../state/crm-draft.ts';
import type { CrmForm } from '../state/crm-form-store.ts';
import type { SectionProps } from '../state/options-state.ts';
import { CrmFacts } from './CrmFacts.tsx';
import { CrmFields } from './CrmFields.tsx';
import { CrmHosts } from './CrmHosts.tsx';
import { CrmSignIn } from './CrmSignIn.tsx';
import { TestVerdict } from './TestVerdict.tsx';
import type { useCrmTest } from './use-crm-test.ts';

interface Props extends SectionProps {
  form: CrmForm;
  test: ReturnType<typeof useCrmTest>;
  submit(): void;
  /** Further buttons beneath the form. */
  children?: ComponentChildren;
}

/** Connects one CRM: its address, its key, a test that says line by line what works. */
export function CrmEditor({ link, state, form, test, submit, children }: Props) {
  const { crms, hosts } = state.settings;
  const crm = crms.find(({ id }) => id === form.target.value);
  const saved = savedDraft(crm, link.crms);
  const draft = form.edited.value ?? saved;
  const errors = form.errors.value;
  const keyKept = crm !== undefined && state.signedIn.has(crm.id) && keepsKey(draft, crm, link.crms);
  const oauth = draftOAuth(draft, link.crms);
  const unsaved = !sameJson(draft, saved);
  const connector = link.crms.find(({ id }) => id === draft.connector);
  const isDefined = connector?.form.some(({ kind }) => kind === 'definition');
  const isOneOfSeveral = crms.some((other) => other !== crm);
  const { crm: words, test: testWords, ...page } = optionsWords();

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CrmFields
        crms={link.crms}
        draft={draft}
        errors={errors}
        keyKept={keyKept}
        disabled={state.readOnly}
        signIn={
          oauth && (
            <CrmSignIn
              key="credential"
              label={connector?.label ?? ''}
              redirectUrl={link.redirectUrl}
              standing={draft.signIn ? 'new' : keyKept && !unsaved ? 'kept' : 'none'}
              error={errors.credential}
              disabled={state.readOnly}
              busy={form.signingIn.value}
              signIn={() => void form.signIn()}
              copyText={link.copyText}
            />
          )
        }
        edit={form.edit}
      >
        {(isOneOfSeveral || draft.label !== '') && (
          <SettingRow id="crm-label" label={words.name} hint={words.nameHint} error={errors.label}>
            <input
              {...described('crm-label', words.nameHint, errors.label)}
              type="text"
              dir="auto"
              autocomplete="off"
              placeholder={connector?.label}
              disabled={state.readOnly}
              value={draft.label}
              onInput={({ currentTarget }) => form.edit({ ...draft, label: currentTarget.value })}
            />
          </SettingRow>
        )}
      </CrmFields>
      {(isOneOfSeveral || hosts.length > 1 || draft.hosts.length > 0) && (
        <CrmHosts
          hosts={hosts}
          chosen={draft.hosts}
          disabled={state.readOnly}
          choose={(chosen) => form.edit({ ...draft, hosts: chosen })}
        />
      )}
      {connector && isDefined && (
        <RestTry
          key={connector.id}
          connector={connector}
          definition={draft.values.definition ?? ''}
          region={draft.values.region ?? ''}
          prepare={form.connection}
        />
      )}
      <CrmFacts crms={link.crms} draft={draft} />
      {test.result && (
        <TestVerdict
          result={test.result}
          running={test.running}
          outdated={!sameTarget(form.tested.value, draft)}
        />
      )}
      <div class="finish">
        <button type="submit" class="btn main" disabled={state.readOnly}>
          {page.save}
        </button>
        <button type="button" class="btn" aria-busy={test.running} onClick={() => void form.test()}>
          <RefreshCw class="i sm" aria-hidden="true" />
          {test.running ? testWords.testing : test.result ? testWords.again : testWords.test}
        </button>
        {unsaved && (
          <button type="button" class="btn plain" onClick={() => void form.discard()}>
            {page.discard}
          </button>
        )}
        {children}
      </div>
    </form>
  );
}

/** Whether two drafts connect to the same CRM in the same way. */
function sameTarget(a: CrmDraft | null, b: CrmDraft): boolean {
  return a?.connector === b.connector && a.credential === b.credential && sameJson(a.values, b.values);
}
