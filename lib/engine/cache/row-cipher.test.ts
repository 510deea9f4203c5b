import { describe, expect, it } from 'vitest';
import { createRowCipher } from './row-cipher.ts';

const key = crypto.getRandomValues(new Uint8Array(32));
const cipher = await createRowCipher(key, 'test');

describe('the row cipher', () => {
  it('gives back what it sealed', async () => {
    const value = { name: 'Zoë', numbers: ['+33199004217'], nothing: null };
    expect(await cipher.open(await cipher.seal(value, 'a'), 'a')).toEqual(value);
  });

  it('opens under the same key after a restart', async () => {
    const again = await createRowCipher(new Uint8Array(key), 'test');
    expect(await again.open(await cipher.seal('x', 'a'), 'a')).toBe('x');
    expect(await again.index('id', '1')).toBe(await cipher.index('id', '1'));
  });

  it('seals the same value differently every time', async () => {
    const [one, two] = await Promise.all([cipher.seal('x', 'a'), cipher.seal('x', 'a')]);
    expect(one.iv).not.toEqual(two.iv);
    expect(one.data).not.toEqual(two.data);
  });

  it('opens nothing that is damaged, moved, malformed or from another key or purpose', async () => {
    const row = await cipher.seal('x', 'a');
    const flipped = new Uint8Array(row.data);
    flipped[0] = (flipped[0] ?? 0) ^ 1;
    expect(await cipher.open({ ...row, data: flipped }, 'a')).toBeUndefined();
    expect(await cipher.open(row, 'b')).toBeUndefined();
    expect(await cipher.open({ iv: 7, data: null } as never, 'a')).toBeUndefined();
    const otherKey = await createRowCipher(crypto.getRandomValues(new Uint8Array(32)), 'test');
    expect(await otherKey.open(row, 'a')).toBeUndefined();
    const otherPurpose = await createRowCipher(key, 'other');
    expect(await otherPurpose.open(row, 'a')).toBeUndefined();
  });

  it('gives one index per kind and value', async () => {
    const indexes = await Promise.all([
      cipher.index('id', '1'),
      cipher.index('id', '2'),
      cipher.index('loose', '1'),
      (await createRowCipher(crypto.getRandomValues(new Uint8Array(32)), 'test')).index('id', '1'),
    ]);
    expect(new Set(indexes).size).toBe(4);
  });
});
