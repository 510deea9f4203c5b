/** The forms of a word by number, in a language: `one` and `other` in English, more elsewhere. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Chooses the form that goes with a number. For the modules of languages: each has its own rules. */
export function pluralOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
