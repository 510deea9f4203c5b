import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putBefore } from '../servers/put-before.ts';
import type { Slowness, SlowPlace } from './slownesses.ts';

const slowFile = join(import.meta.dirname, 'slow.js');
const places = ['worker', 'host page', 'host page’s own world', 'panel', 'card', 'options'] as const;

/** The script that makes this place slower. */
export async function slowScript({ amounts }: Slowness, place: SlowPlace, crm: string): Promise<string> {
  return (await readFile(slowFile, 'utf8'))
    .replace('__PLACE__', place)
    .replace(`'__AMOUNTS__'`, JSON.stringify(amounts))
    .replace('__CRM__', crm);
}

/** Makes this copy of Ringside slower. */
export async function addSlowness(folder: string, slowness: Slowness, crm: string): Promise<void> {
  for (const place of places) {
    if (slowness.amounts[place] === undefined) continue;
    await putBefore(folder, place, await slowScript(slowness, place, crm));
  }
}
