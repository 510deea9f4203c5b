import * as z from 'zod/mini';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { isJson } from '../http/is-json.ts';

const id = z.optional(z.string().check(z.regex(/^\d{1,25}$/)));
const outcomeSchema = z.object({
  code: z.string(),
  status: z.optional(z.string()),
  message: z.optional(z.unknown()),
  details: z.optional(
    z.looseObject({
      api_name: z.optional(z.string().check(z.regex(/^\w{1,64}$/))),
      id,
      duplicate_record: z.optional(z.looseObject({ id })),
    }),
  ),
});
/** Fields of names, addresses and numbers. */
const ofPersons = /name|mail|phone|mobile/i;
const refusedSchema = z.union([
  z.object({ data: z.array(outcomeSchema).check(z.minLength(1)) }),
  outcomeSchema,
]);

/** Zoho says no in the body, beside statuses of every kind: its code, the field's name, and the duplicate's id are taken. */
export function zohoRefusal({ status, text }: HttpAnswer): SafeCrmError | undefined {
  if (status !== 400 && status !== 401 && status !== 403) return undefined;
  try {
    const parsed = z.safeParse(refusedSchema, JSON.parse(text)).data;
    const outcome = parsed && ('data' in parsed ? parsed.data[0] : parsed);
    return outcome && errorOfOutcome(outcome);
  } catch {
    return undefined;
  }
}

/** Reads a list of records or outcomes; 204 is an empty one. Throws what an outcome says. */
export function decodeZoho({ status, headers, text }: HttpAnswer): unknown {
  if (status === 204) return { data: [] };
  if (!isJson({ headers })) throw new CrmError({ code: 'bad-reply' });
  const value: unknown = JSON.parse(text);
  const parsed = z.safeParse(refusedSchema, value).data;
  const outcome = parsed && ('data' in parsed ? parsed.data[0] : parsed);
  if (outcome && outcome.code !== 'SUCCESS')
    throw new CrmError(errorOfOutcome(outcome) ?? { code: 'invalid' });
  return value;
}

function errorOfOutcome({ code, details, message }: z.infer<typeof outcomeSchema>): SafeCrmError | undefined {
  const owner = details?.duplicate_record?.id ?? details?.id;
  const name = details?.api_name;
  const required: FieldProblemCode = 'required';
  const wrong: FieldProblemCode = 'not-valid';
  const taken: FieldProblemCode = 'taken';
  const field = (problem: FieldProblemCode) =>
    details?.api_name ? { fields: { [details.api_name]: problem } } : {};
  switch (code) {
    case 'DUPLICATE_DATA':
      return {
        code: 'conflict',
        ...(owner && { owners: [owner] }),
        // What must be its own there may be any field: who has it is looked at afterwards.
        ...(name && !ofPersons.test(name) && { fields: { [name]: taken } }),
      };
    case 'MANDATORY_NOT_FOUND':
      return { code: 'invalid', ...field(required) };
    case 'INVALID_DATA':
      // Of what is no id of Zoho's in the address; of its words nothing else is looked at.
      if (/\bid given seems to be invalid/i.test(String(message))) return { code: 'not-found' };
      return { code: 'invalid', ...field(wrong) };
    case 'NO_PERMISSION':
    case 'NOT_ALLOWED':
    case 'AUTHORIZATION_FAILED':
    case 'OAUTH_SCOPE_MISMATCH':
      return { code: 'not-allowed' };
    case 'INVALID_TOKEN':
    case 'AUTHENTICATION_FAILURE':
      return { code: 'signed-out' };
    case 'RECORD_NOT_FOUND':
    // A module that this organisation has put away.
    case 'INVALID_MODULE':
      return { code: 'not-found' };
    default:
      return undefined;
  }
}
