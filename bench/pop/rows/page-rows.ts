import { startEcho } from '../../websocket-echo.ts';
import type { Bench } from '../bench.ts';
import { startLoneChromium } from '../browser/lone-chromium.ts';
import { median } from '../figures/statistics.ts';
import { busyPage, socketPage, tablePage } from './host-pages.ts';
import { pageHeap, pageTask } from './load-page.ts';
import type { FactRow, PairRow, Row, Sampler } from './row.ts';

const samples = { quick: 6, full: 16 };
const against = 'the same page beside an empty extension';
const blank = '<!doctype html><title>Blank</title>';

const heap: FactRow = {
  kind: 'fact',
  id: 'page-heap',
  title: 'heap of a blank page, over an empty extension’s',
  against: 'bytes',
  quick: false,
  measure: heapOver,
};

/** What a host page pays: time on its main thread, by the browser's own count, and memory. */
export const pageRows: Row[] = [
  page('page-blank', 'page load, blank page, main thread', () => blank),
  page('page-table', 'page load, table of 500 rows, main thread', tablePage),
  page('page-mutations', 'load and 2 s of 2,000 mutations a second, main thread', busyPage),
  page('page-sockets', 'load and 2 s of 1,000 socket messages a second, main thread', socketPage),
  heap,
];

function page(id: string, title: string, html: (echo: string) => string): PairRow {
  return { kind: 'pair', id, title, against, quick: false, samples, prepare };

  async function prepare(bench: Bench): Promise<Sampler> {
    const { ringside } = bench.sides;
    const echo = await startEcho('');
    bench.desk.put(`/${id}`, html(echo.address));
    const url = `${bench.desk.url}/${id}`;
    const empty = await startLoneChromium({ extension: bench.folders.empty });
    return {
      ringside: () => pageTask(ringside.chromium, url),
      floor: () => pageTask(empty, url),
      async after() {
        await empty.stop();
        await echo.stop();
        await ringside.chromium.toFront(ringside.host);
      },
    };
  }
}

async function heapOver(bench: Bench) {
  const { ringside } = bench.sides;
  bench.desk.put('/heap', blank);
  const url = `${bench.desk.url}/heap`;
  const empty = await startLoneChromium({ extension: bench.folders.empty });
  try {
    const differences: number[] = [];
    for (let turn = 0; turn < samples.quick; turn += 1)
      differences.push((await pageHeap(ringside.chromium, url)) - (await pageHeap(empty, url)));
    return { bytes: Math.round(median(differences)) };
  } finally {
    await empty.stop();
    await ringside.chromium.toFront(ringside.host);
  }
}
