import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from './auth/demo-agents.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

interface Operation {
  operationId: string;
  parameters: { in: string; name: string }[];
  responses: Record<string, unknown>;
}

let server: TestServer;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-widget-'));
  mkdirSync(join(folder, 'widget'));
  writeFileSync(join(folder, 'widget', 'index.html'), '<!doctype html><title>Widget</title>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await startTestServer({
    widgetFolder: join(folder, 'widget'),
    embedOrigins: ['http://localhost:5000', 'https://desk.example.com'],
  });
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

describe('every error', () => {
  it.each([
    ['an unknown address', 'get', '/api/nothing', undefined, {}, 404, 'not-found'],
    ['an unknown page', 'get', '/sign-up', undefined, {}, 404, 'not-found'],
    ['another method', 'patch', '/api/contacts/lookup/x', {}, {}, 404, 'not-found'],
    ['no JSON', 'post', '/api/contacts/search', '{', {}, 400, 'invalid'],
    ['another shape', 'post', '/api/contacts/search', { query: 1 }, {}, 422, 'invalid'],
    [
      'another kind',
      'post',
      '/api/contacts/search',
      'query=1',
      { 'Content-Type': 'text/plain' },
      415,
      'invalid',
    ],
    ['a bad key', 'post', '/api/contacts', {}, { 'Idempotency-Key': 'with space' }, 400, 'invalid'],
    ['no If-Match', 'patch', '/api/contacts/C-1001', {}, {}, 428, 'invalid'],
    ['a bad If-Match', 'patch', '/api/contacts/C-1001', {}, { 'If-Match': '"a", "b"' }, 400, 'invalid'],
    ['deep JSON', 'post', '/api/contacts/search', '['.repeat(5_000) + ']'.repeat(5_000), {}, 400, 'invalid'],
    ['a large body', 'post', '/api/contacts/search', `"${'x'.repeat(131_071)}"`, {}, 413, 'invalid'],
  ] as const)('is problem+json: %s', async (_what, method, path, body, headers, status, code) => {
    const reply =
      method === 'get' ? await server.client.get(path) : await server.client[method](path, body, headers);
    expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
    expect(reply.body).toMatchObject({ type: 'about:blank', status, code, title: expect.any(String) });
    expect(reply.status).toBe(status);
  });

  it('asks for a bearer token in the words of HTTP', async () => {
    for (const token of [undefined, 'wrong']) {
      const reply = await testClient(server.url, token).get('/api/session');
      expect([reply.status, reply.body.code]).toEqual([401, 'signed-out']);
      expect(reply.headers.get('WWW-Authenticate')).toBe('Bearer');
    }
  });

  it('stops reading a body without a length at 128 kB', async () => {
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${server.url}/api/contacts/search`, {
        method: 'POST',
        headers: { Authorization: 'Bearer service-token-for-tests', 'Content-Type': 'application/json' },
      });
      sending.on('response', (response) => resolve(response.resume().statusCode));
      sending.on('error', reject);
      for (let sent = 0; sent < 20; sent += 1) sending.write('x'.repeat(65_536));
      sending.end();
    });
    expect(status).toBe(413);
  });
});

describe('headers', () => {
  it('make no markup of text, and keep pages of others out of the window', async () => {
    const opener: Record<string, string> = {
      '/': 'same-origin',
      '/api/openapi.json': 'same-origin',
      '/nothing': 'same-origin',
      '/widget/': 'same-origin-allow-popups',
      // Its opener is framed by a page of another origin; the page itself looks at who opened it.
      '/sign-in': 'unsafe-none',
    };
    for (const [path, expected] of Object.entries(opener)) {
      const { headers } = await fetch(server.url + path);
      const policy = headers.get('Content-Security-Policy');
      expect([path, policy]).toEqual([path, expect.stringContaining("require-trusted-types-for 'script'")]);
      expect([path, policy]).toEqual([path, expect.stringContaining("trusted-types 'none'")]);
      expect([path, headers.get('Cross-Origin-Opener-Policy')]).toEqual([path, expected]);
    }
  });

  it('let nobody frame, guess, or read across origins', async () => {
    for (const path of ['/', '/api/health', '/api/session', '/nothing', '/sign-in']) {
      const { headers } = await fetch(server.url + path, { headers: { Origin: 'https://evil.example' } });
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
    const preflight = await fetch(`${server.url}/api/contacts`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('the widget', () => {
  it('may be framed by the configured pages only', async () => {
    const page = await fetch(`${server.url}/widget/`);
    expect(await page.text()).toContain('Widget');
    expect(page.headers.get('Content-Type')).toContain('text/html');
    const policy = page.headers.get('Content-Security-Policy');
    expect(policy).toContain('frame-ancestors http://localhost:5000 https://desk.example.com');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    const config = await fetch(`${server.url}/widget/config.json`);
    expect(await config.json()).toEqual({
      embedOrigins: ['http://localhost:5000', 'https://desk.example.com'],
      signInUrl: '/sign-in',
    });
  });

  it('leads to no file beside it', async () => {
    for (const path of ['/widget/../secret.txt', '/widget/%2e%2e/secret.txt', '/widget/..%2fsecret.txt']) {
      const text = await new Promise<string>((resolve, reject) => {
        // fetch would shorten the path before it is sent.
        const { hostname, port } = new URL(server.url);
        request({ hostname, port, path }, (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve(body));
        })
          .on('error', reject)
          .end();
      });
      expect(text).not.toBe('secret');
      expect(JSON.parse(text).status).toBe(404);
    }
  });
});

describe('the address that the server prints', () => {
  const get = (accept?: string) =>
    fetch(`${server.url}/`, { ...(accept && { headers: { Accept: accept } }) });

  it('answers a person with a page whose links lead somewhere', async () => {
    const reply = await get('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');
    const html = await reply.text();
    expect(reply.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('is running');
    expect(html).not.toMatch(/<script|\son\w+=|style=/);
    const targets = [...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path]) => path);
    expect(targets).toEqual(expect.arrayContaining(['/widget/', '/api/openapi.json', '/api/health']));
    for (const path of targets) expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
  });

  it('answers a program that asks for JSON with the same links', async () => {
    const reply = await get('application/json');
    expect(reply.headers.get('Vary')).toBe('Accept, Accept-Language');
    const { links } = await reply.json();
    for (const path of Object.values<string>(links))
      expect((await fetch(server.url + path)).status).toBe(200);
    expect((await get()).headers.get('Content-Type')).toContain('text/html');
  });

  it('says what the demo is in the demo only', async () => {
    expect(await (await get()).text()).toContain('data-demo="true"');
    const plain = await startTestServer({ demo: false });
    expect(await (await fetch(plain.url)).text()).toContain('data-demo="false"');
    await plain.close();
  });
});

describe('the sign-in page', () => {
  it('has no inline script and may not be framed', async () => {
    const page = await fetch(`${server.url}/sign-in`);
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/);
    const policy = page.headers.get('Content-Security-Policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(server.url + path)).status).toBe(200);
    }
  });

  it('knows the demo agent in the demo only', async () => {
    expect((await server.client.get('/sign-in/prefill.json')).body).toEqual({
      email: 'ana@example.com',
      password: demoPassword,
    });
    const plain = await startTestServer({ demo: false });
    expect((await plain.client.get('/sign-in/prefill.json')).body).toEqual({});
    expect((await plain.client.get('/sign-in')).body).toContain('data-demo="false"');
    await plain.close();
  });
});

describe('limits', () => {
  it('hold one token back and not another', async () => {
    const small = await startTestServer({ rate: { burst: 3, perSecond: 0.001 } });
    const statuses: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await small.client.get('/api/session')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await testClient(small.url, 'other').get('/api/session')).status).toBe(401);
    await small.close();
  });
});

it('describes itself in OpenAPI 3.1 with every route, from the schemas that validate', async () => {
  const { body } = await server.client.get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  expect(Object.keys(body.paths).sort()).toEqual([
    '/api/agents',
    '/api/agents/{id}',
    '/api/agents/{id}/tokens',
    '/api/assignments/{id}/undo',
    '/api/contacts',
    '/api/contacts/lookup',
    '/api/contacts/search',
    '/api/contacts/{id}',
    '/api/contacts/{id}/identifiers',
    '/api/health',
    '/api/session',
    '/api/sign-in',
    '/api/sign-out',
    '/api/tokens/{id}',
    '/api/workspace',
  ]);
  const operations = Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation.parameters;
    expect(parameters.filter((item) => item.in === 'path').map(({ name }) => name)).toEqual(named);
    expect(Object.keys(operation.responses)).toContain('default');
  }
  for (const [, reference] of JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)) {
    expect(reference).toBe('#/components/schemas/Problem');
  }
  const create = body.paths['/api/contacts'].post;
  expect(create.parameters.map(({ name }: { name: string }) => name)).toEqual(['Idempotency-Key']);
  expect(create.requestBody.content['application/json'].schema.required).toEqual([
    'name',
    'identifiers',
    'fields',
  ]);
});
