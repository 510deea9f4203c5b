import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer, testToken } from './server-for-tests.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    publicUrl: 'https://crm.example.com',
    allowHosts: ['desk.example.com:8443', 'intern'],
  });
});
afterAll(() => server.close());

/** The status of a request as it stands, since `fetch` sets `Host` by itself. */
function ask(target: string, host: string | undefined, url = server.url): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const lines = [
        `GET ${target} HTTP/1.1`,
        ...(host === undefined ? [] : [`Host: ${host}`]),
        `Authorization: Bearer ${testToken}`,
        'Connection: close',
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('end', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
    socket.on('error', reject);
  });
}

const portOf = (url: string) => new URL(url).port;

describe('a request for', () => {
  it.each([
    'localhost',
    'localhost:9',
    'LOCALHOST',
    '127.0.0.1',
    '127.0.0.1:9',
    '[::1]',
    '[::1]:9',
    'crm.example.com',
    'crm.example.com:8443',
    'desk.example.com:8443',
    'intern',
    'intern:9',
  ])('%s is answered', async (host) => {
    expect(await ask('/api/contacts/C-1001', host)).toBe(200);
  });

  it.each([
    'rebound.example',
    'crm.example.com.rebound.example',
    'localhost.rebound.example',
    'desk.example.com',
    'desk.example.com:8444',
    '127.0.0.2',
    'localhost.',
  ])('%s is not, by any address', async (host) => {
    for (const path of ['/', '/api/contacts/C-1001', '/api/health', '/widget/', '/sign-in', '/nothing'])
      expect([path, await ask(path, host)]).toEqual([path, 421]);
  });

  it.each(['2130706433', '127.1', '[::ffff:127.0.0.1]'])('%s is no way around', async (host) => {
    expect([400, 421]).toContain(await ask('/api/contacts/C-1001', host));
  });

  it('another host in an address sent in full is not, whatever Host says', async () => {
    const own = `127.0.0.1:${portOf(server.url)}`;
    expect(await ask(`http://${own}/api/health`, own)).toBe(200);
    expect(await ask('http://rebound.example/api/health', own)).toBe(421);
    expect(await ask(`http://${own}/api/health`, 'rebound.example')).toBe(421);
  });

  it('nobody is not', async () => {
    expect(await ask('/api/health', undefined)).toBe(400);
    expect(await ask('/api/health', '')).toBeGreaterThanOrEqual(400);
  });
});

it('says what to do, and not what it was asked for', async () => {
  const { request } = await import('node:http');
  const text = await new Promise<string>((resolve, reject) => {
    request(`${server.url}/api/health`, { headers: { Host: 'rebound.example' } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve(body));
    })
      .on('error', reject)
      .end();
  });
  expect(JSON.parse(text)).toMatchObject({ status: 421, code: 'invalid' });
  expect(text).toContain('--allow-host');
  expect(text).not.toContain('rebound.example');
});

it('answers on the address of the machine at which it was reached', async () => {
  const everywhere = await startTestServer({ host: '0.0.0.0' });
  const url = `http://127.0.0.2:${portOf(everywhere.url)}`;
  expect(await ask('/api/health', new URL(url).host, url)).toBe(200);
  expect(await ask('/api/health', 'rebound.example', url)).toBe(421);
  await everywhere.close();
});
