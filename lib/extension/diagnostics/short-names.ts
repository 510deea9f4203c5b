const keptNames = 512;

/** Hexadecimal, 122 random bits. */
export function createSalt(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/**
 * Six letters for a key, the same ones under the same salt. With the salt kept to ourselves they say nothing about the key,
 * even where it is a telephone number.
 */
export function createShortNames(salt: () => string): (key: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt()} ${key}`));
    const name = [...new Uint8Array(digest, 0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (known.size >= keptNames) known.clear();
    known.set(key, name);
    return name;
  };
}
