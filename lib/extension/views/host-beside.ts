import { safeOrigin } from '../../domain/text/safe-origin.ts';
import { browser } from '../browser/browser.ts';

/** The part of the extension API used here. */
export type BesideApi = { tabs: Pick<typeof browser.tabs, 'query' | 'onActivated' | 'onUpdated'> };

/**
 * Tells the origin of the page in front of this window, now and whenever it is another; undefined where it is none that could
 * be a host, or where the browser does not show it: it does from the click on our icon on (`activeTab`), of that tab alone.
 */
export function watchHostBeside(
  windowId: number,
  onChange: (origin: string | undefined) => void,
  signal: AbortSignal,
  api: BesideApi = browser,
): void {
  let told: string | undefined;
  const look = (): void =>
    void api.tabs.query({ active: true, windowId }).then(
      ([tab]) => {
        const safe = safeOrigin(tab?.url ?? '');
        const origin = safe.ok ? safe.origin : undefined;
        if (signal.aborted || origin === told) return;
        told = origin;
        onChange(origin);
      },
      () => undefined,
    );
  api.tabs.onActivated.addListener(look);
  api.tabs.onUpdated.addListener(look);
  signal.addEventListener('abort', () => {
    api.tabs.onActivated.removeListener(look);
    api.tabs.onUpdated.removeListener(look);
  });
  look();
}
