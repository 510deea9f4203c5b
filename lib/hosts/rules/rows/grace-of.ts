import type { Row } from './read-row.ts';

/** A list that is emptied and built again, or a box that is swapped for another, ends nothing within this time. */
export const graceMs = 100;
/** So long may a page take to show in a frame what it has taken out of its list. */
const openingMs = 2_000;
/** A frame that takes longer to load shows somebody else, or nobody. */
const loadingMs = 5_000;

/**
 * How long a row may be gone before its interaction ends, in milliseconds; 0 where another has taken its place. `begun` are
 * the rows that are new. Where a conversation `opensInFrames`, one that nobody has taken up waits for its frame, and one in a
 * frame that is being loaded for that.
 */
export function graceOf(
  gone: Pick<Row, 'element' | 'inside'> & { answered: boolean },
  begun: readonly Pick<Row, 'element' | 'inside'>[],
  opensInFrames: boolean,
): number {
  const { element, inside, answered } = gone;
  if (begun.some((row) => row.element === element)) return 0;
  if (inside === null) return opensInFrames && !answered ? openingMs : graceMs;
  if (begun.some((row) => row.inside === inside)) return 0;
  return isLoading(inside) ? loadingMs : graceMs;
}

function isLoading(inside: Element): boolean {
  if (!inside.isConnected || !('contentDocument' in inside)) return false;
  // The cast is sound: only elements that hold a document have it.
  const { contentDocument } = inside as HTMLIFrameElement;
  return contentDocument !== null && contentDocument.readyState !== 'complete';
}
