import type { Browser } from './browser.ts';

/** Who is at the other end of a Port, by the browser's word alone. */
export type Sender =
  | { kind: 'host'; tabId: number; frameId: number; windowId: number; origin: string }
  | { kind: 'panel'; tabId: number | undefined }
  | { kind: 'card'; tabId: number };

/**
 * Judges a sender by what the browser reports, never by what it says of itself. `ownId` and `ownOrigin` are ours.
 * undefined: nobody we talk to (another extension, a page of ours with no business here, an opaque origin).
 */
export function judgeSender(
  sender: Browser.runtime.MessageSender | undefined,
  own: { id: string; origin: string },
): Sender | undefined {
  if (sender === undefined || sender.id !== own.id) return undefined;
  const origin = originOf(sender);
  if (origin === undefined) return undefined;
  const tabId = sender.tab?.id;
  const frameId = sender.frameId ?? 0;
  if (origin === own.origin) {
    const path = sender.url === undefined ? '' : new URL(sender.url).pathname;
    if (path === '/sidepanel.html' && frameId === 0) return { kind: 'panel', tabId };
    // The card is the one page of ours that a host page frames; alone in a tab it has nothing to show.
    if (path === '/card.html' && tabId !== undefined && frameId !== 0) return { kind: 'card', tabId };
    return undefined;
  }
  if (!/^https?:\/\//.test(origin)) return undefined;
  if (tabId === undefined || tabId < 0 || sender.frameId === undefined) return undefined;
  return { kind: 'host', tabId, frameId, windowId: sender.tab?.windowId ?? -1, origin };
}

/** Firefox reports no `origin` in some versions; the address says it too. */
function originOf(sender: Browser.runtime.MessageSender): string | undefined {
  const said = sender.origin ?? sender.url;
  if (said === undefined || !URL.canParse(said)) return undefined;
  const url = new URL(said);
  // `URL.origin` is "null" for the schemes of extensions in some engines.
  return url.origin === 'null' && url.host !== '' ? `${url.protocol}//${url.host}` : url.origin;
}
