import * as z from 'zod/mini';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { createHttp, type HttpOptions } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { isJson } from '../http/is-json.ts';
import type { BuiltRequest } from './build-request.ts';
import { restRefusal } from './rest-refusal.ts';

/** A reply that is a success, as JSON; undefined where a write was answered with nothing. */
export interface RestReply {
  json: unknown;
  etag?: string | undefined;
}

export interface RestClient {
  /** May be sent again by itself. */
  read(request: BuiltRequest, signal?: AbortSignal): Promise<RestReply>;
  /** Sent once. `expect` must be in the reply; without it, a reply may be empty. */
  write(request: BuiltRequest, expect: string | undefined, signal?: AbortSignal): Promise<RestReply>;
}

const replySchema = z.object({ json: z.unknown(), etag: z.optional(z.string()) });
const longestEtag = 256;

/** Sends what a definition says, and reads replies by its rules for errors, those among the successes too. */
export function createRestClient(
  definition: CrmDefinition,
  options: Pick<HttpOptions, 'baseUrl' | 'headers' | 'auth' | 'traffic' | 'fetch'>,
): RestClient {
  const http = createHttp({ ...options, refusal: (answer) => restRefusal(definition, answer) });

  function decode(answer: HttpAnswer, mayBeEmpty: boolean): RestReply {
    if (answer.text === '' && mayBeEmpty) return { json: undefined };
    if (!isJson(answer)) throw new CrmError({ code: 'bad-reply' });
    const json: unknown = JSON.parse(answer.text);
    const refused = restRefusal(definition, answer);
    if (refused) throw new CrmError(refused);
    const etag = answer.headers.get('ETag');
    return { json, ...(etag && etag.length <= longestEtag && { etag }) };
  }

  return {
    read: (request, signal) =>
      http.read({ ...request, decode: (answer) => decode(answer, false), reply: replySchema, signal }),
    async write(request, expect, signal) {
      const mayBeEmpty = expect === undefined;
      const reply = await http.write({
        ...request,
        decode: (answer) => decode(answer, mayBeEmpty),
        reply: replySchema,
        signal,
      });
      if (expect !== undefined && readAt(reply.json, expect) === undefined) {
        throw new CrmError({ code: 'bad-reply' });
      }
      return reply;
    },
  };
}
