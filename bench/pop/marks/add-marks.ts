import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putBefore } from '../servers/put-before.ts';

const marksFile = join(import.meta.dirname, 'marks.js');

/** Those that are on the way. */
const places = ['worker', 'host page', 'panel', 'card'] as const;

/** Makes this copy of Ringside tell what it does on the way. */
export async function addMarks(folder: string, desk: string): Promise<void> {
  const marks = (await readFile(marksFile, 'utf8')).replace('__DESK__', desk);
  for (const place of places) await putBefore(folder, place, marks.replace('__PLACE__', place));
}
