import { expect, it } from 'vitest';
import { readOptions } from './read-options.ts';

it('takes every flag', () => {
  const flags =
    '--port 0 --host ::1 --data d --no-fsync --token T --demo --region FR --embed-origin http://localhost:1 ' +
    '--public-url https://crm.example.com/ --allow-host intern:1 --trusted-proxy 10.0.0.0/8 --trusted-proxy ::1';
  expect(readOptions([...flags.split(' '), '--embed-origin', 'https://desk.example.com'], {})).toEqual({
    ...{ port: 0, host: '::1', data: 'd', token: 'T', demo: true, region: 'FR', databaseUrl: undefined },
    embedOrigins: ['http://localhost:1', 'https://desk.example.com'],
    publicUrl: 'https://crm.example.com',
    allowHosts: ['intern:1'],
    trustedProxies: ['10.0.0.0/8', '::1'],
    fsync: false,
  });
  expect(readOptions([], {})).toMatchObject({ fsync: true });
});

it('reads token and database from the environment, the flag winning', () => {
  const environment = { RINGSIDE_TOKEN: 'from-environment', DATABASE_URL: 'postgres://localhost/x' };
  expect(readOptions([], environment)).toMatchObject({
    ...{ token: 'from-environment', databaseUrl: 'postgres://localhost/x', port: 4180, host: '127.0.0.1' },
  });
  expect(readOptions(['--token', 'from-flag'], environment)).toMatchObject({ token: 'from-flag' });
});

it.each([
  [['--port', '65536'], '--port'],
  [['--port', 'x'], '--port'],
  [['--port', '-1'], '--port'],
  [['--port'], '--port'],
  [['--prot', '1'], '--prot'],
  [['stray'], '--help'],
  [['--embed-origin', 'desk.example.com'], '--embed-origin'],
  [['--embed-origin', 'https://desk.example.com/'], '--embed-origin'],
  [['--embed-origin', '*'], '--embed-origin'],
  [['--embed-origin', "https://a.example; script-src 'unsafe-inline'"], '--embed-origin'],
  [['--embed-origin', 'null'], '--embed-origin'],
  [['--region', 'France'], '--region'],
  [['--token', 'with space'], '--token'],
  [['--token', ''], '--token'],
  [['--host', '0.0.0.0', '--token', 'short'], '--token'],
  [['--add-agent', 'ana@example.com'], '--add-agent'],
  [['--add-agent', 'Ana <ana@example.com>', '--profile', 'root'], '--profile'],
  [['--profile', 'agent'], '--profile'],
  [['--block-agent', 'Ana'], '--block-agent'],
  [['--list-agents', '--list-tokens'], '--list-tokens'],
  [['--public-url', 'https://crm.example.com/crm'], '--public-url'],
  [['--public-url', 'crm.example.com'], '--public-url'],
  [['--allow-host', 'https://crm.example.com'], '--allow-host'],
  [['--allow-host', '*'], '--allow-host'],
  [['--trusted-proxy', 'proxy.example.com'], '--trusted-proxy'],
  [['--trusted-proxy', '10.0.0.0/33'], '--trusted-proxy'],
])('refuses %j and names the flag', (args, flag) => {
  expect(() => readOptions(args, {})).toThrow(flag);
});

it.each([
  [
    ['--add-agent', ' Ana Duarte <ana@example.com>'],
    { task: 'add-agent', name: 'Ana Duarte', email: 'ana@example.com' },
  ],
  [
    ['--add-agent', 'A <a@b>', '--profile', 'reader'],
    { task: 'add-agent', name: 'A', email: 'a@b', profile: 'reader' },
  ],
  [['--list-agents'], { task: 'list-agents' }],
  [['--unblock-agent', 'a@b'], { task: 'unblock-agent', email: 'a@b' }],
  [['--revoke-token', 'abc'], { task: 'revoke-token', id: 'abc' }],
])('reads %j as something to do in place of serving', (args, errand) => {
  expect(readOptions(args, {})).toMatchObject({ errand });
});

it('refuses an address of another kind of database without repeating it', () => {
  expect(() => readOptions([], { DATABASE_URL: 'mysql://user:secret@host/x' })).toThrow(
    /^DATABASE_URL(?!.*secret)/,
  );
});

it('does not repeat a token that was put in the wrong place', () => {
  expect(() => readOptions(['--demo=my-secret-token'], {})).toThrow(/^--demo(?!.*secret)/);
  expect(() => readOptions(['my-secret-token'], {})).toThrow(/^(?!.*secret)/);
});
