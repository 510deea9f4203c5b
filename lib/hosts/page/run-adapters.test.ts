import { expect, test } from 'vitest';
import type { Strategy } from '../../domain/host/host-diagnostics.ts';
import type { HostAdapter, HostContext } from '../host.ts';
import { runAdapters } from './run-adapters.ts';

const named = (id: string, start: HostAdapter['start']): HostAdapter => ({
  id,
  start,
});

/** Runs adapters in a page that is of no interest to them. */
function run(adapters: HostAdapter[]) {
  const stop = new AbortController();
  const told: Strategy[] = [];
  const refused: string[] = [];
  const commanded: string[] = [];
  runAdapters(
    {
      adapters,
      taps: { early: () => true, lineOf: () => ({ listen: () => {}, ask: () => {} }) },
      window: {} as HostContext['window'], // Nobody looks at it.
      emit: () => {},
      report: (strategy) => told.push(strategy),
      refuse: (adapter) => refused.push(adapter),
      onCommand: (adapter) => commanded.push(adapter),
    },
    { campaignHeader: 'X-Campaign' },
    stop.signal,
  );
  return { told, refused, commanded, stop };
}

test('an adapter that fails to start is told so, and the others start', () => {
  const broken = named('broken', () => {
    throw new Error('this page froze everything');
  });
  const { told } = run([broken, named('sip-websocket', () => {})]);
  expect(told).toEqual([
    { adapter: 'broken', state: 'failed' },
    { adapter: 'sip-websocket', state: 'ready' },
  ]);
});

test('what an adapter says of its rules and of forged messages carries its name, until it is stopped', () => {
  let context: HostContext | undefined;
  const { told, refused, stop } = run([
    named('dom-rules', (given) => {
      context = given;
    }),
  ]);
  context?.report?.('desk/calls', 'reads');
  context?.report?.('desk/chats', 'cannot-read');
  context?.refuse?.();
  stop.abort();
  context?.report?.('desk/calls', 'elsewhere');
  context?.refuse?.();
  expect(told.slice(1)).toEqual([
    { adapter: 'dom-rules', rule: 'desk/calls', state: 'ready' },
    { adapter: 'dom-rules', rule: 'desk/chats', state: 'cannot-read' },
  ]);
  expect(refused).toEqual(['dom-rules']);
});

test('what takes the commands of an adapter carries its name, until it is stopped', () => {
  let context: HostContext | undefined;
  const { commanded, stop } = run([
    named('test', (given) => {
      context = given;
      given.onCommand?.(() => ({ outcome: 'done' }));
    }),
  ]);
  stop.abort();
  context?.onCommand?.(() => ({ outcome: 'failed' }));
  expect(commanded).toEqual(['test']);
});
