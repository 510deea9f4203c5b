/** Rejects with this when the time is up. What it waited for goes on. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
}

/** The promise's outcome, or `TimeUp` after `ms` milliseconds. */
export async function within<T>(ms: number, promise: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeUp(`not done within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
