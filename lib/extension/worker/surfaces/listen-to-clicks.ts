import { browser } from '../../browser/browser.ts';
import { openPanel } from './open-panel.ts';
import { placeOfNotice } from './surfaces.ts';

/** What Firefox has in place of `sidePanel`. */
interface SidebarApi {
  sidebarAction?: { toggle(): Promise<void> };
}

/** Clicks outside our pages: the button in the browser's bar, and notifications. */
export function listenToClicks(api: typeof browser = browser): void {
  if (api.sidePanel !== undefined) void api.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  // The types know Chromium only.
  else api.action.onClicked.addListener(() => void (api as SidebarApi).sidebarAction?.toggle());

  api.notifications.onClicked.addListener((id) => {
    const place = placeOfNotice(id);
    if (place === undefined) return;
    // First of all, while the click still counts as one.
    void openPanel(place.windowId, api);
    void api.tabs.update(place.tabId, { active: true }).catch(() => undefined);
    void api.windows.update(place.windowId, { focused: true }).catch(() => undefined);
    void api.notifications.clear(id);
  });
}
