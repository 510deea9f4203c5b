import type { Browser } from './browser.ts';

/**
 * What a content script needs of the extension API, straight from the browser: both browsers know `chrome` there, and a
 * page can put nothing in its place. The rest of the extension takes browser.ts, with a wrapper of 3 kB that no host page
 * should carry.
 */
export const pageRuntime = (): Pick<typeof Browser.runtime, 'connect' | 'id'> =>
  // The global is not declared: only here is it meant.
  (globalThis as unknown as { chrome: Pick<typeof Browser, 'runtime'> }).chrome.runtime;
