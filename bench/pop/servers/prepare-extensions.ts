import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { built } from '../../../e2e/harness/browser/ringside.ts';
import type { SideName, Where } from './desk-server.ts';

const root = join(import.meta.dirname, '../../..');
const watchFile = join(import.meta.dirname, '../watch.js');

/** Both sides, and an extension that does nothing: what a browser costs that has one. */
export type Folders = Record<SideName | 'empty', string>;

/** A page that tells what it paints: of each place where names stand, a selector. */
export interface WatchedPage {
  file: string;
  places: Partial<Record<Where, string>>;
  /** A regular expression: the text that is waited for; people's names where nothing is said. */
  begins?: string;
}

const watched: Record<SideName, WatchedPage[]> = {
  ringside: [
    {
      file: 'sidepanel.html',
      places: {
        panel: 'h1',
        list: '.people b',
        // Below the sections of fields are the identifiers.
        rest: '.sec:nth-last-of-type(2) .fields > :last-child dd bdi',
      },
    },
    { file: 'card.html', places: { card: 'h1' } },
    { file: 'options.html', places: { options: '.host b' }, begins: '^http' },
  ],
  floor: [
    { file: 'panel.html', places: { panel: '#name', list: '#found li', rest: '#fields :last-child' } },
    { file: 'card.html', places: { card: '#name' } },
    { file: 'options.html', places: { options: '#hosts li' }, begins: '^http' },
  ],
};

const emptyManifest = { manifest_version: 3, name: 'Empty', version: '1' };

/** The script that tells when a name was painted, before it knows whom to tell. */
export function readWatch(): Promise<string> {
  return readFile(watchFile, 'utf8');
}

/**
 * Copies of Ringside's test build and of the floor whose pages tell when they painted a name; nothing else is changed. The
 * folders of both.
 */
export async function prepareExtensions(where: { desk: string; crm: string }): Promise<Folders> {
  const folder = join(root, '.output', 'bench');
  const of = (name: string) => join(folder, name);
  const folders = { ringside: of('ringside'), floor: of('floor'), empty: of('empty') };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(built, folders.ringside, { recursive: true });
  await cp(join(root, 'bench/floor'), folders.floor, { recursive: true });
  const watch = (await readWatch()).replace('__DESK__', where.desk);
  for (const side of ['ringside', 'floor'] as const) {
    await writeFile(join(folders[side], 'watch.js'), watch);
    for (const page of watched[side]) await change(join(folders[side], page.file), addWatch(side, page));
  }
  await change(join(folders.floor, 'worker.js'), (text) => text.replace('__CRM__', where.crm));
  await mkdir(folders.empty);
  await writeFile(join(folders.empty, 'manifest.json'), JSON.stringify(emptyManifest));
  return folders;
}

/** `src`: where the page finds the watch. */
export function addWatch(side: SideName, { file, places, begins }: WatchedPage, src = '/watch.js') {
  const told = begins === undefined ? '' : ` data-begins="${begins}"`;
  const script = `<script src="${src}" data-side="${side}" data-places='${JSON.stringify(places)}'${told}></script>`;
  return (html: string): string => {
    if (!html.includes('<head>')) throw new Error(`${file} of ${side} has no head to put the watch in`);
    // Before any style sheet, for which it would wait.
    return html.replace('<head>', `<head>${script}`);
  };
}

async function change(file: string, how: (text: string) => string): Promise<void> {
  await writeFile(file, how(await readFile(file, 'utf8')));
}
