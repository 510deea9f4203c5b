/** Milliseconds: by then the name is painted, where a copy is at hand. */
const restMs = 50;

/**
 * For what follows from a pop and nobody waits for: the badge, the alarm, what is remembered. The browser's own process does
 * one thing after the other, and each of these would stand before the message that brings a view the name. However often it
 * is called meanwhile, `step` runs once, a moment later.
 */
export function afterPop(step: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      step();
    }, restMs);
  };
}
