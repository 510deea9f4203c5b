import { RefreshCw } from 'lucide-preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';
import { RestTry } from '../definition/RestTry.tsx';
import { sameJson } from '../parts/same-json.ts';
import { type CrmDraft, draftOAuth, keepsKey, savedDraft } from '../state/crm-draft.ts';
import { createCrmForm } from '../state/crm-form-store.ts';
import type { SectionProps } from '../state/options-state.ts';
import { CrmFacts } from './CrmFacts.tsx';
import { CrmFields } from './CrmFields.tsx';
import { CrmSignIn } from './CrmSignIn.tsx';
import { CrmStanding } from './CrmStanding.tsx';
import { TestVerdict } from './TestVerdict.tsx';
import { useCrmTest } from './use-crm-test.ts';

/** Connects the CRM: its address, its key, a test that says line by line what works. */
export function CrmsSection(props: SectionProps) {
  const { link, state, markUnsaved } = props;
  const test = useCrmTest();
  const form = useCrmForm(props, test);
  const [crm] = state.settings.crms;
  const saved = savedDraft(crm, link.crms);
  const draft = form.edited.value ?? saved;
  const errors = form.errors.value;
  const keyKept = crm !== undefined && state.signedIn.has(crm.id) && keepsKey(draft, crm, link.crms);
  const oauth = draftOAuth(draft, link.crms);
  const unsaved = !sameJson(draft, saved);
  const defined = link.crms.find(
    ({ id, form: fields }) => id === draft.connector && fields.some(({ kind }) => kind === 'definition'),
  );
  const { crm: words, test: testWords, ...page } = optionsWords();
  useEffect(() => markUnsaved('crm', unsaved), [unsaved, markUnsaved]);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <h1>{crm ? words.title : words.titleFirst}</h1>
      <p class="lead">{words.lead}</p>
      <CrmStanding {...props} />
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
              label={link.crms.find(({ id }) => id === draft.connector)?.label ?? ''}
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
      />
      {defined && (
        <RestTry
          key={defined.id}
          connector={defined}
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
      </div>
    </form>
  );
}

/** One form for as long as the section lives; it always asks for what the page says now. */
function useCrmForm(props: SectionProps, test: ReturnType<typeof useCrmTest>) {
  const now = useRef({ props, test });
  now.current = { props, test };
  const { link } = props;
  return useMemo(
    () =>
      createCrmForm({
        link,
        target: now.current.props.state.settings.crms[0]?.id ?? '',
        state: () => now.current.props.state,
        save: (...change) => now.current.props.save(...change),
        say: (...note) => now.current.props.say(...note),
        test: (target) => now.current.test.run(target),
        forgetTest: () => now.current.test.forget(),
        focus: (key) => document.getElementById(key === 'crm' ? 'crm' : `crm-${key}`)?.focus(),
      }),
    [link],
  );
}

/** Whether two drafts connect to the same CRM in the same way. */
function sameTarget(a: CrmDraft | null, b: CrmDraft): boolean {
  return a?.connector === b.connector && a.credential === b.credential && sameJson(a.values, b.values);
}
