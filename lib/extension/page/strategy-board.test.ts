import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Strategy } from '../../domain/host/host-diagnostics.ts';
import { createStrategyBoard, type StrategyBoard } from './strategy-board.ts';

let told: Strategy[][];
let stop: AbortController;
let board: StrategyBoard;
const rule = (state: Strategy['state']): Strategy => ({ adapter: 'dom-rules', rule: 'desk/calls', state });
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  stop = new AbortController();
  board = createStrategyBoard((all) => told.push(all), stop.signal);
});
afterEach(() => vi.useRealTimers());

test('strategies that start together are told together, and not again while nothing changes', async () => {
  board.set({ adapter: 'sip-websocket', state: 'ready' });
  board.set(rule('ready'));
  await settle();
  board.set(rule('ready'));
  await settle();
  expect(told).toEqual([[{ adapter: 'sip-websocket', state: 'ready' }, rule('ready')]]);
});

test('how often a rule found a number stands beside how it reads, and outlives a new start', async () => {
  const numbers = { at: '.nummer', channel: 'phone', seen: 3, empty: 3 } as const;
  board.set(rule('ready'));
  board.count({ adapter: 'dom-rules', rule: 'desk/calls', numbers });
  board.count({ adapter: 'json-websocket', rule: 'desk/socket', numbers });
  await settle();
  const socket = { adapter: 'json-websocket', rule: 'desk/socket', state: 'ready', numbers };
  expect(told).toEqual([[{ ...rule('ready'), numbers }, socket]]);
  board.clear();
  board.set(rule('ready'));
  await settle();
  expect(told.at(-1)).toEqual([{ ...rule('ready'), numbers }]);
});

test('a rule that cannot be read for a moment, as while a page is built, is not spoken of', async () => {
  board.set(rule('cannot-read'));
  await settle(4_999);
  board.set(rule('ready'));
  await settle(10_000);
  expect(told).toEqual([[rule('ready')]]);
});

test('a rule that cannot be read for five seconds is told so, and is told readable at once', async () => {
  board.set(rule('ready'));
  await settle();
  board.set(rule('cannot-read'));
  await settle(3_000);
  board.set(rule('cannot-read'));
  await settle(2_000);
  expect(told.at(-1)).toEqual([rule('cannot-read')]);
  board.set(rule('ready'));
  await settle();
  expect(told.at(-1)).toEqual([rule('ready')]);
});

test('adapters that start anew say anew how they stand', async () => {
  board.set(rule('ready'));
  await settle();
  board.set(rule('cannot-read'));
  board.clear();
  board.set({ adapter: 'sip-websocket', state: 'ready' });
  await settle(10_000);
  expect(told.at(-1)).toEqual([{ adapter: 'sip-websocket', state: 'ready' }]);
});

test('nothing is told after the end', async () => {
  board.set(rule('cannot-read'));
  stop.abort();
  board.set(rule('ready'));
  await settle(10_000);
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('that none of its rows can be seen is told as late, and that one can at once', async () => {
  board.set(rule('ready'));
  await settle();
  board.set(rule('unseen'));
  await settle(4_999);
  board.set(rule('unseen'));
  expect(told.at(-1)).toEqual([rule('ready')]);
  await settle(1);
  expect(told.at(-1)).toEqual([rule('unseen')]);
  board.set(rule('cannot-read'));
  await settle(4_000);
  board.set(rule('ready'));
  await settle(10_000);
  expect(told.at(-1)).toEqual([rule('ready')]);
});
