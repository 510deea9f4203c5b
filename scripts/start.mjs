/**
 * `npm start`: installs what is needed, builds, starts the companion CRM server and the demo desk on two sites, and opens
 * a Chromium with the extension in it, connected. `npm start -- --check` does the main job once, without a display.
 */
import { join } from 'node:path';
import { buildWhatIsOld } from './prepare/build-what-is-old.mjs';
import { ensureInstalled } from './prepare/ensure-installed.mjs';
import { isStopping, onStop, sayAtTheEnd, stopAll } from './process/processes.mjs';
import { PlainError, root, runScript } from './process/project.mjs';

await runScript(async () => {
  const flags = new Set(process.argv.slice(2));
  const unknown = [...flags].filter((flag) => flag !== '--check' && flag !== '--no-open');
  if (unknown.length > 0)
    throw new PlainError(
      `Unknown flag ${unknown.join(' ')}; there are --check (do the main job once, no display needed) and --no-open.`,
    );
  await ensureInstalled();
  try {
    if (!flags.has('--check')) return await serve({ open: !flags.has('--no-open') });
    await buildWhatIsOld(['granted', 'server', 'desk']);
    const { check } = await import('./demo/check.mjs');
    return await check();
  } finally {
    await stopAll();
  }
});

async function serve({ open }) {
  const { startDemoServices } = await import('./demo/demo-services.mjs');
  const { ensureBrowser, hasDisplay } = await import('./prepare/ensure-browser.mjs');
  const browser =
    open && hasDisplay() ? await ensureBrowser() : { missing: open && 'There is no display here.' };
  await buildWhatIsOld([browser.path ? 'granted' : 'extension', 'server', 'desk']);
  sayAtTheEnd('Stopped: nothing of the demo runs any more. Goodbye.');
  const services = await startDemoServices();
  const { desk, server } = services;
  console.log(`\nDemo desk         ${desk}  (shows the companion widget; works in any browser)`);
  console.log(`Companion server  ${server}`);

  if (browser.path) await openDesk(browser.path, services);
  else await tellByHand(browser.missing, services);
  console.log('\nStop with Ctrl-C.');

  const [name, code] = await Promise.race(
    Object.entries(services.children).map(async ([child, { ended }]) => [child, await ended]),
  );
  throw new PlainError(
    `${services.children[name].said.trim()}\n\nThe ${name} ended by itself (exit ${code}).`,
  );
}

async function openDesk(path, services) {
  const { openDemoBrowser } = await import('./demo/demo-browser.mjs');
  const demo = await openDemoBrowser({ ...services, path, headless: false });
  onStop(() => demo.close());
  const page = demo.context.pages()[0] ?? (await demo.context.newPage());
  await page.goto(`${services.desk}/?widget=closed`);
  console.log('A Chromium with Ringside is open and connected: let a customer ring on the left of the desk.');
  demo.context.once('close', () => {
    if (!isStopping()) console.log('The browser was closed; desk and server go on until Ctrl-C.');
  });
}

async function tellByHand(why, { desk, server, token }) {
  if (why) console.log(`\n${why} No browser was opened.`);
  console.log(`
To see it at once: open ${desk} in any browser on this machine and press Sign in in its widget.
A small window opens with a demo agent filled in; press Sign in there too.
To load the extension into Chrome, Edge or Chromium:
  1. open chrome://extensions and switch on Developer mode
  2. Load unpacked: ${join(root, '.output', 'chrome-mv3')}
  3. in Ringside's options (right-click its icon), connect the host ${desk}
     and the CRM ${server} with the token ${token}
  4. reload the desk, and click Ringside's icon, behind the puzzle piece of the toolbar: its panel opens
  5. let a customer ring on the left of the desk`);
}
