import type * as z from 'zod/mini';
import type { Agent, Permission } from '../auth/agent.ts';
import type { Database } from '../database/database.ts';

/** What a route's `handle` gets. For a write `db` is the transaction that also keeps the reply. */
export interface RouteCall<Body> {
  db: Database;
  body: Body;
  /** The `:id` of the path; empty where there is none. */
  id: string;
  agent: Agent;
  /** The version in If-Match; empty where the route does not ask for one. */
  version: string;
  /** The bearer token's hash, for signing out. */
  tokenHash: string;
  /** The client's address (client-address.ts), for rate limits only. */
  address: string;
  /** The `Cookie` header. */
  cookies: string;
  /** Sends a `Set-Cookie` with the answer, where it is a success. */
  setCookie(cookie: string): void;
}

/**
 * One entry of the API: what it takes, who may use it, what it answers. The same entry validates, guards and describes
 * (open-api.ts), so that the three cannot differ.
 */
export interface Route<Body = unknown, Reply = unknown> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** In Hono's spelling, such as `/api/contacts/:id`. */
  path: string;
  summary: string;
  access: Permission | 'signed-in' | 'public';
  body?: z.ZodMiniType<Body>;
  /** null: an empty 204. */
  reply: z.ZodMiniType<Reply> | null;
  /** 200 where there is a reply. */
  status?: 201;
  /** Costs more than others: waits for its turn, and `db` is the way for searches. */
  search?: boolean;
  /** Needs an Idempotency-Key; runs in one transaction with its reply. */
  write?: boolean;
  /** Needs If-Match with the version that was read. */
  ifMatch?: boolean;
  /** The reply's ETag, where it is one versioned thing. */
  etag?: (reply: Reply) => string;
  handle(call: RouteCall<Body>): Promise<Reply>;
}

/** Keeps a route's types together while it is written, and lets routes of all types stand in one table. */
export function route<Body, Reply>(entry: Route<Body, Reply>): Route {
  // Sound: `handle` is only ever called with what `body` has parsed, and `etag` with what `handle` answered.
  return entry as unknown as Route;
}
