/** A breach that is being mended: how its line begins, and why it is still there. One that has gone must leave this list. */
export interface Exception {
  breach: string;
  because: string;
}

export const exceptions: Exception[] = [];

/** The breaches without those that are excepted, and the exceptions that nobody needs any more. */
export function withoutExceptions(breaches: string[], list: Exception[] = exceptions): string[] {
  const left = breaches.filter((breach) => !list.some((one) => breach.startsWith(one.breach)));
  const needless = list.filter((one) => !breaches.some((breach) => breach.startsWith(one.breach)));
  return [
    ...left,
    ...needless.map(({ breach }) => `exceptions.ts: "${breach}" is mended; take it off the list`),
  ];
}
