import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { hashToken } from '../auth/tokens.ts';
import type { Database } from '../database/database.ts';
import type { Admission } from './admission.ts';
import type { ClientAddress } from './client-address.ts';
import { executeOnce } from './execute-once.ts';
import { Problem } from './problem.ts';
import { readJson } from './read-json.ts';
import type { Route, RouteCall } from './route.ts';
import type { SearchTurns } from './search-turns.ts';

export interface Mounting {
  db: Database;
  /** The way for searches. */
  searches: Database;
  turns: SearchTurns;
  admission: Admission;
  clientAddress: ClientAddress;
}

const storableId = /^[\w.-]{1,256}$/;

/** Puts one route of the table into the app: admission, validation, exactly-once, in this order. */
export function mountRoute(app: Hono, entry: Route, mounting: Mounting): void {
  const answer = async (c: Context): Promise<Response> => {
    const address = mounting.clientAddress(c);
    const tokenHash = hashOfBearer(c);
    const agent = await mounting.admission.admit({ tokenHash, address, access: entry.access });
    const cookies: string[] = [];
    const key = entry.write ? idempotencyKey(c) : '';
    const text = entry.body ? await readText(c) : '';
    const call: Omit<RouteCall<unknown>, 'db'> = {
      agent,
      tokenHash,
      address,
      cookies: c.req.header('Cookie') ?? '',
      setCookie: (cookie) => cookies.push(cookie),
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
    if (!entry.write) {
      const response = reply(entry, await entry.handle({ ...call, db: mounting.db }));
      for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
      return response;
    }
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
    .map((issue) => [issue.path.join('.').slice(0, 128) || 'body', 'not-valid']);
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
