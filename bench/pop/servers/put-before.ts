import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a script of Ringside's runs. */
export type Place = 'worker' | 'host page' | 'host page’s own world' | 'panel' | 'card' | 'options';

const files: Record<Place, string> = {
  worker: 'background.js',
  'host page': 'host.js',
  'host page’s own world': 'content-scripts/host-tap.js',
  panel: 'sidepanel.html',
  card: 'card.html',
  options: 'options.html',
};

/** Puts a script before all others of this place, in this copy of Ringside. */
export async function putBefore(folder: string, place: Place, script: string): Promise<void> {
  const path = join(folder, files[place]);
  const text = await readFile(path, 'utf8');
  if (!path.endsWith('.html')) return writeFile(path, `${script}\n${text}`);
  // Each puts one there, and another may be there already.
  const own = `before-${place}-${text.length}.js`;
  await writeFile(join(folder, own), script);
  return writeFile(path, text.replace('<head>', `<head><script src="/${own}"></script>`));
}
