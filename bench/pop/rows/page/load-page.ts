import { setTimeout as pause } from 'node:timers/promises';
import type { LoneChromium } from '../../browser/lone-chromium.ts';
import { now } from '../../servers/bodies.ts';
import type { Sample } from '../row.ts';

/** Longer than anything that a page of ours, or the extension in it, does after it was loaded. */
const settledMs = 2_500;
/** So long a page is watched that is never done. */
export const steadyMs = 3_000;

/** Milliseconds of the processor that the main thread of a page takes that is loaded in a new tab. */
export function pageTask(chromium: LoneChromium, url: string): Promise<Sample> {
  return withPage(chromium, url, async (tab, rang) => {
    return { rang, ms: await taskMs(chromium, tab), requests: 0 };
  });
}

/** The same within `steadyMs` of a page that is loaded. */
export function steadyTask(chromium: LoneChromium, url: string): Promise<Sample> {
  return withPage(chromium, url, async (tab, rang) => {
    const [before, since] = [await taskMs(chromium, tab), now()];
    await pause(steadyMs);
    const ms = (await taskMs(chromium, tab)) - before;
    return { rang, ms: (ms * steadyMs) / (now() - since), requests: 0 };
  });
}

async function taskMs(chromium: LoneChromium, tab: string): Promise<number> {
  const seconds = (await chromium.metrics(tab)).get('TaskDuration');
  if (seconds === undefined) throw new Error('The browser does not count the time of its tasks');
  return seconds * 1_000;
}

/** Bytes on the heap of such a page. */
export function pageHeap(chromium: LoneChromium, url: string): Promise<number> {
  return withPage(chromium, url, (tab) => chromium.heap(tab));
}

async function withPage<T>(
  chromium: LoneChromium,
  url: string,
  look: (tab: string, began: number) => Promise<T>,
): Promise<T> {
  const tab = await chromium.open('about:blank');
  try {
    await chromium.stay(tab);
    const began = now();
    await chromium.evaluate(tab, `void (location.href = ${JSON.stringify(url)})`);
    await pause(settledMs);
    const at = await chromium.evaluate<string>(tab, 'location.href');
    if (at !== url) throw new Error(`The page is at ${at}`);
    return await look(tab, began);
  } finally {
    await chromium.closeTarget(tab);
  }
}
