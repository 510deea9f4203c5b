import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeLateSipTraffic } from './judge-late-sip-traffic-for-tests.ts';
import { lateSipTraffic } from './late-sip-traffic-for-tests.ts';

const seed = Date.now() | 0;

test('calls of which only the end is seen are told as they are, or not at all', () => {
  const details = fc.check(fc.property(lateSipTraffic, judgeLateSipTraffic), { seed, numRuns: 1_500 });
  expect(details.failed ? fc.defaultReportMessage(details) : '', `seed ${seed}`).toBe('');
});
