const most = 200;

/** Puts it last; the oldest goes where there are too many. */
export function remember<Value>(table: Map<string, Value>, key: string, value: Value): void {
  table.delete(key);
  table.set(key, value);
  const [oldest] = table.keys();
  if (table.size > most && oldest !== undefined) table.delete(oldest);
}
