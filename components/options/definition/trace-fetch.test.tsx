// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reply, startReplayServer } from '../../../lib/crms/http/replay-server-for-tests.ts';
import { maskBody, maskHeaders, maskText } from './mask-secrets.ts';
import { type TracedExchange, traceFetch } from './trace-fetch.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

async function traced(send: (fetch: typeof globalThis.fetch) => Promise<unknown>) {
  const told = new Map<number, TracedExchange>();
  await send(traceFetch('s3cret/key', (exchange) => told.set(exchange.id, exchange)));
  await vi.waitFor(() => expect([...told.values()].every(({ reply: came }) => came)).toBe(true));
  return [...told.values()];
}

describe('a trace', () => {
  it('shows what was sent and answered, and hands both on untouched', async () => {
    server.answerWith(reply(201, { id: 7, api_key: 'another', echo: 's3cret/key' }));
    const [exchange] = await traced(async (fetch) => {
      const response = await fetch(
        new Request(`${server.baseUrl}contacts?q=a%20b`, {
          method: 'POST',
          headers: { Authorization: 'Bearer s3cret/key', 'X-Key': 'k s3cret/key' },
          body: '{"name":"Ada"}',
        }),
      );
      expect(await response.json()).toEqual({ id: 7, api_key: 'another', echo: 's3cret/key' });
    });
    expect(server.seen[0]).toMatchObject({ method: 'POST', body: '{"name":"Ada"}' });
    expect(server.seen[0]?.headers.authorization).toBe('Bearer s3cret/key');
    expect(exchange).toMatchObject({
      method: 'POST',
      url: `${server.baseUrl}contacts?q=a%20b`,
      body: '{"name":"Ada"}',
      reply: { status: 201, type: 'application/json', cut: false },
    });
    expect(exchange?.reply?.text).toBe('{\n  "id": 7,\n  "api_key": "••••••",\n  "echo": "••••••"\n}');
    expect(JSON.stringify(exchange)).not.toContain('s3cret');
  });

  it('covers whatever a request that had the credential in it was given for it', async () => {
    const answered = { result: [7, 'a-session-of-mine'], more: { of: 'it' } };
    server.answerWith(reply(200, answered));
    const exchanges = await traced(async (fetch) => {
      const bodies = [
        '{"params":["ada",{"word":"s3cret/key"}]}',
        'user=ada&word=s3cret%2Fkey',
        '{"name":"Ada"}',
      ];
      for (const body of bodies) await fetch(server.baseUrl, { method: 'POST', body });
    });
    const [byJson, byForm, another] = exchanges.map((one) => JSON.stringify(one));
    for (const one of [byJson, byForm]) expect(one).not.toMatch(/s3cret|a-session-of-mine/);
    expect(another).toContain('a-session-of-mine');
    expect(exchanges.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('covers sessions, challenges and answers to them by their names', () => {
    const reply = maskBody(
      '{"result":{"sessionName":"abcd","challenge":"efgh","accessKey":"ijkl","city":"Oslo"}}',
      'x',
    );
    expect(reply).not.toMatch(/abcd|efgh|ijkl/);
    expect(reply).toContain('Oslo');
    expect(maskBody('operation=query&sessionName=abcd', 'x')).toBe('operation=query&sessionName=••••••');
  });

  it('cuts a reply without end, and lets the connector end it', async () => {
    server.answerWith((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    const [exchange] = await traced(async (fetch) => {
      const response = await fetch(server.baseUrl);
      await response.body?.cancel();
    });
    expect(exchange?.reply?.cut).toBe(true);
    expect(exchange?.reply?.text.length).toBeLessThanOrEqual(20_000);
  });

  it('tells of a request that nobody answers, and passes the failure on', async () => {
    const told: TracedExchange[] = [];
    const fetch = traceFetch('', (exchange) => told.push(exchange));
    const gone = await startReplayServer();
    await gone.close();
    await expect(fetch(gone.baseUrl)).rejects.toThrow();
    expect(told).toHaveLength(1);
    expect(told[0]?.reply).toBeUndefined();
  });
});

describe('what is covered', () => {
  it.each([
    ['client_id=me&client_secret=abc&scope=read', 'client_id=me&client_secret=••••••&scope=read'],
    [
      'grant_type=authorization_code&code=abc&code_verifier=x',
      'grant_type=authorization_code&code=••••••&code_verifier=••••••',
    ],
    ['{"access_token":"abc","expires_in":3600}', '{"access_token":"••••••","expires_in":3600}'],
    ['{"a":[{"refreshToken":"abc"}]}', '{"a":[{"refreshToken":"••••••"}]}'],
    ['{"error":{"code":403}}', '{"error":{"code":403}}'],
    ['<p>no JSON = here</p>', '<p>no JSON = here</p>'],
  ])('%s', (body, masked) => {
    expect(maskBody(body, '')).toBe(masked);
  });

  it('is the credential wherever it stands, in the spelling of an address too', () => {
    expect(maskText('https://a/?k=s3%2Fcret&x=s3/cret', 's3/cret')).toBe('https://a/?k=••••••&x=••••••');
    expect(
      maskHeaders(
        [
          ['authorization', 'abc'],
          ['x-key', 'ab'],
          ['accept', 'ab/c'],
        ],
        'ab',
      ),
    ).toEqual([
      ['authorization', '••••••'],
      ['x-key', '••••••'],
      ['accept', '••••••'],
    ]);
  });
});
