import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAgent } from './auth/agents.ts';
import { demoPassword } from './auth/demo-agents.ts';
import { SignInLimits } from './auth/sign-in-limits.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

const ana = 'ana@example.com';
const noor = 'noor@example.com';
const minute = 60_000;

describe('signing in', () => {
  let server: TestServer;
  /** Epoch milliseconds, moved by hand: no attempt comes back by itself while a busy machine compares passwords. */
  let now = 0;

  beforeEach(async () => {
    now = 1_000_000;
    // A proxy of ours on this machine, so that a test may come from anywhere.
    server = await startTestServer({ trustedProxies: ['127.0.0.1'], now: () => now });
    return () => server.close();
  });

  const attempt = (email: string, password: string, from = '203.0.113.7', cookie?: string) =>
    testClient(server.url).post(
      '/api/sign-in',
      { email, password },
      {
        'X-Forwarded-For': from,
        ...(cookie !== undefined && { Cookie: cookie }),
      },
    );

  async function guess(times: number, email: string, from?: string, cookie?: string) {
    const statuses: number[] = [];
    for (let turn = 0; turn < times; turn += 1)
      statuses.push((await attempt(email, 'wrong', from, cookie)).status);
    return statuses;
  }

  async function cookieOf(email: string, before?: string): Promise<string> {
    const reply = await attempt(email, demoPassword, '198.51.100.1', before);
    expect(reply.status).toBe(200);
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(
      /^ringside-device=[\w.~-]+; Path=\/api\/sign-in; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
    );
    return cookie.slice(0, cookie.indexOf(';'));
  }

  it('is slow to guess at from one address, and costs whoever knows the password nothing', async () => {
    for (let turn = 0; turn < 7; turn += 1) expect((await attempt(noor, demoPassword)).status).toBe(200);
    expect(await guess(7, noor)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const limited = await attempt(noor, demoPassword);
    expect([limited.status, limited.body.code]).toEqual([429, 'rate-limited']);
    expect(limited.headers.get('Retry-After')).toBe('60');
    now += minute;
    expect(await guess(2, noor)).toEqual([401, 429]);
  });

  it('cannot be shut by guesses from another address', async () => {
    await guess(7, noor, '203.0.113.7');
    expect((await attempt(noor, demoPassword, '198.51.100.9')).status).toBe(200);
  });

  it('cannot be shut, where the agent signed in before, by guesses from that very address', async () => {
    const cookie = await cookieOf(noor);
    await guess(7, noor, '198.51.100.1');
    expect((await attempt(noor, demoPassword, '198.51.100.1')).status).toBe(429);
    expect((await attempt(noor, demoPassword, '198.51.100.1', cookie)).status).toBe(200);
    // From anywhere: the device moves with the agent.
    expect((await attempt(noor, demoPassword, '203.0.113.7', cookie)).status).toBe(200);
  });

  it('is limited on a device where the agent signed in before, too', async () => {
    const cookie = await cookieOf(noor);
    const statuses = await guess(12, noor, '198.51.100.1', cookie);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('takes no pass of another account, of another server, or made up', async () => {
    const cookie = await cookieOf(ana);
    const other = await startTestServer();
    const foreign = await other.client.post('/api/sign-in', { email: noor, password: demoPassword });
    await other.close();
    await guess(6, noor, '203.0.113.7');
    const forged = `ringside-device=${'A'.repeat(22)}.${'A'.repeat(43)}`;
    for (const pass of [
      cookie,
      foreign.headers.getSetCookie()[0]?.split(';')[0],
      forged,
      'ringside-device=x',
    ])
      expect((await attempt(noor, demoPassword, '203.0.113.7', pass)).status).toBe(429);
  });

  it('keeps the passes of agents who share a computer', async () => {
    const both = await cookieOf(noor, await cookieOf(ana));
    for (const email of [ana, noor]) {
      await guess(6, email, '203.0.113.7');
      expect((await attempt(email, demoPassword, '203.0.113.7', both)).status).toBe(200);
    }
    expect(await cookieOf(noor, both)).toBe(both);
  });

  it('is limited by address, whoever is tried', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 22; turn += 1)
      statuses.push((await attempt(`nobody${turn}@example.com`, 'wrong')).status);
    expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
    expect((await attempt('one.more@example.com', 'wrong', '198.51.100.9')).status).toBe(401);
  });

  it('counts one customer of a provider as one, however many addresses of IPv6 they have', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1)
      statuses.push((await attempt(noor, 'wrong', `2001:db8:1:2::${turn}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await attempt(noor, 'wrong', '2001:db8:1:3::1')).status).toBe(401);
  });

  it('tells a stranger nothing by its time: nobody, blocked and known take as long', async () => {
    const email = 'blocked@times.example.com';
    await saveAgent(server.db, { id: 'blocked', email, name: 'B', password: demoPassword });
    const times: Record<string, number[]> = { known: [], nobody: [], blocked: [] };
    await server.db.execute("update agents set blocked = true where id = 'blocked'");
    for (let turn = 0; turn < 5; turn += 1) {
      for (const [who, address, password] of [
        ['known', noor, 'wrong'],
        ['nobody', 'nobody@example.com', 'wrong'],
        ['blocked', email, demoPassword],
      ] as const) {
        const started = performance.now();
        const reply = await attempt(address, password, `198.51.100.${turn}`);
        times[who]?.push(performance.now() - started);
        expect([who, reply.status, reply.body.detail]).toEqual([who, 401, 'E-mail or password is wrong.']);
      }
    }
    // The quickest of each: a busy machine makes single ones slow and none quick. Comparing is nine tenths of it.
    const quickest = (who: string) => Math.min(...(times[who] ?? []));
    expect(quickest('nobody')).toBeGreaterThan(quickest('known') / 2);
    expect(quickest('blocked')).toBeGreaterThan(quickest('known') / 2);
  });
});

describe('behind a proxy', () => {
  let server: TestServer;
  afterAll(() => server.close());
  beforeAll(async () => {
    server = await startTestServer();
  });

  it('that is not named, the headers of a stranger change nothing', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const from = `203.0.113.${turn}`;
      const headers = { 'X-Forwarded-For': from, Forwarded: `for=${from}`, 'X-Real-IP': from };
      const reply = await server.client.post('/api/sign-in', { email: noor, password: 'wrong' }, headers);
      statuses.push(reply.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});

describe('guesses from everywhere', () => {
  const limits = (at: () => number) => new SignInLimits(at);
  const refused = (tried: () => unknown) => {
    try {
      tried();
      return 0;
    } catch {
      return 1;
    }
  };

  it('at one account are a hundred and then a hundred an hour', () => {
    let now = 0;
    const all = limits(() => now);
    const tries = (count: number, salt: string) =>
      Array.from({ length: count }, (_, turn) =>
        refused(() => all.enter({ account: ana, address: `${salt}${turn}`, device: undefined })),
      ).filter((each) => each === 0).length;
    expect(tries(500, 'a')).toBe(100);
    now += 60 * minute;
    expect(tries(500, 'b')).toBe(100);
    expect(refused(() => all.enter({ account: ana, address: 'a1', device: 'known' }))).toBe(0);
    expect(refused(() => all.enter({ account: noor, address: 'c', device: undefined }))).toBe(0);
  });

  it('at all accounts are held to what the machine can take, and those who were here before pass', () => {
    const all = limits(() => 0);
    const passed = Array.from({ length: 1_000 }, (_, turn) =>
      refused(() => all.enter({ account: `${turn}`, address: `${turn}`, device: undefined })),
    ).filter((each) => each === 0).length;
    expect(passed).toBe(300);
    expect(refused(() => all.enter({ account: ana, address: 'x', device: 'known' }))).toBe(0);
  });

  it('that are refused use nothing up', () => {
    const all = limits(() => 0);
    const one = { account: ana, address: 'here', device: undefined };
    for (let turn = 0; turn < 5; turn += 1) all.enter(one);
    for (let turn = 0; turn < 500; turn += 1) expect(refused(() => all.enter(one))).toBe(1);
    // Neither the address nor the account has paid for those five hundred.
    for (let turn = 0; turn < 15; turn += 1) all.enter({ ...one, account: `other ${turn}` });
    expect(refused(() => all.enter({ ...one, address: 'elsewhere' }))).toBe(0);
  });
});
