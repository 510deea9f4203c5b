import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashedAnswer } from './hashed-answer.ts';

const hashes = ['md5', 'sha1', 'sha256', 'sha512'] as const;

it('hashes texts of any length and in any letters as everybody does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...hashes),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('hex' as const, 'base64' as const),
      async (hash, of, as) => {
        expect(await hashedAnswer({ hash, of, as })).toBe(createHash(hash).update(of).digest(as));
      },
    ),
    { numRuns: 400 },
  );
});

it('hashes with a key, be it shorter or longer than a block', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...hashes),
      fc.string({ maxLength: 80 }),
      fc.string({ minLength: 1, maxLength: 300 }),
      async (hash, of, key) => {
        const expected = createHmac(hash, key).update(of).digest('hex');
        expect(await hashedAnswer({ hash, of, key, as: 'hex' })).toBe(expected);
      },
    ),
    { numRuns: 200 },
  );
});
