import { expect, it } from 'vitest';
import { targets } from '../targets.ts';
import { slownesses, slownessOf } from './slownesses.ts';

const gates = targets.map(({ row, figure }) => `${row} ${figure}`);
const broken = slownesses.flatMap(({ breaks }) => breaks.map((gate) => gate.join(' ')));

it('breaks no gate that is not there, and none twice', () => {
  expect(broken.filter((gate) => !gates.includes(gate))).toEqual([]);
  expect(new Set(broken).size).toBe(broken.length);
});

/** What a script in the copy does not change: the weights of the build, and a page that has no database in it. */
const untried = /^weight-|^widget-pop requests$/;

it('has something that breaks each gate', () => {
  expect(gates.filter((gate) => !broken.includes(gate) && !untried.test(gate))).toEqual([]);
});

it('names what there is where a name is nobody’s', () => {
  expect(slownessOf('reads').amounts.worker).toEqual({ read: 40 });
  expect(() => slownessOf('nothing')).toThrow('there are reads, requests');
});
