/** Texts, brackets and what parts them, and the rest: numbers and words. */
const tokenPattern = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The line, from 1, at which a part of a JSON text stands, such as `rules.0.versions.1.probe`; of the part around it where it
 * is not there. The text must be JSON.
 */
export function lineOfPart(text: string, path: string): number {
  const tokens = [...text.matchAll(tokenPattern)];
  const wordAt = (at: number): string => tokens[at]?.[0] ?? '';

  /** The token after the value that begins at `at`. */
  function after(at: number): number {
    let depth = 0;
    for (let index = at; index < tokens.length; index++) {
      if ('{['.includes(wordAt(index))) depth += 1;
      else if ('}]'.includes(wordAt(index))) depth -= 1;
      if (depth <= 0) return index + 1;
    }
    return tokens.length;
  }

  function find(at: number, rest: string): number {
    const opens = wordAt(at);
    if (rest === '' || (opens !== '{' && opens !== '[')) return at;
    const isTable = opens === '{';
    let entry = at + 1;
    for (let count = 0; entry < tokens.length && !'}]'.includes(wordAt(entry)); count++) {
      const key = isTable ? textOf(wordAt(entry)) : String(count);
      const value = isTable ? entry + 2 : entry;
      if (rest === key) return entry;
      // Names may have dots in them.
      if (rest.startsWith(`${key}.`)) return find(value, rest.slice(key.length + 1));
      entry = after(value);
      if (wordAt(entry) === ',') entry += 1;
    }
    return at;
  }

  const start = tokens[find(0, path)]?.index ?? 0;
  return text.slice(0, start).split('\n').length;
}

function textOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
