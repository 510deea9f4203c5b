const rules = new Intl.PluralRules('en');

/** `1 contact`, `4 contacts`: the number and the words that go with it. */
export function counted(count: number, one: string, other: string): string {
  return `${count} ${plural(count, one, other)}`;
}

/** The words that go with a number. */
export function plural(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}
