import * as z from 'zod/mini';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { HttpAnswer } from '../http/http-answer.ts';

const refusalSchema = z.looseObject({ error: z.string(), messages: z.optional(z.array(z.string())) });

/** Twenty says 400 to nearly everything, a bad token and an unknown id among it; the kind of error stands in `error`. */
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
  const { error, messages = [] } = refusal.data;
  if (error === 'ForbiddenException' || error === 'UnauthorizedException') return { code: 'signed-out' };
  if (error === 'RestApiException' || error === 'EntityNotFoundError') return { code: 'not-found' };
  // E-mail addresses are unique there; it does not say whose this one is.
  if (error === 'QueryFailedError' && messages.some((one) => one.startsWith('duplicate key')))
    return { code: 'conflict' };
  const field = /^Field metadata for field "(\w{1,64})" is missing/.exec(messages[0] ?? '')?.[1];
  return field ? { code: 'invalid', fields: { [field]: 'not-a-field' } } : undefined;
}
