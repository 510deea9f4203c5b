import * as z from 'zod/mini';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { keyOfSuite } from './suite-fields.ts';

const refusalSchema = z.object({ errors: z.looseObject({ detail: z.string() }) });

/** SuiteCRM says 400 to an unknown id, to what is no id of its kind, and to a missing right too. Its words name a field or an id; of them only the field's name is taken. */
export function suiteRefusal({ status, text }: HttpAnswer): SafeCrmError | undefined {
  if (status !== 400) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const detail = z.safeParse(refusalSchema, body).data?.errors.detail ?? '';
  if (detail.startsWith('[AccessDeniedException]')) return { code: 'not-allowed' };
  const isNone = /^(?:\w+ module with id .*is not found|The option "id" with value .* is invalid\.)$/s;
  if (isNone.test(detail)) return { code: 'not-found' };
  const field = /^Property (\w{1,64}) in \w+ module is invalid$/.exec(detail)?.[1];
  return field ? { code: 'invalid', fields: { [keyOfSuite(field)]: 'not-a-field' } } : undefined;
}
