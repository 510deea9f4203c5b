import type { CrmFieldWords } from '../en/crms/crm-words.ts';
import { optionsWords } from '../options-words.ts';

interface AnyCrmWords {
  about?: string;
  plan: string;
  form: Partial<Record<string, Partial<CrmFieldWords>>>;
  examples?: Partial<Record<string, string>>;
}

/** By any id: settings may name a CRM that this version does not know. */
function wordsOf(crmId: string): AnyCrmWords | undefined {
  const byId: Partial<Record<string, AnyCrmWords>> = optionsWords().crms.byId;
  return Object.hasOwn(byId, crmId) ? byId[crmId] : undefined;
}

/** For the person who chooses a CRM. */
export function crmAbout(crmId: string): string | undefined {
  return wordsOf(crmId)?.about;
}

/** What a lookup in it asks. */
export function crmPlan(crmId: string): string | undefined {
  return wordsOf(crmId)?.plan;
}

/** What an input of its form is called, and where to find what goes into it. */
export function crmFieldWords(crmId: string, key: string): CrmFieldWords {
  const common: Partial<Record<string, CrmFieldWords>> = optionsWords().crms.fields;
  return { label: key, ...common[key], ...wordsOf(crmId)?.form[key] };
}

/** What a text to start from is called. */
export function crmExampleName(crmId: string, example: string): string {
  return wordsOf(crmId)?.examples?.[example] ?? example;
}
