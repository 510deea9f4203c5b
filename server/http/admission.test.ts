import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Agent, serviceAgent } from '../auth/agent.ts';
import { hashToken } from '../auth/tokens.ts';
import { Admission, type Caller } from './admission.ts';
import { problemOf } from './problem-of.ts';

const serviceToken = 'service-token-for-tests';

/** An admission with a list in place of a database, which counts what it is asked, and a clock that stands. */
function setUp(rate?: { burst: number; perSecond: number }) {
  const known = new Map<string, Agent>();
  let queries = 0;
  const admission = new Admission({
    token: serviceToken,
    now: () => 0,
    ...(rate && { rate }),
    findAgent: async (hash) => {
      queries += 1;
      return known.get(hash);
    },
  });
  const newToken = () => {
    const hash = hashToken(randomBytes(16).toString('hex'));
    known.set(hash, { ...serviceAgent, id: 'somebody' });
    return hash;
  };
  const ask = async (tokenHash: string, address = '203.0.113.7', access: Caller['access'] = 'read') => {
    try {
      return (await admission.admit({ tokenHash, address, access })).id;
    } catch (error) {
      const problem = problemOf(error);
      if (problem) return problem.status;
      throw error;
    }
  };
  const guess = (address?: string) => ask(hashToken(randomBytes(16).toString('hex')), address);
  return { known, ask, guess, newToken, queries: () => queries };
}

it('limits made-up tokens by address, and asks the database nothing beyond', async () => {
  const { guess, queries } = setUp();
  const statuses: (string | number)[] = [];
  for (let turn = 0; turn < 1_000; turn += 1) statuses.push(await guess());
  expect(statuses.filter((status) => status === 401)).toHaveLength(200);
  expect(statuses.filter((status) => status === 429)).toHaveLength(800);
  expect(queries()).toBe(200);
  expect(await guess('198.51.100.1')).toBe(401);
});

it('lets those who were in go on, beside a stranger at their address', async () => {
  const { guess, ask, newToken } = setUp();
  const token = newToken();
  expect(await ask(token)).toEqual('somebody');
  for (let turn = 0; turn < 300; turn += 1) await guess();
  expect(await guess()).toBe(429);
  expect(await ask(token)).toEqual('somebody');
  expect(await ask(hashToken(serviceToken))).toBe('service');
  // Of somebody who was not in yet the address counts for a moment only.
  expect(await ask(newToken(), '198.51.100.1')).toEqual('somebody');
});

it('does not count a token that turns out good as a guess', async () => {
  const { ask, newToken } = setUp();
  for (let turn = 0; turn < 5; turn += 1) {
    const token = newToken();
    for (let again = 0; again < 60; again += 1) expect(await ask(token)).toEqual('somebody');
  }
});

it('keeps an agent’s bucket, however many made-up tokens come from however many addresses', async () => {
  const { ask, guess, newToken } = setUp({ burst: 3, perSecond: 0.001 });
  const token = newToken();
  for (let turn = 0; turn < 3; turn += 1) await ask(token);
  expect(await ask(token)).toBe(429);
  for (let turn = 0; turn < 10_100; turn += 1) await guess(`${turn}`);
  expect(await ask(token)).toBe(429);
});

it('takes a token that was good and is no more for a guess', async () => {
  const { known, ask, guess, newToken, queries } = setUp();
  const token = newToken();
  await ask(token);
  known.delete(token);
  expect(await ask(token)).toBe(401);
  for (let turn = 0; turn < 200; turn += 1) await guess();
  const before = queries();
  expect(await ask(token)).toBe(429);
  expect(queries()).toBe(before);
});

it('counts requests without a token, and to what is public, by address, whatever token they carry', async () => {
  const { ask } = setUp({ burst: 3, perSecond: 0.001 });
  const random = () => randomBytes(16).toString('hex');
  expect([await ask(''), await ask(''), await ask(random(), undefined, 'public')]).toEqual([401, 401, '']);
  expect([await ask(''), await ask(random(), undefined, 'public')]).toEqual([429, 429]);
  expect(await ask('', '198.51.100.1')).toBe(401);
});
