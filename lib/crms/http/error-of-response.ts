import * as z from 'zod/mini';
import { CrmError, type CrmErrorCode, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import { type FieldProblemCode, fieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import type { HttpAnswer } from './http-answer.ts';
import { isJson } from './is-json.ts';
import { readCapped } from './read-capped.ts';
import { parseRetryAfter } from './retry-after.ts';

const codes: Record<number, CrmErrorCode> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'invalid',
  422: 'invalid',
  428: 'invalid',
  429: 'rate-limited',
};

/** What we take from an error's body: ids and keys, never words. */
const problemSchema = z.object({
  owners: z.optional(z.array(z.string().check(z.maxLength(256))).check(z.maxLength(100))),
  fields: z.optional(z.record(z.string().check(z.maxLength(64)), z.string())),
});
const largestProblem = 65_536;
const mostFields = 100;

/**
 * The typed error for an answer that is no success. Reads problem+json (RFC 9457) where the CRM sends it. `refusal` speaks
 * first: the connector's own reading of this CRM's answers.
 */
export async function errorOfResponse(
  response: Response,
  refusal?: (answer: HttpAnswer) => SafeCrmError | undefined,
): Promise<CrmError> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) {
    return new CrmError({ code: 'redirected' });
  }
  const safe: SafeCrmError = { code: codes[status] ?? (status >= 500 ? 'server-error' : 'bad-reply') };
  const text = refusal || safe.code === 'conflict' || safe.code === 'invalid' ? await textOf(response) : '';
  const refused = refusal?.({ status, headers, text });
  if (refused) return new CrmError(refused);
  const retryAfterMs = parseRetryAfter(response.headers.get('Retry-After'), Date.now());
  if (retryAfterMs !== undefined && (status === 429 || status === 503)) safe.retryAfterMs = retryAfterMs;
  if (status === 412) safe.stale = true;
  if (safe.code !== 'conflict' && safe.code !== 'invalid') return new CrmError(safe);
  return new CrmError({ ...safe, ...(isJson(response) && readProblem(text)) });
}

/** The status alone has said what matters, should the body not arrive. */
async function textOf(response: Response): Promise<string> {
  try {
    return await readCapped(response, largestProblem);
  } catch {
    return '';
  }
}

function readProblem(text: string): Pick<SafeCrmError, 'owners' | 'fields'> {
  try {
    const { owners, fields } = z.parse(problemSchema, JSON.parse(text));
    return { ...(owners && { owners }), ...(fields && { fields: ourCodes(fields) }) };
  } catch {
    // The status alone has said what matters.
    return {};
  }
}

function ourCodes(fields: Record<string, string>): Record<string, FieldProblemCode> {
  const entries = Object.entries(fields).slice(0, mostFields);
  return Object.fromEntries(entries.map(([key, said]) => [key, fieldProblemCode(said)]));
}
