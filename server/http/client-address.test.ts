import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { createClientAddress, isProxyRange } from './client-address.ts';

async function clientOf(peer: string, forwarded: string | undefined, trusted: string[]): Promise<string> {
  const app = new Hono();
  const clientAddress = createClientAddress(trusted);
  app.get('/', (c) => c.text(clientAddress(c)));
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  const incoming = { socket: { remoteAddress: peer } };
  return (await app.request('/', { headers }, { incoming })).text();
}

it.each([
  ['without a proxy it is the peer', '203.0.113.7', undefined, [], '203.0.113.7'],
  ['a stranger’s header is not read', '203.0.113.7', '198.51.100.1', ['10.0.0.0/8'], '203.0.113.7'],
  ['of a proxy the client counts', '10.0.0.7', '198.51.100.1', ['10.0.0.7'], '198.51.100.1'],
  ['a range counts', '10.1.2.3', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
  [
    'the right-most is whom our proxy heard',
    '10.0.0.7',
    '1.1.1.1, 198.51.100.1',
    ['10.0.0.7'],
    '198.51.100.1',
  ],
  [
    'proxies of ours in a row are passed over',
    '10.0.0.7',
    '1.1.1.1,198.51.100.1, 10.0.0.8',
    ['10.0.0.0/8'],
    '198.51.100.1',
  ],
  ['no header, so the proxy itself', '10.0.0.7', undefined, ['10.0.0.7'], '10.0.0.7'],
  ['what is no address ends the search', '10.0.0.7', '198.51.100.1, unknown', ['10.0.0.7'], '10.0.0.7'],
  ['a port is no part of it', '10.0.0.7', '198.51.100.1:4711', ['10.0.0.7'], '198.51.100.1'],
  [
    'IPv4 in the dress of IPv6 is IPv4',
    '::ffff:10.0.0.7',
    '::ffff:198.51.100.1',
    ['10.0.0.7'],
    '198.51.100.1',
  ],
  ['IPv6 counts by its network', '::1', '[2001:DB8::5:0:0:9]:443', ['::1'], '2001:db8:0:0::/64'],
  ['a short IPv6 too', 'fe80::1%eth0', undefined, [], 'fe80:0:0:0::/64'],
])('%s', async (_what, peer, forwarded, trusted, client) => {
  expect(await clientOf(peer, forwarded, trusted)).toBe(client);
});

it.each(['10.0.0.7', '10.0.0.0/8', '::1', 'fd00::/8'])('%s names proxies', (text) => {
  expect(isProxyRange(text)).toBe(true);
});

it.each(['', 'proxy.example.com', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', 'fd00::/129', '*'])(
  '%j does not',
  (text) => {
    expect(isProxyRange(text)).toBe(false);
  },
);
