import { defineContentScript } from 'wxt/utils/define-content-script';
import { runTaps } from '../lib/hosts/page/run-taps.ts';
import { hostTaps } from '../lib/hosts/taps.ts';

/** The page's own world, before its first script. Nothing of the extension is reachable from here. */
export default defineContentScript({
  registration: 'runtime',
  matches: import.meta.env.MODE === 'e2e' ? ['http://localhost/*', 'http://127.0.0.1/*'] : [],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: false,
  main() {
    runTaps(hostTaps, window);
  },
});
