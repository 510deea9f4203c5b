import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Which of these texts stand in the bytes of any file below a folder, in UTF-8 or in UTF-16 of either order, as
 * `text: file`. Browsers compress what they keep (Snappy): a text of random letters survives that whole, since nothing
 * before it repeats it.
 */
export async function searchFolder(folder: string, texts: Record<string, string>): Promise<string[]> {
  const wanted = Object.entries(texts).map(([name, text]) => ({ name, patterns: patternsOf(text) }));
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // Files come and go while the browser runs.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const { name, patterns } of wanted) {
      if (patterns.some((pattern) => bytes.includes(pattern)))
        found.add(`${name}: ${path.slice(folder.length + 1)}`);
    }
  }
  return [...found].sort();
}

function patternsOf(text: string): Buffer[] {
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'utf8'), little, Buffer.from(little).swap16()];
}
