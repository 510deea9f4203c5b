import type { FigureName } from '../figures/row-result.ts';
import type { Place } from '../servers/put-before.ts';

/** In the copy of the extension, the widget's page, or the companion server. */
export type SlowPlace = Place | 'widget' | 'server';

/** Something that is made slower, by how much in which place (slow.js), and the gates that must break then. */
export interface Slowness {
  name: string;
  amounts: Partial<Record<SlowPlace, Record<string, number>>>;
  breaks: (readonly [row: string, figure: FigureName])[];
}

const ratio = (row: string) => [row, 'ratio'] as const;
const requests = (row: string) => [row, 'requests'] as const;

/** For each gate one that breaks it; `npm run bench -- --slow=reads`. */
export const slownesses: Slowness[] = [
  {
    name: 'reads',
    amounts: { worker: { read: 40 } },
    breaks: [
      ratio('warm-panel'),
      ['warm-panel', 'p95Ratio'],
      ratio('card-up'),
      ratio('sip-panel'),
      ratio('ambiguous-panel'),
      ratio('two-crms-panel'),
    ],
  },
  {
    name: 'requests',
    amounts: { worker: { ask: 4 } },
    breaks: [
      requests('warm-panel'),
      requests('sip-panel'),
      requests('miss-panel'),
      requests('miss-card'),
      requests('contact-id-panel'),
      requests('search-panel'),
      requests('first-pop'),
    ],
  },
  {
    name: 'worker',
    amounts: { worker: { begin: 1_500 } },
    breaks: [ratio('killed-panel'), ratio('killed-card'), ratio('first-pop')],
  },
  {
    name: 'panel',
    amounts: { panel: { hear: 160 } },
    breaks: [ratio('switch-panel'), ratio('search-panel'), ratio('miss-panel'), ratio('idle-panel')],
  },
  { name: 'card', amounts: { card: { hear: 200 } }, breaks: [ratio('warm-card')] },
  { name: 'drawing', amounts: { panel: { draw: 0.5 } }, breaks: [ratio('full-head'), ratio('full-rest')] },
  { name: 'moving', amounts: { panel: { move: 40 } }, breaks: [['full-moves', 'value']] },
  { name: 'crowd', amounts: { worker: { live: 2 } }, breaks: [ratio('live-100')] },
  { name: 'rows', amounts: { worker: { count: 20 } }, breaks: [ratio('cached-20k')] },
  {
    name: 'page',
    amounts: {
      'host page': { begin: 60, watch: 0.05, keep: 1_000_000 },
      'host page’s own world': { socket: 0.1 },
    },
    breaks: [
      ratio('page-blank'),
      ratio('page-frames'),
      ['steady-mutations', 'value'],
      ['steady-sockets', 'value'],
      ['page-heap', 'bytes'],
    ],
  },
  { name: 'options', amounts: { options: { begin: 500 } }, breaks: [ratio('open-options')] },
  {
    name: 'widget',
    amounts: { widget: { begin: 1_500, draw: 0.5 } },
    breaks: [ratio('open-widget'), ratio('widget-pop')],
  },
  { name: 'server', amounts: { server: { wait: 60 } }, breaks: [ratio('lookup-postgres-100k')] },
  {
    name: 'large-server',
    amounts: { server: { wait: 60 } },
    breaks: [['search-postgres-1m', 'p95Ratio']],
  },
];

/** Throws where there is none of this name. */
export function slownessOf(name: string): Slowness {
  const found = slownesses.find((one) => one.name === name);
  if (found) return found;
  throw new Error(`Nothing is slowed by ${name}; there are ${slownesses.map((one) => one.name).join(', ')}.`);
}
