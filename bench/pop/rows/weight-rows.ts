import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { weightOf, weightOfPage } from '../weigh.ts';
import type { FactRow } from './row.ts';

const root = join(import.meta.dirname, '../../..');
const extension = join(root, '.output/chrome-mv3-e2e');

/** What is shipped, packed (gz -9); bytes. */
export const weightRows: FactRow[] = [
  weight('weight-core', 'core of both worlds in a host page', coreOfBothWorlds),
  weight('weight-worker', 'background worker', () => weightOf(extension, ['background.js'])),
  weight('weight-panel', 'side panel, all it loads', () => weightOfPage(extension, 'sidepanel.html')),
  weight('weight-card', 'card, all it loads', () => weightOfPage(extension, 'card.html')),
  weight('weight-options', 'options page, all it loads', () => weightOfPage(extension, 'options.html')),
  weight('weight-widget', 'widget, all its page loads', () =>
    weightOfPage(join(root, '.output'), 'widget/index.html'),
  ),
];

function weight(id: string, title: string, of: () => number): FactRow {
  return { kind: 'fact', id, title, against: 'bytes', quick: true, measure: async () => ({ bytes: of() }) };
}

/** As `bench/bundle-size.mjs` says; that it may be over a budget of its own is not asked here. */
function coreOfBothWorlds(): number {
  const program = join(root, 'bench/bundle-size.mjs');
  const { stdout } = spawnSync(process.execPath, [program], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  const bytes = /^core of both worlds\s+(\d+) bytes/m.exec(stdout)?.[1];
  if (bytes === undefined)
    throw new Error(`bench/bundle-size.mjs does not say what the core weighs:\n${stdout}`);
  return Number(bytes);
}
