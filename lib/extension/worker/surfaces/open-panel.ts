import { browser } from '../../browser/browser.ts';
import { log } from '../../browser/log.ts';

/** The part of the extension API used here. */
export type PanelApi = Pick<typeof browser, 'sidePanel' | 'windows' | 'runtime'>;

/**
 * Opens the panel for the hosts of a window. Call it straight from the listener of a click, with no `await` before it:
 * browsers open a side panel on a user's gesture only. Where that is not possible it opens in a small window.
 */
export async function openPanel(windowId: number, api: PanelApi = browser): Promise<void> {
  // Firefox has no sidePanel, and opens its sidebar from a page of the extension only.
  const opening = api.sidePanel?.open({ windowId });
  if (opening !== undefined) {
    const opened = await opening.then(
      () => true,
      (error: unknown) => {
        log('info', 'the side panel did not open', { error });
        return false;
      },
    );
    if (opened) return;
  }
  const url = api.runtime.getURL(`/sidepanel.html?window=${windowId}`);
  await api.windows.create({ url, type: 'popup', width: 400, height: 720 });
}
