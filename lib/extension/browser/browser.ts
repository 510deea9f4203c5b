import { type Browser, browser as platform } from 'wxt/browser';

/**
 * The one way to the browser's extension API. `@wxt-dev/webextension-polyfill` puts webextension-polyfill behind it (3 kB
 * packed): Firefox and Chromium from 148 on are passed through, older Chromium is wrapped. Outside an extension (tests
 * in Node) it is undefined, so touch it in functions only, and take it as a defaulted parameter where a test needs one.
 */
// The cast restores members that WXT leaves out of its type until it has generated types of its own.
export const browser = platform as unknown as typeof Browser;
export type { Browser };
