/** One after the other, each so many times before the next, round and round. */
export function inTurn<T>(items: readonly T[], times = 1): () => T {
  let turn = 0;
  return () => {
    const item = items[Math.floor(turn / times) % items.length];
    turn += 1;
    if (item === undefined) throw new Error('There is nobody whose turn it could be');
    return item;
  };
}
