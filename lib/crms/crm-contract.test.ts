import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CrmError, type SafeCrmError } from '../domain/crm-error.ts';
import type { Crm, CrmConnector, CrmExample, CrmExchange } from './crm.ts';
import { type Answer, reply, startReplayServer } from './http/replay-server-for-tests.ts';
import { crmConnectors } from './index.ts';

const examples = import.meta.glob<CrmExample>(
  ['./*.ts', '!./*.test.ts', '!./crm.ts', '!./http.ts', '!./index.ts'],
  { eager: true, import: 'example' },
);
const byFile = import.meta.glob<CrmConnector>(
  ['./*.ts', '!./*.test.ts', '!./crm.ts', '!./http.ts', '!./index.ts'],
  { eager: true, import: 'default' },
);

const reads = ['session', 'workspace', 'getContact', 'findByIdentifier', 'search'];
const canary = 'CANARY-7f3a Ingrid Solheim +442079460123';
const problem = { 'Content-Type': 'application/problem+json' };
const inAMinute = () => new Date(Date.now() + 60_000).toUTCString();

/** What a CRM may do wrong, and what every call must make of it. `requests` where a read may not be sent again. */
const failures: {
  what: string;
  answer: Answer;
  safe: Partial<SafeCrmError> & { code: string };
  readRequests?: number;
}[] = [
  {
    what: '401',
    answer: reply(401, { detail: canary }, problem),
    safe: { code: 'signed-out' },
    readRequests: 1,
  },
  { what: '401 with an empty body', answer: reply(401), safe: { code: 'signed-out' }, readRequests: 1 },
  { what: '403', answer: reply(403, { detail: canary }, problem), safe: { code: 'not-allowed' } },
  { what: '400', answer: reply(400, canary, { 'Content-Type': 'text/plain' }), safe: { code: 'invalid' } },
  {
    what: '409 with owners',
    answer: reply(409, { owners: ['C-1', 'C-2'], detail: canary }, problem),
    safe: { code: 'conflict', owners: ['C-1', 'C-2'] },
  },
  { what: '409 with nonsense', answer: reply(409, { owners: canary }, problem), safe: { code: 'conflict' } },
  { what: '412', answer: reply(412, { detail: canary }, problem), safe: { code: 'conflict', stale: true } },
  {
    what: '422 with fields',
    answer: reply(422, { fields: { language: 'Required field', name: canary } }, problem),
    safe: { code: 'invalid', fields: { language: 'Required field', name: 'Not valid' } },
  },
  {
    what: '429 with seconds',
    answer: reply(429, canary, { 'Retry-After': '7' }),
    safe: { code: 'rate-limited', retryAfterMs: 7_000 },
    readRequests: 1,
  },
  {
    what: '429 with a date',
    answer: (...all) => reply(429, canary, { 'Retry-After': inAMinute() })(...all),
    safe: { code: 'rate-limited', retryAfterMs: expect.closeTo(60_000, -4) as number },
    readRequests: 1,
  },
  {
    what: '429 with garbage',
    answer: reply(429, '', { 'Retry-After': 'soon' }),
    safe: { code: 'rate-limited' },
  },
  { what: '429 without', answer: reply(429), safe: { code: 'rate-limited' }, readRequests: 3 },
  { what: '500', answer: reply(500, canary), safe: { code: 'server-error' }, readRequests: 3 },
  {
    what: '503 with seconds',
    answer: reply(503, '', { 'Retry-After': '120' }),
    safe: { code: 'server-error', retryAfterMs: 120_000 },
    readRequests: 1,
  },
  {
    what: 'a page instead of JSON',
    answer: reply(200, `<html>${canary}</html>`, { 'Content-Type': 'text/html' }),
    safe: { code: 'bad-reply' },
  },
  {
    what: 'a page that claims to be JSON',
    answer: reply(200, `<html>${canary}`),
    safe: { code: 'bad-reply' },
  },
  { what: 'an empty answer', answer: reply(200), safe: { code: 'bad-reply' } },
  { what: 'JSON of another shape', answer: reply(200, { hello: canary }), safe: { code: 'bad-reply' } },
  { what: 'JSON cut short', answer: reply(200, '{"contacts":[{"id":"C-1","na'), safe: { code: 'bad-reply' } },
  {
    what: 'a body that breaks off',
    answer(_request, response) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
      response.write(`{"name":"${canary}`, () => response.destroy());
    },
    safe: { code: 'bad-reply' },
  },
  {
    what: 'an endless body',
    answer(_request, response) {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const chunk = 'x'.repeat(65_536);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    },
    safe: { code: 'bad-reply' },
  },
  {
    what: 'a redirect to a log-in page',
    answer: reply(302, canary, { Location: '/log-in' }),
    safe: { code: 'redirected' },
    readRequests: 1,
  },
  { what: 'a lasting redirect', answer: reply(308, '', { Location: '/x' }), safe: { code: 'redirected' } },
  {
    what: 'a connection that is reset',
    answer: (_request, response) => void response.socket?.resetAndDestroy(),
    safe: { code: 'unreachable' },
    readRequests: 3,
  },
];

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

