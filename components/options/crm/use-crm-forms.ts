import { useEffect, useRef, useState } from 'preact/hooks';
import { sameJson } from '../parts/same-json.ts';
import { savedDraft } from '../state/crm-draft.ts';
import { type CrmForm, createCrmForm } from '../state/crm-form-store.ts';
import type { SectionProps } from '../state/options-state.ts';
import { useCrmTest } from './use-crm-test.ts';

/**
 * A form for each CRM that was looked at, for as long as the section lives: what was typed into one stays while another is
 * shown. Where there is one CRM at most, its form is always open; of several, the one that is chosen.
 */
export function useCrmForms(props: SectionProps) {
  const { link, state, markUnsaved } = props;
  const { crms } = state.settings;
  const test = useCrmTest();
  const now = useRef({ props, test });
  now.current = { props, test };
  const forms = useRef<CrmForm[]>([]);
  const keys = useRef(new Map<CrmForm, number>());
  const [chosen, choose] = useState<CrmForm | null>(null);

  const formOf = (id: string): CrmForm => {
    const known = forms.current.find(({ target }) => target.peek() === id);
    if (known) return known;
    const form = createCrmForm({
      link,
      target: id,
      state: () => now.current.props.state,
      save: (...change) => now.current.props.save(...change),
      say: (...note) => now.current.props.say(...note),
      test: (target) => now.current.test.run(target),
      forgetTest: () => now.current.test.forget(),
      focus: (key) => document.getElementById(key === 'crm' ? 'crm' : `crm-${key}`)?.focus(),
    });
    forms.current.push(form);
    keys.current.set(form, keys.current.size);
    return form;
  };
  const isListed = (id: string): boolean => crms.some((crm) => crm.id === id);
  const isOpen = (form: CrmForm): boolean =>
    form.target.value === '' || isListed(form.target.value) || form.edited.value !== null;
  // One that was removed and is added again begins anew.
  forms.current = forms.current.filter(
    (form) => form === chosen || form.target.value === '' || isListed(form.target.value),
  );
  const kept = chosen && isOpen(chosen) ? chosen : null;
  const shown = kept ?? (crms.length < 2 ? formOf(crms[0]?.id ?? '') : null);
  const unsaved = forms.current.some(({ target: { value: id }, edited: { value: draft } }) => {
    const saved = crms.find((crm) => crm.id === id);
    return draft !== null && !sameJson(draft, savedDraft(saved, link.crms));
  });

  useEffect(() => markUnsaved('crm', unsaved), [unsaved, markUnsaved]);
  // What was found out about another CRM says nothing of this one.
  const forgetTest = test.forget;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) forgetTest();
    before.current = shown;
  }, [shown]);

  return {
    test,
    shown,
    /** One for each, so that nothing of a form is drawn in another's place. */
    keyOf: (form: CrmForm) => keys.current.get(form),
    /** Empty: a new one. */
    open: (id: string) => choose(formOf(id)),
    /** It stays open under whatever id it gets. */
    keep: (form: CrmForm) => choose(form),
    close: () => choose(null),
  };
}
