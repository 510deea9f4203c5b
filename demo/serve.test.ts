import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

async function serve(...args: string[]): Promise<number> {
  const script = fileURLToPath(new URL('serve.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const [line] = await once(child.stdout, 'data');
  return Number(/localhost:(\d+)/.exec(String(line))?.[1]);
}

/** `fetch` would tidy the path before it is sent. */
async function status(port: number, path: string, method = 'GET'): Promise<number | undefined> {
  const asked = request({ host: 'localhost', port, path, method }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

test('tells the page where the widget is', async () => {
  const port = await serve('--widget', 'http://127.0.0.1:4311/widget/');
  const reply = await fetch(`http://localhost:${port}/config.json`);
  expect(await reply.json()).toEqual({ widgetUrl: 'http://127.0.0.1:4311/widget/' });
});

test('serves nothing outside its folder and survives addresses that cannot be read', async () => {
  const port = await serve();
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/%',
    '/assets/../../x',
    '/assets',
  ])
    expect([path, await status(port, path)]).toEqual([path, 404]);
  expect(await status(port, '/', 'POST')).toBe(405);
  expect(await status(port, '/config.json')).toBe(200);
});
