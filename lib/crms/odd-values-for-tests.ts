type Path = (string | number)[];

/** Every part of a JSON value but the whole: leaves, and what holds them. */
export function nodesOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return at.length > 0 ? [at] : [];
  const parts = Array.isArray(value)
    ? value.map((part, index) => [index, part] as const)
    : Object.entries(value);
  return [...(at.length > 0 ? [at] : []), ...parts.flatMap(([key, part]) => nodesOf(part, [...at, key]))];
}

/** The same with another value there; undefined takes it away. */
export function withNode(value: unknown, path: Path, odd: unknown): unknown {
  const copy = structuredClone(value);
  const last = path.at(-1)!;
  // Every path comes from `nodesOf` of the same value.
  const holder = path.slice(0, -1).reduce((one, key) => (one as Record<string, unknown>)[key], copy);
  if (odd !== undefined) (holder as Record<string, unknown>)[last] = odd;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, unknown>)[last];
  return copy;
}

/** The list within a reply that holds the records of these ids, and the reply with another in its place. */
export function rowsWith(
  body: unknown,
  ids: readonly string[],
): { rows: unknown[]; withRows(rows: unknown): unknown } | undefined {
  const isRow = (row: unknown) =>
    typeof row === 'object' && row !== null && ids.includes(String((row as { id?: unknown }).id));
  if (Array.isArray(body)) {
    if (body.some(isRow)) return { rows: body, withRows: (rows) => rows };
  }
  if (typeof body !== 'object' || body === null) return undefined;
  for (const [key, part] of Object.entries(body)) {
    const found = rowsWith(part, ids);
    if (found) return { ...found, withRows: (rows) => ({ ...body, [key]: found.withRows(rows) }) };
  }
  return undefined;
}

/** What a reply says of fields, as a list or by name: the reply with more of them. undefined where it says nothing of any. */
export function describedIn(body: unknown): { withMore(odd: readonly unknown[]): unknown } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const parts = Object.values(body);
  const isDescribed = parts.length > 1 && parts.every((part) => typeof part === 'object' && part !== null);
  if (isDescribed && parts.some((part) => ['type', 'data_type', 'fieldType'].some((key) => key in part))) {
    return {
      withMore: (odd) =>
        Array.isArray(body)
          ? [...odd, ...body]
          : { ...Object.fromEntries(odd.map((value, index) => [`odd_${index}`, value])), ...body },
    };
  }
  for (const [key, part] of Object.entries(body)) {
    const found = describedIn(part);
    if (found) return { withMore: (odd) => ({ ...body, [key]: found.withMore(odd) }) };
  }
  return undefined;
}
