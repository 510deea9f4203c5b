import ky, { type KyInstance } from 'ky';
import * as z from 'zod/mini';
import { CrmError } from '../domain/crm-error.ts';
import { errorOfResponse } from './http/error-of-response.ts';
import { isJson } from './http/is-json.ts';
import { readCapped } from './http/read-capped.ts';
import { parseRetryAfter } from './http/retry-after.ts';

export interface HttpOptions {
  /** As parseBaseUrl spells it. */
  baseUrl: string;
  /** Authorization and the like, sent with every request. */
  headers: Record<string, string>;
  fetch?: typeof globalThis.fetch | undefined;
}

export interface HttpRequest<Reply> {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below the base URL, without a leading slash. Never customer data: what comes from outside goes in by encodeURIComponent. */
  path: string;
  json?: unknown;
  headers?: Record<string, string>;
  reply: z.ZodMiniType<Reply>;
  signal?: AbortSignal | undefined;
}

export interface Http {
  /** May be sent again by itself, twice at most, within 8 s in all. */
  read<Reply>(request: HttpRequest<Reply>): Promise<Reply>;
  /** Is sent once; an answer is waited for up to 20 s. */
  write<Reply>(request: HttpRequest<Reply>): Promise<Reply>;
}

const readTimeoutMs = 8_000;
const writeTimeoutMs = 20_000;
const largestReply = 1_048_576;
const mostRetries = 2;
/** A CRM that asks for a longer pause gets it from whoever asked: the view says when it is tried again. */
const longestPauseMs = 2_000;
const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * The only way to a CRM. Follows no redirect, sends no cookie, reads at most 1 MB, and lets nothing through that is not
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
    retry: { limit: mostRetries, methods: ['get', 'post'], jitter: true },
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
  return {
    read: (request) => send(reading, options, request, readTimeoutMs),
    write: (request) => send(writing, options, request, writeTimeoutMs),
  };
}

/** How long to wait before a read is sent again; undefined where it is not. Full jitter, unless the CRM says when. */
function pauseBefore(response: Response, retryCount: number): number | undefined {
  if (!retriedStatuses.includes(response.status)) return undefined;
  const asked = parseRetryAfter(response.headers.get('Retry-After'), Date.now());
  if (asked === undefined) return Math.random() * 300 * 2 ** retryCount;
  return asked <= longestPauseMs ? asked : undefined;
}

async function send<Reply>(
  client: KyInstance,
  options: HttpOptions,
  request: HttpRequest<Reply>,
  timeoutMs: number,
): Promise<Reply> {
  const url = urlOf(options.baseUrl, request.path);
  const headers = { Accept: 'application/json', ...request.headers };
  if (![...Object.values(options.headers), ...Object.values(headers)].every(isHeaderValue)) {
    throw new CrmError({ code: 'signed-out' });
  }
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    const signals = request.signal ? [request.signal, deadline.signal] : [deadline.signal];
    const response = await client(url, {
      method: request.method,
      headers,
      signal: AbortSignal.any(signals),
      ...(request.json !== undefined && { json: request.json }),
    });
    return await replyOf(response, request.reply);
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

async function replyOf<Reply>(response: Response, schema: z.ZodMiniType<Reply>): Promise<Reply> {
  if (!response.ok) throw await errorOfResponse(response);
  if (!isJson(response)) throw new CrmError({ code: 'bad-reply' });
  const text = await readCapped(response, largestReply);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CrmError({ code: 'bad-reply' });
  }
  const result = z.safeParse(schema, value);
  if (!result.success) throw new CrmError({ code: 'bad-reply' });
  return result.data;
}
