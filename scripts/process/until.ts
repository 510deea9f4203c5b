/** Thrown when a condition did not come true in time. Says what was waited for and what was seen last. */
export class NotInTime extends Error {
  override readonly name = 'NotInTime';
}

/** What is asked of a page, frame or worker that goes away may never be answered, not even with an error. */
async function answered<T>(ask: () => T | Promise<T>, within: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), Math.max(within, 1_000));
  });
  try {
    return await Promise.race([ask(), never]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again and again until the answer is neither undefined, null nor false, then gives it back.
 * `what` completes the sentence "waited for …". An error thrown by `ask`, and no answer at all,
 * count as "not yet" and are shown at the end.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { within = 15_000, every = 25 }: { within?: number; every?: number } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const answer = await answered(ask, deadline - Date.now());
      // Narrowing a bare type parameter does not carry over to the return type.
      if (answer !== undefined && answer !== null && answer !== false)
        return answer as NonNullable<Exclude<T, false>>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      const seen = last instanceof Error ? last.message : String(last);
      throw new NotInTime(`Waited ${Math.round(within / 1_000)} s for ${what}. Last seen: ${seen}`);
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
