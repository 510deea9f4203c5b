import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Ringside } from './browser/ringside.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

/** Answers what notifications said since this was called. The browser itself tells only their ids. */
export async function saidNotices(ringside: Ringside): Promise<() => Promise<string[]>> {
  const worker = await ringside.worker();
  await worker.evaluate(() => {
    const said: string[] = [];
    const { browser: native } = globalThis as { browser?: typeof chrome };
    // Both names may stand for one object.
    for (const notifications of new Set([chrome.notifications, native?.notifications])) {
      if (notifications === undefined) continue;
      const create = notifications.create.bind(notifications) as (...all: unknown[]) => Promise<string>;
      notifications.create = ((...all: unknown[]) => {
        const { title, message } = all.at(-1) as { title: string; message: string };
        said.push(`${title}: ${message}`);
        return create(...all);
      }) as typeof notifications.create;
    }
    Object.assign(globalThis, { saidNotices: said });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { saidNotices: string[] }).saidNotices);
}
