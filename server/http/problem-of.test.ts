import { describe, expect, it } from 'vitest';
import { TooOften } from '../auth/rate-limit.ts';
import { Refusal, type RefusalReason } from '../contacts/refusal.ts';
import { Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';

const spoken: [RefusalReason, object][] = [
  [{ code: 'not-there' }, { status: 404, title: 'Not found', code: 'not-found' }],
  [
    { code: 'stale' },
    { status: 412, title: 'Changed by somebody else meanwhile', code: 'conflict', stale: true },
  ],
  [
    { code: 'taken', owners: ['C-1'] },
    { status: 409, title: 'In conflict with what is there', code: 'conflict', owners: ['C-1'] },
  ],
  [
    { code: 'not-valid', fields: { since: 'not-a-date' } },
    { status: 422, title: 'Not valid', code: 'invalid', fields: { since: 'not-a-date' } },
  ],
  [
    { code: 'too-large', field: 'notes', mostBytes: 10, mostIdentifiers: 2 },
    {
      ...{ status: 422, title: 'Not valid', code: 'invalid', fields: { notes: 'too-long' } },
      detail: 'A contact takes up to 10 bytes and 2 identifiers.',
    },
  ],
];

describe('what is said over HTTP', () => {
  it.each(spoken)('of a refusal: %j', async (reason, body) => {
    const response = problemOf(new Refusal(reason))?.toResponse();
    expect(response?.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response?.json()).toEqual({ type: 'about:blank', ...body });
  });

  it('of a limit that is reached: 429, and when to come again', () => {
    const response = problemOf(new TooOften(7))?.toResponse();
    expect(response?.status).toBe(429);
    expect(response?.headers.get('Retry-After')).toBe('7');
  });

  it('of a problem: itself; of a failure nothing, since its text may hold anything', () => {
    const problem = new Problem(415);
    expect(problemOf(problem)).toBe(problem);
    expect(problemOf(new Error('secret'))).toBeUndefined();
  });
});
