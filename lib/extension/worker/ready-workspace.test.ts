import { expect, it, vi } from 'vitest';
import type { Crm } from '../../crms/crm.ts';
import type { Workspace } from '../../domain/fields/workspace.ts';
import { withEarlyWorkspace } from './ready-workspace.ts';

function start(answer: () => Promise<Workspace>) {
  const clock = { now: 1_000 };
  const workspace = vi.fn(answer);
  // Nothing else is called here.
  const crm = withEarlyWorkspace({ workspace } as unknown as Crm, () => clock.now);
  return { crm, clock, workspace };
}
const named = (name: string) => Promise.resolve({ name } as Workspace);

it('asks before anybody does, gives that answer to the first, and asks again for the next', async () => {
  const { crm, workspace } = start(() => named('People'));
  expect(workspace).toHaveBeenCalledOnce();
  expect(await crm.workspace()).toEqual({ name: 'People' });
  expect(workspace).toHaveBeenCalledOnce();
  await crm.workspace();
  expect(workspace).toHaveBeenCalledTimes(2);
});

it('asks again where the answer is old', async () => {
  const { crm, clock, workspace } = start(() => named('People'));
  clock.now += 10_000;
  await crm.workspace();
  expect(workspace).toHaveBeenCalledTimes(2);
});

it('tells whoever asks that it failed, and nobody else', async () => {
  const { crm } = start(() => Promise.reject(new Error('away')));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(crm.workspace()).rejects.toThrow('away');
});
