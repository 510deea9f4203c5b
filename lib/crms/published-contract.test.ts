import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCrmConnector } from './connectors.ts';
import type { CrmExample, CrmExchange } from './crm-example-for-tests.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { prismMissing, startPrism, type Violation } from './http/prism-for-tests.ts';
import { example as intercom } from './intercom/example.ts';
import { example as zoho } from './zoho/example.ts';

/** Connectors whose vendor publishes a contract that may be checked against, and the name of its file. */
const published: { id: string; example: CrmExample; file: string }[] = [
  { id: 'zoho', example: zoho, file: 'zoho-crm.json' },
  { id: 'intercom', example: intercom, file: 'intercom.json' },
];

describe.each(published)('the contract of $id', ({ id, example, file }) => {
  const connector = findCrmConnector(id)!;
  const missing = prismMissing(file);
  const steps = Object.entries(example.steps);
  let prism: Awaited<ReturnType<typeof startPrism>>;
  beforeAll(async () => {
    if (missing === undefined) prism = await startPrism(file);
  }, 90_000);
  afterAll(() => prism?.stop());

  /** Every request goes to Prism to be checked, and is then answered as the example has it. */
  async function violationsOf(call: (typeof steps)[number][1]) {
    const left: CrmExchange[] = [...(example.opening ?? []), ...call.exchanges];
    const violations: Violation[] = [];
    let requests = 0;
    const checked: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = await request.text();
      const path = `${pathname.slice(1)}${search}`;
      const { method } = request;
      const headers = Object.fromEntries(request.headers);
      violations.push(...(await prism.check(method, path, { headers, body })));
      requests += 1;
      const seen = { method, url: `/${path}`, headers: {}, body };
      const at = left.findIndex((exchange) => matches(seen, exchange));
      const [exchange] = left.splice(at, at < 0 ? 0 : 1);
      if (!exchange) return new Response('', { status: 500 });
      const answer = exchange.response;
      return new Response(answer.status === 204 ? null : JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'Content-Type': 'application/json', ...answer.headers },
      });
    };
    const settings = connector.settings.parse(example.settings(prism.baseUrl));
    const crm = connector.connect({ settings, credential: example.credential, fetch: checked });
    // What the contract has against a request says more than what becomes of it.
    const failure = await call.call(crm).then(
      () => undefined,
      (error: unknown) => error,
    );
    return { violations, requests, failure };
  }

  it.for(steps)('takes every request of %s', async ([, step], { skip }) => {
    if (missing !== undefined) skip(missing);
    const { violations, requests, failure } = await violationsOf(step);
    expect(violations).toEqual([]);
    expect(failure).toBeUndefined();
    expect(requests).toBeGreaterThanOrEqual(step.exchanges.length);
  });
});
