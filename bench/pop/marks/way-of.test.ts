import { expect, it } from 'vitest';
import { stepsOf } from './way-of.ts';

const mark = (what: string, at: number) => ({ place: 'worker', what, at });

it('tells the median of each step from the event on, in the order of time', () => {
  const ways = [
    {
      rang: 100,
      ms: 30,
      marks: [mark('tells', 112), mark('hears', 104), mark('before', 90), mark('after', 131)],
    },
    { rang: 200, ms: 30, marks: [mark('hears', 206), mark('tells', 210)] },
    { rang: 300, ms: 30, marks: [mark('hears', 305), mark('rarely', 306)] },
  ];
  expect(stepsOf(ways)).toEqual([
    { place: 'worker', what: 'hears', at: 5, pops: 3 },
    { place: 'worker', what: 'tells', at: 11, pops: 2 },
  ]);
});

it('counts what happens again as a step of its own', () => {
  const ways = [{ rang: 0, ms: 10, marks: [mark('get', 3), mark('get', 1)] }];
  expect(stepsOf(ways).map(({ what, at }) => [what, at])).toEqual([
    ['get', 1],
    ['get (2)', 3],
  ]);
});
