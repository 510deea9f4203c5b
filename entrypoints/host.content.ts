import { defineContentScript } from 'wxt/utils/define-content-script';
import { browser } from '../lib/extension/browser/browser.ts';
import { hostPortName } from '../lib/extension/messages/host-port-name.ts';
import { runHostScript } from '../lib/extension/page/run-host-script.ts';
import { hostAdapters } from '../lib/hosts/adapters.ts';

/**
 * The isolated world of a host page. Registered at run time for the origins an administrator connected; `matches` would
 * become host permissions, so only test builds have any.
 */
export default defineContentScript({
  registration: 'runtime',
  matches: import.meta.env.MODE === 'e2e' ? ['http://localhost/*', 'http://127.0.0.1/*'] : [],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: false,
  noScriptStartedPostMessage: true,
  // WXT's context is not used: a page can end it by dispatching its event, and ours lives as long as the extension does.
  main() {
    runHostScript({
      window,
      adapters: hostAdapters,
      connect: () => browser.runtime.connect({ name: hostPortName }),
      alive: () => browser.runtime?.id !== undefined,
    });
  },
});
