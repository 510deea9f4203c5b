/** A Chromium with the extension in it, connected to the demo desk and the companion server, in a profile of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../process/project.mjs';
import { until } from '../process/until.ts';

/** The build in which pages of this machine are allowed already, so that nobody has to answer a permission prompt. */
export const extensionFolder = join(root, '.output', 'chrome-mv3-e2e');

export async function openDemoBrowser({ path, headless, desk, server, token }) {
  const profile = await mkdtemp(join(tmpdir(), 'ringside-demo-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    // Chromium's own sandbox does not start for root.
    chromiumSandbox: process.getuid?.() !== 0,
    headless,
    // Stopping is ours: the servers must be asked first, not killed with us.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    viewport: headless ? { width: 1280, height: 800 } : null,
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
      ...(headless ? ['--disable-gpu'] : ['--window-size=1440,900']),
      '--remote-debugging-port=0',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extensionFolder}`,
      `--load-extension=${extensionFolder}`,
    ],
  });
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  await connect(worker, { desk, server, token });
  return {
    context,
    profile,
    async close() {
      await context.close().catch(() => {});
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What the options page would write; then the host's scripts are registered. */
async function connect(worker, { desk, server, token }) {
  await worker.evaluate(
    async ({ desk, server, token }) => {
      // Given for this server and no other, as lib/domain/crm/crm-binding.ts writes it.
      const binding = JSON.stringify(['companion', { baseUrl: `${server}/` }]);
      await chrome.storage.session.set({ 'crm.companion.credential': { value: token, for: binding } });
      await chrome.storage.local.set({
        settings: {
          version: 2,
          hosts: [{ origin: desk, label: 'Northgate Desk (demo)' }],
          crms: [{ id: 'companion', connector: 'companion', settings: { baseUrl: `${server}/` } }],
        },
      });
    },
    { desk, server, token },
  );
  await until(
    'the extension to register its scripts for the desk',
    async () => {
      const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
      return scripts.length >= 2;
    },
    { within: 20_000, every: 100 },
  );
}
