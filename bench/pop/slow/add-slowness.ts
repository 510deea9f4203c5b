import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place, Slowness } from './slownesses.ts';

const slowFile = join(import.meta.dirname, 'slow.js');

const scripts: { file: string; place: Place }[] = [
  { file: 'background.js', place: 'worker' },
  { file: 'content-scripts/host.js', place: 'page' },
  { file: 'content-scripts/host-tap.js', place: 'page’s own world' },
];
const pages: { file: string; place: Place }[] = [
  { file: 'sidepanel.html', place: 'panel' },
  { file: 'card.html', place: 'card' },
  { file: 'options.html', place: 'options' },
];

/** The script that makes this place slower. */
export async function slowScript({ amounts }: Slowness, place: Place, crm: string): Promise<string> {
  return (await readFile(slowFile, 'utf8'))
    .replace('__PLACE__', place)
    .replace(`'__AMOUNTS__'`, JSON.stringify(amounts))
    .replace('__CRM__', crm);
}

/** Makes this copy of Ringside slower. */
export async function addSlowness(folder: string, slowness: Slowness, crm: string): Promise<void> {
  for (const { file, place } of scripts) {
    const path = join(folder, file);
    const script = await slowScript(slowness, place, crm);
    await writeFile(path, `${script}\n${await readFile(path, 'utf8')}`);
  }
  for (const { file, place } of pages) {
    const path = join(folder, file);
    const script = `slow-${place}.js`;
    await writeFile(join(folder, script), await slowScript(slowness, place, crm));
    const html = await readFile(path, 'utf8');
    await writeFile(path, html.replace('<head>', `<head><script src="/${script}"></script>`));
  }
}
