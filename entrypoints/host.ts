import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../lib/extension/browser/browser.ts';
import { hostPortName } from '../lib/extension/messages/host-port-name.ts';
import { runHostScript } from '../lib/extension/page/run-host-script.ts';
import { hostAdapters } from '../lib/hosts/adapters.ts';

/**
 * The isolated world of a host page. Registered at run time for the origins an administrator connected
 * (register-host-scripts.ts). No content script of WXT's, which would have a context that the page is told of and can end;
 * ours lives as long as the extension does.
 */
export default defineUnlistedScript(() =>
  runHostScript({
    window,
    adapters: hostAdapters,
    connect: () => browser.runtime.connect({ name: hostPortName }),
    alive: () => browser.runtime?.id !== undefined,
  }),
);