it('finds at least the companion connector', () => {
  expect(crmConnectors.map(({ id }) => id)).toContain('companion');
});

describe.each(Object.entries(byFile))('%s', (file, connector) => {
  const example = examples[file]!;
  const steps = Object.entries(example.steps);
  const connect = (baseUrl = server.baseUrl, credential = example.credential): Crm =>
    connector.connect({ settings: connector.settings.parse(example.settings(baseUrl)), credential });

  /** What every step ends in, all at once: an answer, or its error. */
  const outcomes = (crm: Crm) =>
    Promise.all(
      steps.map(async ([name, step]) => ({
        name,
        outcome: await step.call(crm).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        ),
      })),
    );

  it('is named after its file', () => {
    expect(file).toBe(`./${connector.id}.ts`);
  });

  it('asks leave for origins without a port, and refuses addresses that are not safe', () => {
    for (const pattern of connector.origins(connector.settings.parse(example.settings(server.baseUrl)))) {
      expect(pattern).toMatch(/^https?:\/\/(\[[\da-f:]+\]|[^:/*]+)\/\*$/);
    }
    for (const unsafe of ['http://crm.example.com/', 'ftp://127.0.0.1/', 'https://a:b@crm.example.com/']) {
      expect(connector.settings.safeParse(example.settings(unsafe)).success).toBe(false);
    }
  });

  it.each(steps)('%s sends what was recorded and answers what was recorded', async (name, step) => {
    const left = [...step.exchanges];
    server.answerWith((request, response, incoming) => {
      const exchange = left.shift();
      expect(exchange).toBeDefined();
      expectRequest(request, exchange!);
      const { status, body, headers } = exchange!.response;
      reply(status, body, headers)(request, response, incoming);
    });
    expect(await step.call(connect())).toEqual(step.answer);
    expect(left).toEqual([]);
    if (['getContact', 'findByIdentifier', 'search'].includes(name)) {
      expect(server.seen.length).toBeLessThanOrEqual(1);
    }
  });

  it('puts no customer datum and no credential into an address', async () => {
    server.answerWith(reply(400));
    await outcomes(connect());
    expect(server.seen.length).toBeGreaterThan(0);
    for (const { url } of server.seen) {
      expect(decodeURIComponent(url)).not.toMatch(/okafor|solheim|mizrahi|2079460123|2125550142|@/i);
      expect(url).not.toContain(example.credential);
    }
  });

  it.each(failures)('makes of $what what it is', async ({ answer, safe, readRequests }) => {
    server.answerWith(answer);
    for (const { name, outcome } of await outcomes(connect())) {
      expect({ name, ...outcome }).toEqual({ name, error: expect.any(CrmError) });
      const error = (outcome as { error: CrmError }).error;
      expect({ name, ...error.safe }).toEqual({ name, ...safe });
      expectNothingTold(error, example.credential);
    }
    const writes = steps.filter(([name]) => !reads.includes(name)).length;
    if (readRequests !== undefined) {
      expect(server.seen).toHaveLength(writes + (steps.length - writes) * readRequests);
    }
    expect(server.seen.filter(({ url }) => url.includes('log-in'))).toEqual([]);
  });

  it('answers null for a contact that is not there, and an error for everything else', async () => {
    server.answerWith(reply(404, { detail: canary }, problem));
    for (const { name, outcome } of await outcomes(connect())) {
      if (name === 'getContact') expect(outcome).toEqual({ value: null });
      else expect(outcome).toMatchObject({ error: { safe: { code: 'not-found' } } });
    }
  });

  it('says that nobody answers', async () => {
    const gone = await startReplayServer();
    await gone.close();
    for (const { outcome } of await outcomes(connect(gone.baseUrl))) {
      expect(outcome).toMatchObject({ error: { safe: { code: 'unreachable' } } });
    }
  });

  it.each([
    ['says nothing', (() => {}) as Answer],
    [
      'stalls in the middle of its answer',
      ((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{');
      }) as Answer,
    ],
  ])('waits 8 s for a read and 20 s for a write when the CRM %s', async (_what, answer) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.answerWith(answer);
    const ended: string[] = [];
    const running = steps.map(([name, step]) =>
      step.call(connect()).catch((error: CrmError) => {
        expect(error.safe).toEqual({ code: 'timeout' });
        expectNothingTold(error, example.credential);
        ended.push(name);
      }),
    );
    await until(() => server.seen.length === steps.length);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    const readSteps = steps.map(([name]) => name).filter((name) => reads.includes(name));
    await until(() => ended.length === readSteps.length);
    expect(ended.sort()).toEqual(readSteps.sort());
    await vi.advanceTimersByTimeAsync(12_000);
    await Promise.all(running);
    expect(ended).toHaveLength(steps.length);
  });

  it('sends a read again after a short failure, and a write never', async () => {
    for (const [name, step] of steps) {
      const last = step.exchanges.at(-1)!.response;
      let failed = false;
      server.answerWith((...all) => {
        const next = failed ? reply(last.status, last.body) : reply(503, '', { 'Retry-After': '0' });
        failed = true;
        next(...all);
      });
      const outcome = step.call(connect());
      if (reads.includes(name)) expect(await outcome).toEqual(step.answer);
      else await expect(outcome).rejects.toMatchObject({ safe: { code: 'server-error' } });
      expect(server.seen).toHaveLength(reads.includes(name) ? 2 : 1);
    }
  });

  it('throws its own error when the caller gives up', async () => {
    server.answerWith(() => {});
    const controller = new AbortController();
    const waiting = connect().session({ signal: controller.signal });
    await until(() => server.seen.length === 1);
    controller.abort(new Error(canary));
    const error = await waiting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CrmError);
    expectNothingTold(error as CrmError, example.credential);
  });

  it('sends nothing with a credential that fits no header, and does not repeat it', async () => {
    server.answerWith(reply(200, {}));
    for (const credential of ['secret\r\nX-Evil: 1', 'secret “quoted”', 'secret\0']) {
      const error = (await connect(server.baseUrl, credential)
        .session()
        .catch((thrown: unknown) => thrown)) as CrmError;
      expect(error.safe).toEqual({ code: 'signed-out' });
      expectNothingTold(error, 'secret');
    }
    expect(server.seen).toEqual([]);
  });

  it('lets no ContactID of a host reach another address', async () => {
    server.answerWith(reply(404));
    for (const id of [
      '.',
      '..',
      '../session',
      '%2e%2e',
      'a/../../b',
      'a?b=c',
      'a#b',
      '//evil.example.com',
      '',
    ]) {
      await connect().getContact(id);
    }
    const folder = example.steps.getContact!.exchanges[0]!.request.path.replace(/[^/]*$/, '');
    for (const { url } of server.seen) {
      expect(url.startsWith(`/${folder}`)).toBe(true);
      expect(url.slice(folder.length + 1)).toMatch(/^[^/?#]+$/);
    }
  });

  it('drops what a lookup found beyond the identifier', async () => {
    const step = example.steps.findByIdentifier!;
    const text = JSON.stringify(step.exchanges.at(-1)!.response.body);
    server.answerWith(reply(200, text.replaceAll('+442079460123', '+442079460199')));
    expect(await step.call(connect())).toEqual([]);
  });
});

function expectRequest(
  seen: { method: string; url: string; body: string; headers: Record<string, unknown> },
  { request }: CrmExchange,
): void {
  expect(`${seen.method} ${seen.url}`).toBe(`${request.method} /${request.path}`);
  expect(seen.body === '' ? undefined : JSON.parse(seen.body)).toEqual(request.body);
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    expect(seen.headers[name.toLowerCase()]).toBe(value);
  }
  expect(seen.headers.cookie).toBeUndefined();
}

/** Nothing that a log could catch: not the credential, not the customer, not the address. */
function expectNothingTold(error: CrmError, credential: string): void {
  const told = [error.message, error.stack, JSON.stringify(error.safe), String(error.cause ?? '')].join('\n');
  expect(error.cause).toBeUndefined();
  for (const secret of [credential, 'CANARY', 'Solheim', 'Okafor', '2079460123', server.baseUrl]) {
    expect(told).not.toContain(secret);
  }
}

/** Waits for a condition without any timer, since timers are fake here. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen within 10 s.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
