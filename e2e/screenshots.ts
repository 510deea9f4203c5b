/**
 * Makes the pictures of the documents from the real product: `node e2e/screenshots.ts`. Writes docs/pictures/*.png:
 * the demo desk with card and with panel in a whole browser window (needs Xvfb and ImageMagick), and the panel in each
 * of its states, light and dark; the options page with a CRM connected, and with its fields.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { buildWhatIsOld } from './harness/build.ts';
import { openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { looksUp } from './harness/servers/crm-proxy.ts';
import { ringDesk, startDemoDesk } from './harness/servers/demo-desk.ts';
import { type Stage, setStage } from './harness/stage.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs/pictures');
const elodie = '+33199004217';

if (process.env.DISPLAY === undefined) {
  const again = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1280x860x24', process.execPath, import.meta.filename],
    { stdio: 'inherit' },
  );
  const [code] = await once(again, 'exit');
  process.exit(code ?? 1);
}

/** The demo desk as an agent sees it: with the card, then with the panel beside it. */
async function windows(): Promise<void> {
  const desk = await startDemoDesk();
  const stage = await setStage({
    headless: false,
    args: ['--window-size=1280,860', '--window-position=0,0'],
  });
  try {
    await stage.connect({ hosts: [desk.origin] });
    const page = stage.ringside.context.pages()[0] ?? (await stage.ringside.context.newPage());
    await page.goto(desk.origin);
    await ringDesk(stage.ringside.context, page, { ring: elodie, campaign: 'Field service' });
    await until('the card', async () => (await stage.ringside.cardText(page)).includes('Élodie Marchand'));
    await picture(page, 'card');
    await page
      .getByRole('button', { name: 'Answer Élodie Marchand' })
      .or(page.getByRole('button', { name: `Answer ${elodie}` }))
      .click();
    const card = await stage.ringside.card(page);
    await card.getByRole('button', { name: 'Open panel' }).click();
    const view = panelView(await stage.ringside.panel());
    await view.heads('Élodie Marchand');
    await until('the card to leave', async () => !(await stage.ringside.cardShown(page)));
    await view.button('Full view').click();
    await view.section('Service contract').waitFor();
    await picture(page, 'panel');
  } finally {
    await stage.stop();
    await desk.stop();
  }
}

/** The whole screen. Two frames later everything that was painted is on it. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { status, stderr } = spawnSync('import', ['-window', 'root', join(pictures, `${name}.png`)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`No picture of the screen: ${stderr}`);
}

async function states(): Promise<void> {
  const stage = await setStage();
  try {
    await stage.connect();
    const host = await openHostPage(stage.ringside.context, stage.pages);
    const panel = await stage.ringside.context.newPage();
    await panel.setViewportSize({ width: 380, height: 760 });
    await panel.goto(stage.ringside.url('sidepanel.html'));
    const view = panelView(panel);
    let calls = 0;
    for (const [name, reach] of Object.entries(scenes)) {
      const call = (number: string, more = {}) =>
        phoneCall(`picture-${calls++}`, number, {
          state: 'active',
          answeredAt: new Date().toISOString(),
          ...more,
        });
      const shown = await reach({ stage, view, say: host.interaction, call });
      await inBothColours(panel, name);
      stage.proxy.fail(undefined);
      await view.search.fill('');
      await view.search.press('Escape');
      if (shown !== undefined)
        await host.interaction({ ...shown, state: 'finished', endReason: 'completed' });
      await view.clearRail();
    }
  } finally {
    await stage.stop();
  }
}

interface Scene {
  stage: Stage;
  view: PanelView;
  say(call: ReturnType<typeof phoneCall>): Promise<void>;
  call(number: string, more?: Partial<ReturnType<typeof phoneCall>>): ReturnType<typeof phoneCall>;
}

const fieldService = { campaign: { name: 'Field service' } };
const billing = { campaign: { name: 'Billing' } };

/** Each brings the panel into one state and gives the call that has to end afterwards. */
const scenes: Record<string, (scene: Scene) => Promise<ReturnType<typeof phoneCall>>> = {
  async 'matched-reduced'({ view, say, call }) {
    const live = call(elodie, fieldService);
    await say(live);
    await view.heads('Élodie Marchand');
    await view.button('Full view').waitFor();
    return live;
  },
  async ambiguous({ view, say, call }) {
    const live = call('+442079460123', billing);
    await say(live);
    await view.matching.waitFor();
    return live;
  },
  async unmatched({ view, say, call }) {
    const live = call('+12125550142', { displayName: 'Marta Oliveira', campaign: { name: 'Renewals' } });
    await say(live);
    await view.newContact.waitFor();
    return live;
  },
  async search({ view, say, call }) {
    const live = call('+12125550143', fieldService);
    await say(live);
    await view.newContact.waitFor();
    await view.search.fill('mar');
    await view.results.getByRole('option').first().waitFor();
    return live;
  },
  async assign({ view, say, call }) {
    const live = call('+442079460164', billing);
    await say(live);
    await view.heads('Samuel Okafor');
    await view.button('Not this person').click();
    await view.choose('Grace', 'Grace Okafor');
    await view.assign.waitFor();
    return live;
  },
  async failed({ stage, view, say, call }) {
    const number = '+441134960188';
    stage.proxy.fail((request) => (looksUp(number)(request) ? { kind: 'status', status: 500 } : undefined));
    const live = call(number, billing);
    await say(live);
    await view.says(/has a problem of its own/);
    return live;
  },
  async withheld({ view, say, call }) {
    const { clientId: _, ...anonymous } = call('0', { withheld: true, ...billing });
    await say(anonymous);
    await view.heads('Number withheld');
    return anonymous;
  },
  // Last, since what is toggled is remembered.
  async 'matched-full'({ view, say, call }) {
    const live = call(elodie, fieldService);
    await say(live);
    await view.heads('Élodie Marchand');
    await view.button('Full view').click();
    await view.section('Service contract').waitFor();
    await view.button('Reduced view').waitFor();
    return live;
  },
};

/** The options page after a test of the CRM, and with the fields to arrange. */
async function options(): Promise<void> {
  const stage = await setStage();
  try {
    await stage.connect();
    const page = await stage.ringside.context.newPage();
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(stage.ringside.url('options.html#crms'));
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText(/tested just now/).waitFor();
    await inBothColours(page, 'options-crm');
    await page.goto(stage.ringside.url('options.html#fields'));
    await page.getByRole('list', { name: 'Fields of Details' }).waitFor();
    await inBothColours(page, 'options-fields');
  } finally {
    await stage.stop();
  }
}

async function inBothColours(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
  }
}

await mkdir(pictures, { recursive: true });
buildWhatIsOld(root);
await windows();
await states();
await options();
