import * as z from 'zod/mini';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { keyOfAttribute } from './espo-changes.ts';

const duplicatesSchema = z.array(z.looseObject({ id: z.string().check(z.maxLength(256)) }));
const validationSchema = z.object({
  messageTranslation: z.object({
    data: z.object({ field: z.string().check(z.regex(/^\w{1,64}$/)), type: z.string() }),
  }),
});
const problems: Record<string, FieldProblemCode> = {
  required: 'required',
  maxLength: 'too-long',
  emailAddress: 'not-an-email',
};

/**
 * 409 carries the contacts that look like duplicates, or what somebody else wrote meanwhile where EspoCRM counts versions; 400 says which field is wrong, and how,
 * in codes.
 */
export function espoRefusal({ status, headers, text }: HttpAnswer): SafeCrmError | undefined {
  if (status !== 409 && status !== 400) return undefined;
  if (headers.get('X-Status-Reason') === 'modified') return { code: 'conflict', stale: true };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (status === 409) {
    const duplicates = z.safeParse(duplicatesSchema, body);
    return duplicates.success
      ? { code: 'conflict', owners: duplicates.data.slice(0, 100).map(({ id }) => id) }
      : undefined;
  }
  const validation = z.safeParse(validationSchema, body);
  if (!validation.success) return undefined;
  const { field, type } = validation.data.messageTranslation.data;
  const phone: FieldProblemCode | undefined = field === 'phoneNumber' ? 'not-a-phone' : undefined;
  const problem: FieldProblemCode = phone ?? problems[type] ?? 'not-valid';
  return { code: 'invalid', fields: { [keyOfAttribute(field)]: problem } };
}
