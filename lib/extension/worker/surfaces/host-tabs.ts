import type { HostPage } from '../hosts/host-page.ts';
import type { HostTab } from './plan-surfaces.ts';

/** Host pages, frame by frame, as tabs. Whichever frame speaks, the whole tab is hidden or seen. `cards`: tabs whose card is there. */
export function hostTabs(
  pages: Pick<HostPage, 'tabId' | 'windowId' | 'frameId' | 'hidden' | 'cardBlocked'>[],
  cards: ReadonlySet<number>,
): HostTab[] {
  const tabs = new Map<number, HostTab>();
  for (const { tabId, windowId, frameId, hidden, cardBlocked } of pages) {
    const tab = tabs.get(tabId) ?? {
      tabId,
      windowId,
      hidden,
      takesCard: false,
      cardLoaded: cards.has(tabId),
    };
    // Only the top frame has room for the card.
    if (frameId === 0) tab.takesCard = !cardBlocked;
    tabs.set(tabId, tab);
  }
  return [...tabs.values()];
}
