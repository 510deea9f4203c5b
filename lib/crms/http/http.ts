import ky, { type KyInstance } from 'ky';
import * as z from 'zod/mini';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import { errandOf } from '../../domain/interaction/errand.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpAuth } from './http-auth.ts';
import { inTime } from './in-time.ts';
import { inTurn } from './in-turn.ts';
import { createJoinedReads } from './joined-reads.ts';
import { decodeAnswer, type Received, receive } from './receive.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Traffic } from './traffic.ts';
import { untilAborted } from './until-aborted.ts';

export interface HttpOptions {
  /** As parseBaseUrl spells it. */
  baseUrl: string;
  /** Authorization and the like, sent with every request. */
  headers: Record<string, string>;
  /** Where signing in is a request of its own. A 401 has it sign in once more, and the request is sent again. */
  auth?: HttpAuth | undefined;
  /** Of the connection. Left out only for requests that belong to none. */
  traffic?: Traffic | undefined;
  /** How this CRM says no, where its status alone does not tell; undefined leaves it to the status. Never its words. */
  refusal?: ((answer: HttpAnswer) => SafeCrmError | undefined) | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

export interface HttpRequest<Reply> {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete' | 'options' | 'propfind' | 'report';
  /** Below the base URL, without a leading slash. Never customer data: what comes from outside goes in by encodeURIComponent. */
  path: string;
  /** Holds customer data only where the CRM takes searches in no other way (`searchesInAddress`). */
  query?: Record<string, string> | undefined;
  json?: unknown;
  /** A body that is not JSON, such as a form or XML. */
  body?: { type: string; text: string } | undefined;
  headers?: Record<string, string>;
  /** Reads an answer that is not JSON; it may throw CrmError. `reply` checks what comes of it. */
  decode?: ((answer: HttpAnswer) => unknown) | undefined;
  reply: z.ZodMiniType<Reply>;
  /** Bytes of the answer at most; 1 MB where nothing is said. */
  largest?: number;
  /** The connector's rate for searches counts too. */
  search?: boolean;
  signal?: AbortSignal | undefined;
}

export interface Http {
  /** May be sent again by itself, twice at most, within 8 s in all. The same read under way is joined. */
  read<Reply>(request: HttpRequest<Reply>): Promise<Reply>;
  /** Is sent once; an answer is waited for up to 20 s. */
  write<Reply>(request: HttpRequest<Reply>): Promise<Reply>;
}

const readTimeoutMs = 8_000;
const writeTimeoutMs = 20_000;
/** Another page may be signing in already, and its turn comes first. */
const signInTimeoutMs = 25_000;
const mostRetries = 2;
/** A CRM that asks for a longer pause gets it from whoever asked: the view says when it is tried again. */
const longestPauseMs = 2_000;
/** ky's own type lists no methods of WebDAV. */
const readingMethods = ['get', 'post', 'options', 'propfind', 'report'] as ('get' | 'post')[];
const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * The only way to a CRM. Follows no redirect, sends no cookie, reads at most 1 MB unless told otherwise, and lets nothing through that is not
 * the JSON it was promised. Throws CrmError and nothing else; its text names the code alone (T10, T12, T13).
 * An abort by the caller's own signal throws `unreachable`.
 */
export function createHttp(options: HttpOptions): Http {
  const api = ky.create({
    headers: options.headers,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    throwHttpErrors: false,
    // The time limit below covers the body too, which ky's own does not.
    timeout: false,
    ...(options.fetch && { fetch: options.fetch }),
  });
  const reading = api.extend({
    retry: { limit: mostRetries, methods: readingMethods, jitter: true },
    hooks: {
      afterResponse: [
        ({ response, retryCount }) => {
          const delay = retryCount < mostRetries ? pauseBefore(response, retryCount) : undefined;
          return delay === undefined ? undefined : ky.retry({ delay });
        },
      ],
    },
  });
  const writing = api.extend({ retry: 0 });
  const counted: Pick<Traffic, 'writes'> = options.traffic ?? { writes: 0 };
  const joined = createJoinedReads<Received>();
  return {
    async read(request) {
      let mine: Received | undefined;
      const received = await joined(keyOf(request, counted.writes), request.signal, async (signal) => {
        mine = await sendSigned(reading, options, { ...request, signal }, readTimeoutMs);
        return mine;
      });
      // Who joined reads the answer for itself, so that no two callers hold the same objects.
      return check(mine ?? { ...received, value: decodeAnswer(received.answer, request) }, request);
    },
    async write(request) {
      try {
        return check(await sendSigned(writing, options, request, writeTimeoutMs), request);
      } finally {
        counted.writes += 1;
      }
    },
  };
}

/** Reads with the same key are the same request, to be answered from the same state of the CRM. */
function keyOf(request: HttpRequest<unknown>, writes: number): string {
  const { method, path, query, json, body, headers, largest } = request;
  return JSON.stringify([writes, method, path, query, json, body, headers, largest]);
}

/** How long to wait before a read is sent again; undefined where it is not. Full jitter, unless the CRM says when. */
function pauseBefore(response: Response, retryCount: number): number | undefined {
  if (!retriedStatuses.includes(response.status)) return undefined;
  const asked = parseRetryAfter(response.headers.get('Retry-After'), Date.now());
  if (asked === undefined) return Math.random() * 300 * 2 ** retryCount;
  return asked <= longestPauseMs ? asked : undefined;
}

/** A 401 had no effect, so that even a write may be sent again by whoever has signed in anew. */
async function sendSigned(
  client: KyInstance,
  options: HttpOptions,
  request: HttpRequest<unknown>,
  timeoutMs: number,
): Promise<Received> {
  const { auth } = options;
  if (!auth) return send(client, options, request, timeoutMs, {});
  const signed = await sign(auth, request.signal);
  try {
    return await send(client, options, request, timeoutMs, signed);
  } catch (error) {
    if (!(error instanceof CrmError) || error.safe.code !== 'signed-out') throw error;
    return send(client, options, request, timeoutMs, await sign(auth, request.signal, signed));
  }
}

/** Whatever keeps the tokens may fail in a way of its own, such as a lock that is not to be had. */
async function sign(
  auth: HttpAuth,
  signal: AbortSignal | undefined,
  refused?: Record<string, string>,
): Promise<Record<string, string>> {
  try {
    return await untilAborted(inTime(auth(refused), signInTimeoutMs), signal);
  } catch (error) {
    throw error instanceof CrmError ? error : new CrmError({ code: 'unreachable' });
  }
}

async function send(
  client: KyInstance,
  options: HttpOptions,
  request: HttpRequest<unknown>,
  timeoutMs: number,
  signed: Record<string, string>,
): Promise<Received> {
  const { traffic, fetch = globalThis.fetch } = options;
  const url = urlOf(options.baseUrl, request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.append(name, value);
  const headers = {
    Accept: 'application/json',
    ...(request.body && { 'Content-Type': request.body.type }),
    ...request.headers,
    ...signed,
  };
  if (![...Object.values(options.headers), ...Object.values(headers)].every(isHeaderValue)) {
    throw new CrmError({ code: 'signed-out' });
  }
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    const signals = request.signal ? [request.signal, deadline.signal] : [deadline.signal];
    const response = await client(url, {
      method: request.method.toUpperCase(),
      headers,
      signal: AbortSignal.any(signals),
      ...(traffic && {
        fetch: inTurn(fetch, traffic.limiter, {
          search: request.search ?? false,
          timeoutMs,
          errand: errandOf(request.signal),
        }),
      }),
      ...(request.json !== undefined && { json: request.json }),
      ...(request.body && { body: request.body.text }),
    });
    return await receive(response, request, options.refusal);
  } catch (error) {
    if (deadline.signal.aborted) throw new CrmError({ code: 'timeout' });
    if (error instanceof CrmError && !request.signal?.aborted) throw error;
    throw new CrmError({ code: 'unreachable' });
  } finally {
    clearTimeout(timer);
    // Ends what is still arriving of an answer that was refused half-way.
    deadline.abort();
  }
}

/** Refuses a path that URL would shorten: an id of two dots must not reach another address. */
function urlOf(baseUrl: string, path: string): URL {
  const url = new URL(path, baseUrl);
  if (url.href !== baseUrl + path) throw new CrmError({ code: 'not-found' });
  return url;
}

/** A credential with a line break or a curly quote in it fits no header; the platform's own error would repeat it. */
function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(value);
}

function check<Reply>({ value }: Received, { reply }: HttpRequest<Reply>): Reply {
  const result = z.safeParse(reply, value);
  if (!result.success) throw new CrmError({ code: 'bad-reply' });
  return result.data;
}
