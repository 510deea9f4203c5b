import assert from 'node:assert/strict';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { type PackedRingside, packRingside } from './harness/browser/packed.ts';
import { type Ringside, startRingside } from './harness/browser/ringside.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';
import { type SipWire, startSipWire } from './harness/servers/sip-wire.ts';
import { invite } from './sip/frames.ts';

let crm: CompanionServer;
let pages: PageServer;
let wire: SipWire;
let packed: PackedRingside;
let ringside: Ringside | undefined;
let profile: string;

before(async () => {
  profile = await mkdtemp(join(tmpdir(), 'ringside-profile-'));
  [crm, pages, wire, packed] = await Promise.all([
    startCompanionServer(),
    startPages(),
    startSipWire(),
    packRingside(),
  ]);
  // The page's first script opens its only socket: who comes later sees nothing of it.
  pages.put(
    '/first',
    `<!doctype html><script>new WebSocket('${wire.url}', 'sip')</script><title>First</title>`,
  );
});

after(async () => {
  await ringside?.stop();
  await Promise.all([crm?.stop(), pages?.stop(), wire?.stop(), packed?.stop()]);
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('packed and installed by policy, its scripts are before a page’s first one after a browser restart too', async () => {
  const connected = { hosts: [pages.origin()], crm: { url: crm.url, token: crm.token } };
  ringside = await startRingside({ packed, profile });
  await ringside.connect(connected);
  const page = await ringside.context.newPage();
  await page.goto(`${pages.origin()}/first`);
  await pops('before');
  await ringside.stop();

  ringside = await startRingside({ packed, profile });
  await wire.connected(2);
  await ringside.connect(connected);
  await pops('after');
});

/** The newest socket hears a ring, and its page has the card. */
async function pops(callId: string): Promise<void> {
  const running = ringside!;
  const page = await until('the page with the socket', () =>
    running.context.pages().find((each) => each.url().endsWith('/first')),
  );
  await wire.connected(callId === 'before' ? 1 : 2);
  wire.send(invite({ callId, from: '+33199004217' }), callId === 'before' ? 0 : 1);
  await until(
    'the caller on the card',
    async () => (await running.cardText(page)).includes('Élodie Marchand'),
    { within: 20_000 },
  );
}

test('what is shipped carries nothing that was recorded for tests', async () => {
  const output = join(import.meta.dirname, '../.output');
  let files = 0;
  for await (const file of glob('{chrome-mv3-e2e,firefox-mv3-e2e,widget}/**/*.js', { cwd: output })) {
    files += 1;
    assert.doesNotMatch(await readFile(join(output, file), 'utf8'), /Solheim/, file);
  }
  assert.ok(files > 5);
});
