import { expect, it } from 'vitest';
import { heldBy } from './held.ts';

const quiet = {
  ringside: [
    [30, 31],
    [29, 33],
  ],
  floor: [
    [4, 5],
    [4.5, 4.5],
  ],
  slowness: 1.1,
  load: 1.4,
  cores: 2,
};

it('trusts a quiet run', () => expect(heldBy(quiet)).toBe(''));

it('says which rounds lie apart', () => {
  expect(
    heldBy({
      ...quiet,
      floor: [
        [4, 4],
        [12, 12],
      ],
    }),
  ).toBe('rounds of floor differ by 100 %');
});

it('says that others work', () => {
  expect(heldBy({ ...quiet, slowness: 2, load: 4 })).toBe(
    'a fixed piece of work took 2.0 times as long as at best; load 4 on 2 cores',
  );
});
