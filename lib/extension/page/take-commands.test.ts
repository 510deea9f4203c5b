import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostAnswer, HostCommand } from '../../domain/host/host-command.ts';
import type { HostPortReply } from '../messages/host-messages.ts';
import { createCommandTaker } from './take-commands.ts';

const done: HostAnswer = { outcome: 'done' };

function start(handOver = async (_: string, __: HostCommand): Promise<HostAnswer> => done) {
  const posted: unknown[] = [];
  const obey = vi.fn(handOver);
  return { posted, obey, taker: createCommandTaker((message) => posted.push(message), obey) };
}
const command = (
  number: number,
  until = Date.now() + 3_000,
): Extract<HostPortReply, { type: 'command' }> => ({
  ...{ type: 'command', number, until, adapter: 'test', command: { name: 'hold' } },
});

async function take(taker: ReturnType<typeof createCommandTaker>, one: ReturnType<typeof command>) {
  taker.take(one);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a command is acknowledged, given to its adapter, and answered', async () => {
  const { posted, obey, taker } = start();
  taker.take(command(1));
  expect(posted).toEqual([{ type: 'taken', upTo: 1 }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(obey).toHaveBeenCalledExactlyOnceWith('test', { name: 'hold' });
  expect(posted[1]).toEqual({ type: 'answer', number: 1, answer: done });
  expect(taker.taken()).toBe(1);
});

test('sent again it is acknowledged and answered again, and done once; so is one of before the last', async () => {
  const { posted, obey, taker } = start();
  await take(taker, command(2));
  await take(taker, command(2));
  await take(taker, command(1));
  expect(obey).toHaveBeenCalledOnce();
  expect(posted).toEqual([
    { type: 'taken', upTo: 2 },
    { type: 'answer', number: 2, answer: done },
    { type: 'taken', upTo: 2 },
    { type: 'answer', number: 2, answer: done },
    { type: 'taken', upTo: 2 },
  ]);
});

test('one that comes too late is not begun, and said to have failed', async () => {
  const { posted, obey, taker } = start();
  await take(taker, command(1, Date.now() - 1));
  expect(obey).not.toHaveBeenCalled();
  expect(posted[1]).toEqual({ type: 'answer', number: 1, answer: { outcome: 'failed' } });
});

test('one that its adapter fails at has failed', async () => {
  const { posted, taker } = start(() => Promise.reject(new Error('the host broke')));
  await take(taker, command(1));
  expect(posted[1]).toEqual({ type: 'answer', number: 1, answer: { outcome: 'failed' } });
});

test('the newest sixteen answers are told again where they are asked for again, and no others', async () => {
  const { posted, taker } = start();
  for (let number = 1; number <= 20; number += 1) await take(taker, command(number));
  posted.length = 0;
  for (let number = 1; number <= 20; number += 1) await take(taker, command(number));
  const told = posted.flatMap((one) => (one as { type: string; number: number }).number ?? []);
  expect(told).toEqual(Array.from({ length: 16 }, (_, index) => index + 5));
});
