import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { type Agent, type Permission, serviceAgent } from '../auth/agent.ts';
import { findAgentByToken, hashToken } from '../auth/tokens.ts';
import type { Database } from '../database/database.ts';
import { executeOnce } from './execute-once.ts';
import { Problem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import type { Route, RouteCall } from './route.ts';
import type { SearchTurns } from './search-turns.ts';

export interface Mounting {
  db: Database;
  /** The way for searches. */
  searches: Database;
  turns: SearchTurns;
  /** Hash of the command line's token. */
  serviceTokenHash: string | undefined;
  rateLimit: RateLimit;
}

const nobody: Agent = { id: '', name: '', permissions: [] };
const storableId = /^[\w.-]{1,256}$/;

/** Puts one route of the table into the app: rate limit, sign-in, permission, validation, exactly-once, in this order. */
export function mountRoute(app: Hono, entry: Route, mounting: Mounting): void {
  const answer = async (c: Context): Promise<Response> => {
    const address = getConnInfo(c).remote.address ?? '';
    const tokenHash = hashOfBearer(c);
    mounting.rateLimit.take(tokenHash === '' ? `address ${address}` : tokenHash);
    const agent = entry.access === 'public' ? nobody : await signedIn(mounting, tokenHash);
    if (!isAllowed(agent, entry.access)) throw new Problem(403);
    const key = entry.write ? idempotencyKey(c) : '';
    const text = entry.body ? await readText(c) : '';
    const call: Omit<RouteCall<unknown>, 'db'> = {
      agent,
      tokenHash,
      address,
      id: pathId(c),
      version: entry.ifMatch ? ifMatch(c) : '',
      body: entry.body ? parseBody(entry.body, text) : undefined,
    };
    if (entry.search) {
      // Many may act as Service.
      const { turns, searches } = mounting;
      return turns.search(`${agent.id} ${address}`, c.req.raw.signal, async () =>
        reply(entry, await entry.handle({ ...call, db: searches })),
      );
    }
    if (!entry.write) return reply(entry, await entry.handle({ ...call, db: mounting.db }));
    const once = {
      agentId: agent.id,
      key,
      parts: [entry.method, entry.path, call.id, call.version, text],
    };
    const kept = await executeOnce(mounting.db, once, async (tx) => {
      const response = reply(entry, await entry.handle({ ...call, db: tx }));
      return { status: response.status, body: await response.text() };
    });
    return reply(entry, kept.body === '' ? undefined : JSON.parse(kept.body), kept.repeated);
  };
  app.on(entry.method.toUpperCase(), entry.path, (c) =>
    entry.search ? answer(c) : mounting.turns.letPass(() => answer(c)),
  );
}

async function signedIn({ db, serviceTokenHash }: Mounting, tokenHash: string): Promise<Agent> {
  if (tokenHash === '') throw new Problem(401);
  if (tokenHash === serviceTokenHash) return serviceAgent;
  const agent = await findAgentByToken(db, tokenHash);
  if (agent === undefined) throw new Problem(401);
  return agent;
}

/** The one place that decides who may use a route. */
function isAllowed(agent: Agent, access: Permission | 'signed-in' | 'public'): boolean {
  return access === 'public' || access === 'signed-in' || agent.permissions.includes(access);
}

function hashOfBearer(c: Context): string {
  const token = /^Bearer +(\S{1,512})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  return token === undefined ? '' : hashToken(token);
}

/** Ids are made by this server; one that it would never make belongs to nobody. */
function pathId(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (id !== '' && !storableId.test(id)) throw new Problem(404);
  return id;
}

function ifMatch(c: Context): string {
  const header = c.req.header('If-Match');
  if (header === undefined) throw new Problem(428);
  const version = /^"?([\w.-]{1,64})"?$/.exec(header.trim())?.[1];
  if (version === undefined) throw new Problem(400, { detail: 'If-Match takes one ETag.' });
  return version;
}

function idempotencyKey(c: Context): string {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem(400, { detail: 'A write needs an Idempotency-Key of 1 to 255 visible characters.' });
  }
  return key;
}

async function readText(c: Context): Promise<string> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) throw new Problem(415);
  return c.req.text();
}

function parseBody(schema: z.ZodMiniType, text: string): unknown {
  const result = z.safeParse(schema, readJson(text));
  if (result.success) return result.data;
  const fields = result.error.issues
    .slice(0, 20)
    .map((issue) => [issue.path.join('.').slice(0, 128) || 'body', 'Not valid']);
  throw new Problem(422, { fields: Object.fromEntries(fields) });
}

function reply(entry: Route, body: unknown, repeated = false): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (repeated) headers.set('Idempotency-Replayed', 'true');
  if (entry.reply === null) return new Response(null, { status: 204, headers });
  if (entry.etag) headers.set('ETag', `"${entry.etag(body)}"`);
  headers.set('Content-Type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(body), { status: entry.status ?? 200, headers });
}
