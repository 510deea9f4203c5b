import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const marksFile = join(import.meta.dirname, 'marks.js');

/** Each script of Ringside's that is on the way, and what its place is called. */
const scripts = [
  { file: 'background.js', place: 'worker' },
  { file: 'host.js', place: 'host page' },
];

/** The same in pages, as a script before the others. */
const pages = [
  { file: 'sidepanel.html', place: 'panel' },
  { file: 'card.html', place: 'card' },
];

/** Makes this copy of Ringside tell what it does on the way. */
export async function addMarks(folder: string, desk: string): Promise<void> {
  const marks = (await readFile(marksFile, 'utf8')).replace('__DESK__', desk);
  for (const { file, place } of scripts) {
    const path = join(folder, file);
    await writeFile(path, `${marks.replace('__PLACE__', place)}\n${await readFile(path, 'utf8')}`);
  }
  for (const { file, place } of pages) {
    const path = join(folder, file);
    const script = `marks-${place}.js`;
    await writeFile(join(folder, script), marks.replace('__PLACE__', place));
    const html = await readFile(path, 'utf8');
    await writeFile(path, html.replace('<head>', `<head><script src="/${script}"></script>`));
  }
}
