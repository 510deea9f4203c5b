import * as z from 'zod/mini';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { HttpAnswer } from '../http/http-answer.ts';

const refusalSchema = z.looseObject({
  error: z.looseObject({ message: z.optional(z.string()) }),
  /** Left out where the server is set to production. */
  debug: z.optional(z.looseObject({ source: z.optional(z.string()) })),
});
/** What Dolibarr says of a key that it does not take, up to its version 22 (htdocs/api/class/api_access.class.php). */
const ofTheKey = /^Unauthorized(?:: (?:Error user not valid|Failed to login to API)|$)/;

/**
 * Dolibarr says 401 to a wrong key and to a missing right alike; the stage at which it broke off, or else its sentence, tells
 * one from the other. Nobody is signed out for want of a right.
 */
export function dolibarrRefusal({ status, text }: HttpAnswer): SafeCrmError | undefined {
  if (status !== 401) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const refusal = z.safeParse(refusalSchema, body).data;
  if (!refusal) return undefined;
  const { error, debug } = refusal;
  const stage = / at (\w+) stage$/.exec(debug?.source ?? '')?.[1];
  const byKey =
    stage === undefined ? ofTheKey.test(error.message ?? 'Unauthorized') : stage === 'authenticate';
  return { code: byKey ? 'signed-out' : 'not-allowed' };
}
