import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../../scripts/process/until.ts';
import { type LoneChromium, startLoneChromium, type Target } from '../browser/lone-chromium.ts';
import type { DeskServer, SideName } from '../servers/desk-server.ts';
import type { Side } from './side.ts';

export interface SideOptions {
  name: SideName;
  desk: DeskServer;
  /** Folder of the extension. */
  extension: string;
  /** A page of the extension from which the panel can be opened, and the panel's own. */
  pages: { opener: string; panel: string };
  /** Done before the host page is opened, in the worker. */
  connect?: (chromium: LoneChromium, worker: Target) => Promise<void>;
  profile?: string;
}

export const isWorker = ({ type, url }: Target): boolean =>
  type === 'service_worker' && url.startsWith('chrome-extension://');

/** Whether it is a panel, by the name of its page. */
export function isPanelOf(page: string): (target: Target) => boolean {
  return ({ url }) => url.startsWith('chrome-extension://') && url.endsWith(`/${page}`);
}

/** What is asked of a worker that is only just starting may never be answered. */
const startedMs = 1_000;

/** The extension's worker in a browser that was just started. */
export async function runningWorker(chromium: LoneChromium): Promise<Target> {
  const worker = await chromium.target('the worker', isWorker);
  await pause(startedMs);
  return worker;
}

/** Starts a browser with this extension and a host page in it. */
export async function startSide(options: SideOptions): Promise<Side> {
  const { name, desk, extension, pages, connect, profile } = options;
  const chromium = await startLoneChromium({ extension, ...(profile !== undefined && { profile }) });
  try {
    const worker = await runningWorker(chromium);
    const own = worker.url.split('/').slice(0, 3).join('/');
    await connect?.(chromium, worker);
    const host = await chromium.open(desk.page(name));
    await chromium.stay(host);
    await until('the host page', () => chromium.evaluate<boolean>(host, `'ring' in window`));
    const isPanel = isPanelOf(pages.panel);

    return {
      name,
      chromium,
      host,
      say: (events, afterMs = 30) =>
        chromium.evaluate<number>(host, `ring(${JSON.stringify(events)}, ${afterMs})`),
      async openPanel() {
        const opener = await chromium.open(`${own}/${pages.opener}`);
        const windowId = await until('a page of the extension', () =>
          chromium.evaluate<number>(opener, 'chrome.windows.getCurrent().then(({ id }) => id)'),
        );
        await chromium.evaluate(opener, `void chrome.sidePanel.open({ windowId: ${windowId} })`, 'gesture');
        await chromium.target('the panel', (target) => isPanel(target) && target.targetId !== opener);
        await chromium.closeTarget(opener);
        await chromium.toFront(host);
      },
      async closePanel() {
        for (const target of (await chromium.targets()).filter(isPanel))
          await chromium.closeTarget(target.targetId);
      },
      async killWorker() {
        const killed = (await chromium.targets()).filter(isWorker).map(({ targetId }) => targetId);
        for (const targetId of killed) await chromium.closeTarget(targetId);
        // Another may be starting already, since the host page has lost its connection.
        const isGone = async () =>
          !(await chromium.targets()).some(({ targetId }) => killed.includes(targetId));
        await until('the worker to be gone', isGone, { every: 5 });
      },
      stop: chromium.stop,
    };
  } catch (error) {
    await chromium.stop();
    throw error;
  }
}
