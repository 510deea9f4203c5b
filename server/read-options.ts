import { parseArgs } from 'node:util';
import { isProxyRange } from './http/client-address.ts';
import { type Errand, errandFlags, readErrand } from './read-errand.ts';
import type { ServerOptions } from './start-server.ts';

export const usage = `Ringside companion CRM server

  --port N               port to listen on; 0 takes a free one (default 4180)
  --host ADDRESS         address to listen on (default 127.0.0.1)
  --data DIR             folder of the embedded database (default ./ringside-data)
  --no-fsync             leave writes in the system's memory for a while: quicker, but a
                         power cut may cost what was saved last (embedded database)
  --token T              service token for the extension; or RINGSIDE_TOKEN
  --embed-origin ORIGIN  page origin that may embed the widget; may be repeated
  --region CC            country in which national numbers are read, for a new workspace (default GB)
  --public-url URL       where agents reach it behind a proxy, such as https://crm.example.com
  --allow-host HOST      a further name it may be asked by, with or without a port; may be repeated
  --trusted-proxy ADDR   address or CIDR range of a proxy whose X-Forwarded-For counts; may be repeated
  --demo                 fill an empty database with a demo workspace, and let its agents in
  --help                 this text

These do one thing and end; while an embedded server runs, its API does the same (/api/agents):

  --add-agent "NAME <EMAIL>"
                         add an agent, or change name and password; the password comes
                         from RINGSIDE_PASSWORD or the standard input
  --profile PROFILE      with --add-agent: agent (default), reader or administrator
  --list-agents          who may sign in, or is kept from it
  --block-agent EMAIL    let an agent in no more, now and until --unblock-agent EMAIL
  --remove-agent EMAIL   remove an agent
  --list-tokens          the tokens that are good now
  --revoke-token ID      end one of them
  --revoke-tokens EMAIL  end all of an agent

  DATABASE_URL           a PostgreSQL database to use instead of --data`;

export interface CommandLine extends ServerOptions {
  /** What to do in place of serving. */
  errand?: Errand;
}

/** The flags as options, or `help`. Throws an error made for reading: what is wrong and what would be right. */
export function readOptions(
  args: string[],
  environment: Record<string, string | undefined>,
): CommandLine | 'help' {
  const flags = parse(args);
  if (flags.help) return 'help';
  const errand = readErrand(flags);
  const host = flags.host ?? '127.0.0.1';
  const token = flags.token ?? (environment.RINGSIDE_TOKEN || undefined);
  const databaseUrl = environment.DATABASE_URL || undefined;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://.');
  if (token !== undefined && !/^[\x21-\x7e]{1,512}$/.test(token))
    throw new Error('--token takes up to 512 visible characters, no spaces.');
  if (token !== undefined && token.length < 16 && !isLoopback(host))
    throw new Error(
      '--token needs 16 characters or more when the server listens beyond this machine (--host).',
    );
  return {
    port: readPort(flags.port ?? '4180'),
    host,
    data: flags.data ?? 'ringside-data',
    databaseUrl,
    fsync: !flags['no-fsync'],
    token,
    demo: flags.demo ?? false,
    embedOrigins: (flags['embed-origin'] ?? []).map(readOrigin),
    region: readRegion(flags.region ?? 'GB'),
    publicUrl: flags['public-url'] === undefined ? undefined : readPublicUrl(flags['public-url']),
    allowHosts: (flags['allow-host'] ?? []).map(readHost),
    trustedProxies: (flags['trusted-proxy'] ?? []).map(readProxy),
    ...(errand && { errand }),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        token: { type: 'string' },
        'embed-origin': { type: 'string', multiple: true },
        region: { type: 'string' },
        'public-url': { type: 'string' },
        'allow-host': { type: 'string', multiple: true },
        'trusted-proxy': { type: 'string', multiple: true },
        ...errandFlags,
        'no-fsync': { type: 'boolean' },
        demo: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    // The platform's text may repeat a value, and a value may be the token.
    const flag = /'(--?[a-z-]+)/i.exec(error instanceof Error ? error.message : '')?.[1];
    throw new Error(`${flag ?? 'A flag'} is not understood or lacks its value. See --help.`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Error('--port takes a number from 0 to 65535 (0 takes a free one).');
  return port;
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text)
    return text;
  throw new Error(
    `--embed-origin takes an exact origin such as https://desk.example.com, without a path: ${text}`,
  );
}

function readRegion(text: string): string {
  if (!/^[A-Z]{2}$/.test(text)) throw new Error('--region takes two capital letters, such as GB.');
  return text;
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`))
    return url.origin;
  throw new Error('--public-url takes an address without a path, such as https://crm.example.com.');
}

function readHost(text: string): string {
  if (/^(?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(text)) return text;
  throw new Error('--allow-host takes a name such as crm.example.com or crm.example.com:8443.');
}

function readProxy(text: string): string {
  if (isProxyRange(text)) return text;
  throw new Error('--trusted-proxy takes an address or a range, such as 10.0.0.7 or 10.0.0.0/8.');
}

/** Whether only this machine can reach it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
