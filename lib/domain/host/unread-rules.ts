import type { Strategy } from './host-diagnostics.ts';

/**
 * Ids of the rules that are for these pages of one origin, do not fit one of them, and can be read in none: another frame
 * or tab that can be read says that the rule is right.
 */
export function unreadRules(pages: readonly { strategies: readonly Strategy[] }[]): string[] {
  const rules = pages.flatMap(({ strategies }) => strategies);
  const read = new Set(
    rules.filter(({ state }) => state === 'ready' || state === 'unseen').map(({ rule }) => rule),
  );
  const unread = rules.flatMap(({ rule, state }) =>
    rule !== undefined && state === 'cannot-read' && !read.has(rule) ? [rule] : [],
  );
  return [...new Set(unread)];
}
