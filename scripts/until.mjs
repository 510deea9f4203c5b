/** Asks until the answer is truthy; throws after `within` milliseconds, saying what was waited for and what came last. */
export async function until(what, ask, { within = 20_000, every = 100 } = {}) {
  const deadline = Date.now() + within;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`Waited ${Math.round(within / 1_000)} s for ${what}${last ? `: ${last.message}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
