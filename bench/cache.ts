/**
 * What sealing the contact cache costs, in a real Chromium: `node bench/cache.ts [contacts] [rounds]`. It prints and
 * asserts nothing: figures depend on the machine, the ratio to the floor of the same run less so.
 */
import { build } from 'vite';
import { startProfiledChromium } from '../e2e/harness/browser/chromium.ts';
import type { CacheTimes } from './cache-page.ts';

const size = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 500);
const script = await bundlePage();
const chromium = await startProfiledChromium();
try {
  const page = await chromium.context.newPage();
  // A secure origin, without which there is no WebCrypto; nothing is asked of the network.
  await page.route('http://localhost/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: script });
  const times = (await page.evaluate(`bench.measureCache(${size}, ${rounds})`)) as CacheTimes;
  report(times);
} finally {
  await chromium.stop();
}

async function bundlePage(): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('cache-page.ts', import.meta.url).pathname, formats: ['iife'], name: 'bench' },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('Vite made nothing of bench/cache-page.ts');
  return chunk.code;
}

function report(times: CacheTimes): void {
  console.log(`Contact cache, ${size} contacts, ${rounds} rounds, milliseconds`);
  for (const name of ['floor', 'hit', 'miss', 'write', 'cold'] as const) {
    console.log(`${name.padEnd(6)} median ${quantile(times[name], 0.5)}  p95 ${quantile(times[name], 0.95)}`);
  }
  console.log(`search first ${times.search[0].toFixed(1)}  again ${times.search[1].toFixed(1)}`);
  const ratio = Number(quantile(times.hit, 0.5)) / Number(quantile(times.floor, 0.5));
  console.log(`A sealed hit takes ${ratio.toFixed(2)} times the floor (two plain gets).`);
}

function quantile(values: number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
}
