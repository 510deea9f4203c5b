import type { DomRule } from '../../domain/host/host-rules.ts';
import type { TriedPage } from '../../domain/host/tried-rule.ts';
import { matchPattern, safeOrigin } from '../../domain/text/safe-origin.ts';
import { browser } from '../browser/browser.ts';
import type { Port } from '../messages/port.ts';
import { triedPageSchema } from '../messages/trial-messages.ts';
import { trialPortName } from '../messages/trial-port-name.ts';

/** The part of the extension API used here. */
export type TrialApi = {
  scripting: Pick<typeof browser.scripting, 'executeScript'>;
  tabs: Pick<typeof browser.tabs, 'query' | 'onUpdated'> & {
    connect(tabId: number, options: { name: string }): Port;
  };
};

export interface Trial {
  tabId: number;
  rules: readonly DomRule[];
  /** What stands in each document of the tab, whenever it changes; none while it is being loaded. */
  tell(pages: TriedPage[]): void;
  signal: AbortSignal;
}

const script = '/try-rules.js';

/** Open tabs of an origin that the browser has granted, the one that was looked at last first. */
export async function openTabs(
  origin: string,
  api: Pick<TrialApi, 'tabs'> = browser,
): Promise<{ id: number; title: string }[]> {
  const tabs = await api.tabs.query({ url: matchPattern(origin) });
  return tabs
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, title = '', url = '' }) => {
      const safe = safeOrigin(url);
      return id !== undefined && safe.ok && safe.origin === origin ? [{ id, title }] : [];
    });
}

/**
 * Reads a tab by rules, live, until the signal aborts, also once it is loaded again. Nothing of it is kept. Rejects where the
 * browser does not let a script in.
 */
export async function tryRules(
  { tabId, rules, tell, signal }: Trial,
  api: TrialApi = browser,
): Promise<void> {
  let connected = false;

  async function enter(): Promise<void> {
    await api.scripting.executeScript({ target: { tabId, allFrames: true }, files: [script] });
    if (signal.aborted || connected) return;
    const pages = new Map<string, TriedPage>();
    const port = api.tabs.connect(tabId, { name: trialPortName });
    connected = true;
    port.onMessage.addListener((message) => {
      const read = triedPageSchema.safeParse(message);
      if (!read.success || signal.aborted) return;
      const { rules: tried, ...page } = read.data;
      // What is not there is undefined here, and left out there.
      pages.set(page.key, { ...page, rules: tried as TriedPage['rules'] });
      tell([...pages.values()].toSorted((a, b) => Number(b.top) - Number(a.top)));
    });
    port.onDisconnect.addListener(() => {
      connected = false;
      if (!signal.aborted) tell([]);
    });
    signal.addEventListener('abort', () => port.disconnect(), { once: true });
    port.postMessage({ rules });
  }

  const loaded = (id: number, { status }: { status?: string | undefined }): void => {
    // A page that cannot be entered any more, such as one of another host, stays empty.
    if (id === tabId && status === 'complete' && !connected) enter().catch(() => undefined);
  };
  await enter();
  if (signal.aborted) return;
  api.tabs.onUpdated.addListener(loaded);
  signal.addEventListener('abort', () => api.tabs.onUpdated.removeListener(loaded));
}
