import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../domain/fields/workspace.ts';
import { ableCrm, engineForTests, testCrm } from '../engine-for-tests.ts';

const people: Workspace = { name: 'People', region: 'FR', campaigns: [], fields: [], sections: [] };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A browser start: the sign-in and what was said of the workspace are known, who it is is not. */
async function start() {
  const desk = engineForTests();
  desk.crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: '+33142685300' });
  await desk.engine.connect(testCrm, {
    ...{ status: 'ready', id: 'test', label: 'Test CRM', crm: desk.crm, capabilities: ableCrm },
    workspace: people,
  });
  return desk;
}

it('looks the first call up by what was said of the workspace last, with one request', async () => {
  const desk = await start();
  await desk.ring('a', '01 42 68 53 00');
  await desk.resolved('a', 'matched');
  expect(desk.crm.calls).toEqual(['find +33142685300']);
});

it('asks again once that is on screen, and reads numbers anew where the region is another', async () => {
  const desk = await start();
  await desk.ring('a', '01 42 68 53 00');
  await desk.resolved('a', 'matched');
  desk.crm.region = 'GB';
  await vi.advanceTimersByTimeAsync(1_000);
  await desk.until(({ interactions }) => interactions[0]?.resolution.status !== 'matched');
  expect(desk.connection()?.workspace?.region).toBe('GB');
  expect(desk.crm.calls).toContain('workspace');
});

it('believes what the CRM has said since', async () => {
  const desk = engineForTests();
  await desk.connect();
  await desk.until(({ connections }) => connections[0]?.workspace?.name === 'Test');
  await desk.engine.connect(testCrm, {
    ...{ status: 'ready', id: 'test', label: 'Test CRM', crm: desk.crm, capabilities: ableCrm },
    workspace: people,
  });
  expect(desk.connection()?.workspace?.name).toBe('Test');
});
