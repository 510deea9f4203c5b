import { Plus } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';
import type { CrmForm } from '../state/crm-form-store.ts';
import { mostCrms } from '../state/crm-list.ts';
import { crmName } from '../state/crm-name.ts';
import type { SectionProps } from '../state/options-state.ts';
import { CrmEditor } from './CrmEditor.tsx';
import { CrmList } from './CrmList.tsx';
import { useCrmForms } from './use-crm-forms.ts';

/** The CRMs that agents work with: the list of them, and the form that connects one. */
export function CrmsSection(props: SectionProps) {
  const { state, wantedSignIn } = props;
  const { crms } = state.settings;
  const { test, shown, keyOf, open, keep, close } = useCrmForms(props);
  const title = useRef<HTMLHeadingElement>(null);
  const { crm: words, cancel } = optionsWords();
  const edited = shown?.target.value;
  const adding = shown !== null && !crms.some(({ id }) => id === edited);
  const several = crms.length > 1;
  const isApart = several || (adding && crms.length > 0);

  /** What is focused is drawn by then. */
  const focusLater = (selector: string): void =>
    void setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus());
  const edit = (id: string): void => {
    open(id);
    focusLater('#crm-editor');
  };
  const signInTo = (id: string): void => {
    open(id);
    focusLater('#crm-credential');
  };
  const leave = (form: CrmForm): void => {
    if (form.edited.value !== null) void form.discard();
    close();
    focusLater(adding ? '#crm-add' : `#crm-edit-${edited}`);
  };
  // A button elsewhere leads to the key of a CRM.
  useEffect(() => {
    if (!wantedSignIn) return;
    const wanted =
      crms.find(({ id }) => id === wantedSignIn.crm) ?? crms.find(({ id }) => !state.signedIn.has(id));
    open((wanted ?? crms[0])?.id ?? '');
  }, [wantedSignIn]);

  const add = crms.length > 0 && !adding && (
    <button
      type="button"
      id="crm-add"
      class={several ? 'btn' : 'btn plain apart'}
      disabled={state.readOnly || crms.length >= mostCrms}
      onClick={() => edit('')}
    >
      <Plus class="i sm" aria-hidden="true" />
      {words.addAnother}
    </button>
  );

  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {crms.length === 0 ? words.titleFirst : several ? words.titleSeveral : words.title}
      </h1>
      <p class="lead">{several ? words.leadSeveral : words.lead}</p>
      <CrmList
        {...props}
        edited={edited}
        edit={edit}
        signIn={signInTo}
        removed={(id) => {
          if (id === edited) close();
          title.current?.focus();
        }}
      />
      {several && add && <div class="addcrm">{add}</div>}
      {shown && (
        <section
          class={isApart ? 'crmeditor' : undefined}
          aria-labelledby={isApart ? 'crm-editor' : undefined}
        >
          {isApart && (
            <h2 id="crm-editor" tabIndex={-1}>
              {adding ? words.addAnother : words.editOf(nameOf(shown, props))}
            </h2>
          )}
          <CrmEditor
            key={keyOf(shown)}
            {...props}
            form={shown}
            test={test}
            submit={() => {
              keep(shown);
              void shown.save();
            }}
          >
            {isApart && (
              <button type="button" class="btn plain" onClick={() => leave(shown)}>
                {adding ? cancel : words.close}
              </button>
            )}
            {!several && add}
          </CrmEditor>
        </section>
      )}
    </>
  );
}

function nameOf({ target }: CrmForm, { link, state }: SectionProps): string {
  const crm = state.settings.crms.find(({ id }) => id === target.value);
  return crm ? crmName(crm, link.crms) : '';
}
