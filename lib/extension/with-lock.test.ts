import { expect, it } from 'vitest';
import { LockBusy, withLock } from './with-lock.ts';

it('a step runs when the one before it is done, and answers what it answers', async () => {
  const seen: string[] = [];
  const first = withLock('test.order', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    seen.push('first');
  });
  const second = withLock('test.order', async () => seen.push('second'));
  expect(await Promise.all([first, second])).toEqual([undefined, 2]);
  expect(seen).toEqual(['first', 'second']);
});

it('one that never ends stops nobody for good', async () => {
  let end: () => void = () => {};
  const held = withLock(
    'test.held',
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  let ran = false;
  const late = withLock(
    'test.held',
    async () => {
      ran = true;
    },
    20,
  );
  await expect(late).rejects.toBeInstanceOf(LockBusy);
  end();
  await held;
  expect(ran).toBe(false);
});
