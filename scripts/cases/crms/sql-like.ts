/** SQL's LIKE over the whole text: `%` any signs, `_` one of them, `\` takes the next as it is. */
export function sqlLike(text: string, pattern: string, { ignoreCase = false } = {}): boolean {
  const source = pattern.replace(/\\([\s\S])|[\s\S]/gu, (one, escaped: string | undefined) => {
    if (escaped !== undefined) return literal(escaped);
    return one === '%' ? '[\\s\\S]*' : one === '_' ? '[\\s\\S]' : literal(one);
  });
  return new RegExp(`^${source}$`, ignoreCase ? 'iu' : 'u').test(text);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
