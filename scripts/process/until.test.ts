import { expect, it } from 'vitest';
import { NotInTime, until } from './until.ts';

it('takes what never answers for not yet, and says so at the end', async () => {
  const never = until('an answer', () => new Promise<boolean>(() => {}), { within: 20 });
  await expect(never).rejects.toThrow(new NotInTime('Waited 0 s for an answer. Last seen: no answer'));
});
