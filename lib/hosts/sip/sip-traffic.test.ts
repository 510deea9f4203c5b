import fc from 'fast-check';
import { test } from 'vitest';
import { judgeSipTraffic } from './judge-sip-traffic-for-tests.ts';
import { sipTraffic } from './sip-grammar-for-tests.ts';

const seed = Date.now() | 0;

/** 100,000 cases: `node bench/fuzz-signalling.ts`. */
test('no traffic by the grammar of SIP breaks a rule', { timeout: 60_000 }, () => {
  fc.assert(fc.property(sipTraffic, judgeSipTraffic), { seed, numRuns: 1_000 });
});
