/** Counts in how many interactions of a rule a ClientID was ever found; two numbers, however long the page is open. */
export function countNumbers<Life extends object>() {
  const named = new WeakSet<Life>();
  let seen = 0;
  let found = 0;
  return {
    /** One more has begun. */
    begins(): void {
      seen += 1;
    },
    /** What stands now where its ClientID is looked for. */
    looks(life: Life, clientId: string | undefined): void {
      if (clientId === undefined || named.has(life)) return;
      named.add(life);
      found += 1;
    },
    numbers: () => ({ seen, empty: Math.max(0, seen - found) }),
  };
}
