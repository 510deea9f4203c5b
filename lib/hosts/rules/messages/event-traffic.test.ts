import fc from 'fast-check';
import { test } from 'vitest';
import { eventTraffic } from './event-grammar-for-tests.ts';
import { judgeEventTraffic } from './judge-event-traffic-for-tests.ts';

const seed = Date.now() | 0;

/** 100,000 cases: `node bench/fuzz-signalling.ts`. */
test('no traffic by a grammar of JSON events breaks a rule', { timeout: 60_000 }, () => {
  fc.assert(fc.property(eventTraffic, judgeEventTraffic), { seed, numRuns: 1_000 });
});
