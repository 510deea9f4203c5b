import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { openHostPage } from '../pages/host-page.ts';
import { panelView } from '../pages/panel-view.ts';
import { setStage } from '../stage.ts';
import type { Desk } from './desk.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

export async function startChromiumDesk(): Promise<Desk> {
  const { ringside, connect, stop, ...servers } = await setStage();
  return {
    servers: { ...servers, stop },
    connect: () => connect(),
    async openHost(path) {
      const { page, ...voice } = await openHostPage(ringside.context, servers.pages, { path });
      return {
        ...voice,
        card: {
          text: async () =>
            (await ringside.cardShown(page)) === undefined ? '' : ringside.cardText(page).catch(() => ''),
          async openPanel() {
            const card = await ringside.card(page);
            await card.getByRole('button', { name: 'Open panel' }).click();
            return panelView(await ringside.panel());
          },
        },
      };
    },
    openPanel: async () => panelView(await ringside.openPanel()),
    async openOptions(section) {
      const page = await ringside.context.newPage();
      await page.goto(ringside.url(`options.html#${section}`));
      return page;
    },
    badge: async () => (await ringside.worker()).evaluate(() => chrome.action.getBadgeText({})),
    // A refused key is no fault of ours, though Chromium writes it down as one.
    complaints: async () => ringside.complaints.filter((line) => !line.includes('status of 401')),
    stop,
  };
}
