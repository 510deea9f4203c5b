import fc from 'fast-check';
import { test } from 'vitest';
import { judgeXmppTraffic } from './judge-xmpp-traffic-for-tests.ts';
import { xmppTraffic } from './xmpp-grammar-for-tests.ts';

const seed = Date.now() | 0;

/** 100,000 cases: `node bench/fuzz-signalling.ts`. */
test('no traffic by the grammar of XMPP breaks a rule', { timeout: 60_000 }, () => {
  fc.assert(fc.property(xmppTraffic, judgeXmppTraffic), { seed, numRuns: 1_000 });
});
