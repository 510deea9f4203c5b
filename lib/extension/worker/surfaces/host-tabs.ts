import type { HostPage } from '../hosts/host-page.ts';
import type { HostTab } from './plan-surfaces.ts';

/** Host pages, frame by frame, as tabs. Whichever frame speaks, the whole tab is hidden or seen. */
export function hostTabs(
  pages: Pick<
    HostPage,
    'tabId' | 'windowId' | 'frameId' | 'origin' | 'hidden' | 'cardBlocked' | 'cardSeen'
  >[],
): HostTab[] {
  const tabs = new Map<number, HostTab>();
  for (const { tabId, windowId, frameId, origin, hidden, cardBlocked, cardSeen } of pages) {
    const tab = tabs.get(tabId) ?? {
      tabId,
      windowId,
      origin,
      hidden,
      takesCard: false,
      cardSeen: false,
    };
    // Only the top frame has room for the card.
    if (frameId === 0) Object.assign(tab, { origin, takesCard: !cardBlocked, cardSeen });
    tabs.set(tabId, tab);
  }
  return [...tabs.values()];
}
