import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../lib/extension/browser/browser.ts';
import { serveTrials } from '../lib/extension/page/serve-trials.ts';

/** Put into one tab, by the options page, when an administrator tries rules there. Isolated world. */
export default defineUnlistedScript(() =>
  serveTrials({
    window,
    onConnect: browser.runtime.onConnect,
    alive: () => browser.runtime?.id !== undefined,
  }),
);
