/** Puts it last in the table, and takes the oldest away where there are more than `most`. */
export function keepNewest<Key, Value>(table: Map<Key, Value>, key: Key, value: Value, most: number): void {
  table.delete(key);
  table.set(key, value);
  for (const oldest of table.keys()) {
    if (table.size <= most) return;
    table.delete(oldest);
  }
}
