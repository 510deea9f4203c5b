import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What these files of a folder weigh, each packed by itself (gz -9); bytes. */
export function weightOf(folder: string, files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}

/** The page with every script and style sheet that it loads before anybody does anything. */
export function weightOfPage(folder: string, page: string): number {
  return weightOf(folder, filesOfPage(folder, page));
}

export function filesOfPage(folder: string, page: string): string[] {
  const found = new Set([page]);
  for (const file of found) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const named of file.endsWith('.html') ? namedByPage(text) : namedByScript(file, text))
      if (existsSync(join(folder, named))) found.add(named);
  }
  return [...found];
}

/** As builders write them: from the root of the folder, or relative to the page that stands in it. */
export function namedByPage(html: string): string[] {
  const named = html.matchAll(/(?:src|href)="([^":?#]+\.(?:js|css))"/g);
  return [...named].map(([, path = '']) => path.replace(/^\.?\//, ''));
}

/** What a module imports statically; what it imports later is not loaded with it. */
export function namedByScript(file: string, code: string): string[] {
  const named = code.matchAll(/(?:import|from)\s*["'](\.[^"']+\.js)["']/g);
  return [...named].map(([, path = '']) => posix.join(posix.dirname(file), path));
}
