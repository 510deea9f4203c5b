/**
 * What everybody waits for is asked by one at a time, for each `of` anew. What has failed is answered so for `againMs` more:
 * whoever comes in a crowd would else ask again, one after the other.
 */
export function createAskedOnce<Of>(
  now: () => number,
  againMs: number,
): (of: Of, ask: () => Promise<void>) => Promise<void> {
  let asking: { of: Of; done: Promise<void> } | undefined;
  let failed: { of: Of; done: Promise<void>; until: number } | undefined;

  return (of, ask) => {
    if (failed?.of === of && now() < failed.until) return failed.done;
    if (asking?.of === of) return asking.done;
    const mine = { of, done: ask() };
    asking = mine;
    const over = (): void => {
      if (asking === mine) asking = undefined;
    };
    mine.done.then(over, () => {
      over();
      failed = { ...mine, until: now() + againMs };
    });
    return mine.done;
  };
}
