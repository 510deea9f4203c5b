import { browser } from '../../browser/browser.ts';
import { log } from '../../browser/log.ts';
import type { HostPage } from './host-page.ts';

/** The part of the extension API used here. */
export type ReloadApi = { tabs: Pick<typeof browser.tabs, 'reload'> };

/** Loads the tabs of a host anew whose scripts ran before ours. Asked for by the agent, since it ends a call there. */
export async function reloadLate(
  origin: string,
  pages: readonly Pick<HostPage, 'origin' | 'opened' | 'tabId'>[],
  api: ReloadApi = browser,
): Promise<void> {
  const late = pages.filter((page) => page.origin === origin && page.opened?.late === true);
  for (const tabId of new Set(late.map((page) => page.tabId)))
    await api.tabs.reload(tabId).catch((error) => log('info', 'a tab was not reloaded', { error }));
}
