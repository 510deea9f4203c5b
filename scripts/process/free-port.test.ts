import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, freePortFrom } from './free-port.ts';

test('the first free port from one on is neither one that is listened on nor one that is taken', async () => {
  const wanted = await freePort();
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const next = await freePortFrom(wanted);
  expect(next).toBeGreaterThan(wanted);
  expect(await freePortFrom(wanted, [next])).toBeGreaterThan(next);
});
