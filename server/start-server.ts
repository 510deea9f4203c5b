import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Rate } from './auth/rate-limit.ts';
import { dropExpiredTokens } from './auth/tokens.ts';
import { createApp } from './create-app.ts';
import { initialiseSecret, initialiseWorkspace } from './database/configuration.ts';
import type { Database, OpenDatabase } from './database/database.ts';
import { defaultWorkspace } from './database/default-workspace.ts';
import { migrate } from './database/migrate.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { dropOldReplies } from './http/execute-once.ts';

export interface ServerOptions {
  /** Folder of the embedded database; `memory://` for one that is gone at the end. */
  data: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string | undefined;
  /** Whether the embedded database has a write on disk before it is answered; default true. */
  fsync?: boolean | undefined;
  /** Called where the embedded database is lost; default: the process ends. */
  onLost?: DatabaseOptions['onLost'];
  /** 0 takes a free one. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string | undefined;
  /** The service token; without it only agents can sign in. */
  token?: string | undefined;
  /** Fill an empty database with the demo workspace, and prefill the sign-in page. */
  demo?: boolean | undefined;
  /** Exact origins that may embed the widget. */
  embedOrigins?: string[] | undefined;
  /** Folder of the built widget; default `.output/widget` of the working folder. */
  widgetFolder?: string | undefined;
  /** ISO 3166-1 alpha-2 in which national numbers are read; used when the workspace is made. Default GB. */
  region?: string | undefined;
  /** Names by which the server may be asked, besides this machine's for itself and `host`: `host` or `host:port`. */
  allowHosts?: string[] | undefined;
  /** Where agents reach it, such as `https://crm.example.com`; its host is allowed. */
  publicUrl?: string | undefined;
  /** Addresses and CIDR ranges of proxies whose `X-Forwarded-For` counts. */
  trustedProxies?: string[] | undefined;
  /** Requests of one token; a test makes it small. */
  rate?: Rate | undefined;
  /** Epoch milliseconds: the clock of the limits, for tests. */
  now?: (() => number) | undefined;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4180`. */
  url: string;
  /** For tests and tools in the same process. */
  db: Database;
  close(): Promise<void>;
}

const aDay = 24 * 3_600_000;
const aMinute = 60_000;

/** Opens the database, brings it up to date, and listens. Throws an error made for reading where it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const database = await openDatabase(options);
  const { db, close: closeDatabase } = database;
  try {
    await migrate(db);
    await initialiseSecret(db);
    if (options.demo) await seedDemo(db);
    await initialiseWorkspace(db, defaultWorkspace(options.region ?? 'GB'));
    await sweep(db);
    await database.maintain();
    const server = await listen(database, options);
    const sweeping = setInterval(() => void sweep(db).catch(() => {}), aDay);
    sweeping.unref();
    const maintaining = setInterval(() => void database.maintain().catch(() => {}), aMinute);
    maintaining.unref();
    return {
      url: urlOf(server, options.host),
      db,
      async close() {
        clearInterval(sweeping);
        clearInterval(maintaining);
        await closeServer(server);
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

async function sweep(db: Database): Promise<void> {
  await dropOldReplies(db);
  await dropExpiredTokens(db);
}

function listen(database: OpenDatabase, options: ServerOptions): Promise<Server> {
  const { port, host = '127.0.0.1', publicUrl } = options;
  const publicHosts = publicUrl === undefined ? [] : [new URL(publicUrl).host];
  const app = createApp({
    database,
    token: options.token,
    demo: options.demo ?? false,
    embedOrigins: options.embedOrigins ?? [],
    widgetFolder: options.widgetFolder ?? '.output/widget',
    hosts: [host.includes(':') ? `[${host}]` : host, ...publicHosts, ...(options.allowHosts ?? [])],
    trustedProxies: options.trustedProxies ?? [],
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    ...(options.rate && { rate: options.rate }),
    ...(options.now && { now: options.now }),
  });
  return new Promise((resolve, reject) => {
    // Without TLS options it is always a plain http server.
    const server = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(server)) as Server;
    server.requestTimeout = 30_000;
    server.on('error', (error) => reject(listenError(error, host, port)));
  });
}

function listenError(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Error(
      `Port ${port} is in use by another program. Choose another --port, or 0 for a free one.`,
    );
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be used by this user. Choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`This machine has no address ${host}: check --host.`);
  return error;
}

function urlOf(server: Server, host = '127.0.0.1'): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Lets running requests end, for at most two seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
