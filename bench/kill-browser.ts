/**
 * Ends the whole browser without a word while an agent has typed a draft, starts it again on the same profile, and counts
 * what is there:
 *
 *   node bench/kill-browser.ts [--kills 6]       (SEED=… repeats a run)
 *
 * What the view called *Draft kept* must come back word for word when the same agent signs in again and the same call is
 * told again. What was typed within the last 200 ms is not promised, and counted apart. Loopback only; ends by itself.
 * Build first: `npm run build:e2e` and `build:server`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Ringside, startRingside } from '../e2e/harness/browser/ringside.ts';
import { openHostPage, phoneCall } from '../e2e/harness/pages/host-page.ts';
import { panelView } from '../e2e/harness/pages/panel-view.ts';
import { random } from '../e2e/harness/random.ts';
import { startCompanionServer } from '../e2e/harness/servers/companion-server.ts';
import { startPages } from '../e2e/harness/servers/page-server.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' } } });
const kills = Number(values.kills ?? 6);
const chance = random();
const number = '+442079463001';
const [crm, pages] = await Promise.all([startCompanionServer(), startPages()]);
const profile = await mkdtemp(join(tmpdir(), 'ringside-kill-browser-'));
const counts = { kept: 0, keptLost: 0, unsaved: 0, unsavedThere: 0 };

/** A browser on the profile, signed in, with the call on the line and the form open. */
async function open() {
  const ringside = await startRingside({ profile });
  await ringside.connect({ hosts: [pages.origin()], crm });
  const host = await openHostPage(ringside.context, pages);
  const view = panelView(await ringside.openPanel());
  await host.interaction(phoneCall('drafted', number, { state: 'active' }));
  await view.newContact.waitFor();
  return { ringside, view };
}

/** The browser's own process, and with it all of its children. */
async function kill(ringside: Ringside): Promise<void> {
  const browser = ringside.context.browser();
  if (browser === null) throw new Error('The context has no browser.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.find(({ type }) => type === 'browser');
  if (own === undefined) throw new Error('The browser does not tell its process.');
  const closed = new Promise((resolve) => ringside.context.once('close', resolve));
  process.kill(own.id, 'SIGKILL');
  await closed;
}

try {
  for (let turn = 0; turn < kills; turn += 1) {
    const { ringside, view } = await open();
    const name = `Draft ${turn} of ${chance.seed}`;
    const said = turn % 2 === 0;
    await view.field('Name').fill(name);
    if (said) await view.says('Draft kept');
    else await pause(chance.below(200));
    await kill(ringside);

    const again = await open();
    const there = (await again.view.field('Name').inputValue()) === name;
    if (said) counts[there ? 'kept' : 'keptLost'] += 1;
    else counts[there ? 'unsavedThere' : 'unsaved'] += 1;
    await kill(again.ringside);
  }
  console.log(`seed ${chance.seed}`);
  console.log(`Draft kept was shown: ${counts.kept} of ${counts.kept + counts.keptLost} there`);
  console.log(
    `killed within 200 ms of the last key: ${counts.unsavedThere} of ${counts.unsavedThere + counts.unsaved} there`,
  );
  process.exitCode = counts.keptLost === 0 ? 0 : 1;
} finally {
  await pages.stop();
  await crm.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
