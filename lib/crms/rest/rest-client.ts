import * as z from 'zod/mini';
import type { CrmDefinition, RequestKind } from '../../domain/crm/crm-definition.ts';
import type { RequestTemplate } from '../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { createHttp, type Http, type HttpOptions } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { HttpAuth } from '../http/http-auth.ts';
import { isJson } from '../http/is-json.ts';
import { type BuiltRequest, buildRequest } from './requests/build-request.ts';
import { type PlaceholderValues, withTexts } from './requests/placeholder-values.ts';
import { nextOf, type PageReply, totalOf } from './requests/read-pages.ts';
import { restRefusal } from './rest-refusal.ts';

/** A reply that is a success, as JSON; undefined where a write was answered with nothing. */
export interface RestReply extends PageReply {
  etag?: string | undefined;
  /** The end of the address of what was created. */
  created?: string | undefined;
}

/** What a definition says of a request, with what its placeholders stand for. */
export interface RestRequest {
  /** What it is for. */
  on: RequestKind;
  template: RequestTemplate;
  values: PlaceholderValues;
  method?: BuiltRequest['method'];
  /** Parameters of the next page's address. */
  more?: Record<string, string> | undefined;
}

export interface RestClient {
  /** May be sent again by itself. */
  read(request: RestRequest, signal?: AbortSignal): Promise<RestReply>;
  /** Sent once. `expect` must be in the reply; without it, a reply may be empty. */
  write(request: RestRequest, expect: string | undefined, signal?: AbortSignal): Promise<RestReply>;
}

export interface RestClientOptions
  extends Pick<HttpOptions, 'baseUrl' | 'headers' | 'auth' | 'traffic' | 'fetch'> {
  /** Of a sign-in by a request of its own: answers texts for placeholders. Then there is no `auth`. */
  login?: HttpAuth | undefined;
}

const replySchema = z.object({
  json: z.unknown(),
  etag: z.optional(z.string()),
  created: z.optional(z.string()),
  next: z.optional(z.union([z.string(), z.record(z.string(), z.string())])),
  total: z.optional(z.number()),
});
const longestEtag = 256;

/** Sends what a definition says, and reads replies by its rules for errors, those among the successes too. */
export function createRestClient(
  definition: CrmDefinition,
  { login, ...options }: RestClientOptions,
): RestClient {
  const byKind = new Map<RequestKind, Http>();
  const { auth } = definition;

  function httpFor(on: RequestKind): Http {
    const known = byKind.get(on);
    if (known) return known;
    const http = createHttp({ ...options, refusal: (answer) => restRefusal(definition, answer, on) });
    byKind.set(on, http);
    return http;
  }

  function decode(answer: HttpAnswer, on: RequestKind, mayBeEmpty: boolean): RestReply {
    const created = createdOf(answer.headers);
    if (answer.text === '' && mayBeEmpty) return { json: undefined, created };
    if (!isJson(answer)) throw new CrmError({ code: 'bad-reply' });
    const json: unknown = JSON.parse(answer.text);
    const refused = restRefusal(definition, answer, on);
    if (refused) throw new CrmError(refused);
    const etag = answer.headers.get('ETag');
    const next = nextOf(definition.list, json, answer.headers);
    const total = totalOf(definition.list, json, answer.headers);
    return {
      json,
      created,
      ...(etag && etag.length <= longestEtag && { etag }),
      ...(next !== undefined && { next }),
      ...(total !== undefined && { total }),
    };
  }

  function built(
    { template, values, method, more }: RestRequest,
    texts: Record<string, string>,
  ): BuiltRequest {
    const request = buildRequest(template, withTexts(values, texts), method);
    const { session } = texts;
    return {
      ...request,
      query: { ...request.query, ...more },
      ...(auth.kind === 'login' &&
        auth.header !== undefined &&
        session !== undefined && {
          headers: { ...request.headers, [auth.header]: `${auth.prefix ?? ''}${session}` },
        }),
    };
  }

  /** A refusal because of the session had no effect, so that even a write is sent again by whoever has signed in anew. */
  async function signed<Value>(send: (texts: Record<string, string>) => Promise<Value>): Promise<Value> {
    if (!login) return send({});
    const texts = await login();
    try {
      return await send(texts);
    } catch (error) {
      if (!(error instanceof CrmError) || error.safe.code !== 'signed-out') throw error;
      return send(await login(texts));
    }
  }

  return {
    read: (request, signal) =>
      signed((texts) =>
        httpFor(request.on).read({
          ...built(request, texts),
          decode: (answer) => decode(answer, request.on, false),
          reply: replySchema,
          signal,
        }),
      ),
    async write(request, expect, signal) {
      const mayBeEmpty = expect === undefined;
      const reply = await signed((texts) =>
        httpFor(request.on).write({
          ...built(request, texts),
          decode: (answer) => decode(answer, request.on, mayBeEmpty),
          reply: replySchema,
          signal,
        }),
      );
      if (expect !== undefined && readAt(reply.json, expect) === undefined) {
        throw new CrmError({ code: 'bad-reply' });
      }
      return reply;
    },
  };
}

function createdOf(headers: Headers): string | undefined {
  const url = URL.parse(headers.get('Location') ?? '', 'https://a.invalid/');
  const end = url?.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .at(-1);
  return end === undefined ? undefined : decodeSafely(end);
}

/** undefined for what is no text in UTF-8. */
function decodeSafely(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
