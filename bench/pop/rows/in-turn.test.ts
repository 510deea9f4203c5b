import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('gives each in turn, as often as it says', () => {
  const once = inTurn(['a', 'b']);
  expect([once(), once(), once()]).toEqual(['a', 'b', 'a']);
  const twice = inTurn(['a', 'b'], 2);
  expect([twice(), twice(), twice(), twice(), twice()]).toEqual(['a', 'a', 'b', 'b', 'a']);
  expect(inTurn([])).toThrow('nobody');
});
