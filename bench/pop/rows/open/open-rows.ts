import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../../bench.ts';
import type { LoneChromium } from '../../browser/lone-chromium.ts';
import type { SideName, Where } from '../../servers/desk-server.ts';
import { isWorker } from '../../sides/start-side.ts';
import type { PairRow, Sample, Sampler } from '../row.ts';
import { openWidgets } from './open-widgets.ts';

const samples = { quick: 6, full: 20 };

/** From the beginning of a page's life to what an agent came for. */
export const openRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'open-options',
    title: 'options page, until the connected host is painted',
    against: 'a bare page that reads its settings',
    quick: false,
    samples,
    prepare: options,
  },
  {
    kind: 'pair',
    id: 'open-widget',
    title: 'widget in a page, until its sign-in is painted',
    against: 'a bare frame with a button',
    quick: false,
    samples,
    prepare: widget,
  },
];

async function options(bench: Bench): Promise<Sampler> {
  const { desk, sides } = bench;
  const urls = { ringside: '', floor: '' };
  for (const name of ['ringside', 'floor'] as const) {
    const { url, targetId } = await sides[name].chromium.target('the worker', isWorker);
    urls[name] = new URL('/options.html', url).href;
    if (name === 'floor')
      await sides.floor.chromium.evaluate(targetId, `chrome.storage.local.set({ hosts: ['${desk.url}'] })`);
  }
  const one = async (side: SideName) => {
    const { chromium, host } = sides[side];
    const sample = await opened(bench, { side, chromium, url: urls[side], where: 'options', text: desk.url });
    await chromium.toFront(host);
    return sample;
  };
  for (const name of ['ringside', 'floor'] as const) await one(name);
  return { ringside: () => one('ringside'), floor: () => one('floor') };
}

async function widget(bench: Bench): Promise<Sampler> {
  const { browsers, urls, stop } = await openWidgets(bench);
  const one = (side: SideName) =>
    opened(bench, { side, chromium: browsers[side], url: urls[side], where: 'opened', text: 'Sign in' });
  return { ringside: () => one('ringside'), floor: () => one('floor'), after: stop };
}

interface Opened {
  side: SideName;
  chromium: LoneChromium;
  url: string;
  /** What is waited for. */
  where: Where;
  text: string;
}

/** Opens a tab, and closes it when that is painted. */
async function opened(bench: Bench, { side, chromium, url, where, text }: Opened): Promise<Sample> {
  const told = bench.desk.told({ side, where, name: text });
  told.catch(() => {});
  const tab = await chromium.open(url);
  const { at, began } = await told;
  await pause(300);
  await chromium.closeTarget(tab);
  return { rang: began, ms: at - began, requests: 0 };
}
