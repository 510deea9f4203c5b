import type { DraftStore, DraftValues } from './draft-store.ts';

interface Draft {
  values: DraftValues;
  order: number;
}

/** Drafts that live and die with the page: for the widget, where third-party storage is refused, and for tests. */
export function createMemoryDraftStore(): DraftStore {
  const drafts = new Map<string, Map<string, Draft>>();
  let saves = 0;

  function formsOf(key: string): Map<string, Draft> {
    return drafts.get(key) ?? new Map<string, Draft>();
  }

  return {
    async load(key) {
      const forms = [...formsOf(key)];
      return structuredClone(Object.fromEntries(forms.map(([form, { values }]) => [form, values])));
    },

    async save(key, form, values) {
      const forms = formsOf(key);
      if (values === null) forms.delete(form);
      else forms.set(form, { values: structuredClone(values), order: ++saves });
      if (forms.size > 0) drafts.set(key, forms);
      else drafts.delete(key);
    },

    async move(fromKey, toKey) {
      if (fromKey === toKey) return;
      const target = formsOf(toKey);
      for (const [form, draft] of formsOf(fromKey)) {
        // Where both have one, what the agent typed last is what they mean.
        if ((target.get(form)?.order ?? 0) < draft.order) target.set(form, draft);
      }
      if (target.size > 0) drafts.set(toKey, target);
      drafts.delete(fromKey);
    },
  };
}
