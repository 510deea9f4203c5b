import * as z from 'zod/mini';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { HttpAnswer } from '../http/http-answer.ts';

const refusalSchema = z.looseObject({
  error: z.string(),
  messages: z.optional(z.array(z.string())),
  /** Of a right that the role of the key has not. */
  code: z.optional(z.string()),
});
const notPermitted = 'Entity performing the request does not have permission';

/**
 * Twenty says 400 to nearly everything, a bad token, a missing right and an unknown id among it; the kind of error stands in
 * `error` or `code`.
 */
export function twentyRefusal({ status, text }: HttpAnswer): SafeCrmError | undefined {
  if (status !== 400) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const refusal = z.safeParse(refusalSchema, body);
  if (!refusal.success) return undefined;
  const { error, messages = [], code } = refusal.data;
  if (code === 'PERMISSION_DENIED' || messages.includes(notPermitted)) return { code: 'not-allowed' };
  if (error === 'ForbiddenException' || error === 'UnauthorizedException') return { code: 'signed-out' };
  if (error === 'RestApiException' || error === 'EntityNotFoundError') return { code: 'not-found' };
  // E-mail addresses are unique there; it does not say whose this one is.
  if (messages.some((one) => /^duplicate key|^A duplicate entry was detected/.test(one)))
    return { code: 'conflict' };
  const field = /^Field metadata for field "(\w{1,64})" is missing/.exec(messages[0] ?? '')?.[1];
  return field ? { code: 'invalid', fields: { [field]: 'not-a-field' } } : undefined;
}
