/** The key of the next or the one before it, in the order in which they began, round and round; without one in front, of the first or last. */
export function nextInteraction(
  interactions: readonly { key: string }[],
  front: string | null,
  by: 1 | -1,
): string | undefined {
  const at = interactions.findIndex(({ key }) => key === front);
  const next = at < 0 ? interactions.at(by > 0 ? 0 : -1) : interactions.at((at + by) % interactions.length);
  return next?.key === front ? undefined : next?.key;
}
