import { startEcho } from '../../../websocket-echo.ts';
import type { Bench } from '../../bench.ts';
import { startLoneChromium } from '../../browser/lone-chromium.ts';
import { median, rounded, type Times } from '../../figures/statistics.ts';
import type { FactRow, PairRow, Row, Sampler } from '../row.ts';
import { blankPage, busyPage, frameCount, framedPage, socketPage, tablePage } from './host-pages.ts';
import { pageHeap, pageTask, steadyMs, steadyTask } from './load-page.ts';

const against = 'the same page beside an empty extension';

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
  page({ id: 'page-blank', title: 'page load, blank page, main thread', html: () => blankPage, quick: true }),
  page({ id: 'page-table', title: 'page load, table of 500 rows, main thread', html: tablePage }),
  page({
    id: 'page-frames',
    title: `page load, ${frameCount} frames, main thread`,
    html: (_, blank) => framedPage(blank),
  }),
  page({
    id: 'steady-mutations',
    title: 'at 2,000 mutations a second, main thread; its share of a core',
    html: busyPage,
    steady: true,
  }),
  page({
    id: 'steady-sockets',
    title: 'at 1,000 socket messages a second, main thread; its share of a core',
    html: socketPage,
    steady: true,
  }),
  heap,
];

interface Page {
  id: string;
  title: string;
  html(echo: string, blank: string): string;
  quick?: boolean;
  /** What goes on in it is measured, not its loading. */
  steady?: boolean;
}

function page({ id, title, html, quick = false, steady = false }: Page): PairRow {
  const samples = steady ? { quick: 4, full: 10 } : { quick: 5, full: 16 };
  const task = steady ? steadyTask : pageTask;
  return {
    ...{ kind: 'pair', id, title, against, quick, samples, prepare, byProcessor: true },
    ...(steady && { more: shareOfCore }),
  };

  async function prepare(bench: Bench): Promise<Sampler> {
    const { ringside } = bench.sides;
    const echo = await startEcho('');
    bench.desk.put('/frame', blankPage);
    bench.desk.put(`/${id}`, html(echo.address, '/frame'));
    const url = `${bench.desk.url}/${id}`;
    const empty = await startLoneChromium({ extension: bench.folders.empty });
    return {
      ringside: () => task(ringside.chromium, url),
      floor: () => task(empty, url),
      async after() {
        await empty.stop();
        await echo.stop();
        await ringside.chromium.toFront(ringside.host);
      },
    };
  }
}

/** In hundredths, what Ringside takes more. */
function shareOfCore(ringside: Times, floor: Times) {
  return { value: rounded(((ringside.median - floor.median) / steadyMs) * 100, 2) };
}

async function heapOver(bench: Bench) {
  const { ringside } = bench.sides;
  bench.desk.put('/heap', blankPage);
  const url = `${bench.desk.url}/heap`;
  const empty = await startLoneChromium({ extension: bench.folders.empty });
  try {
    const differences: number[] = [];
    for (let turn = 0; turn < 6; turn += 1)
      differences.push((await pageHeap(ringside.chromium, url)) - (await pageHeap(empty, url)));
    return { bytes: Math.round(median(differences)) };
  } finally {
    await empty.stop();
    await ringside.chromium.toFront(ringside.host);
  }
}
