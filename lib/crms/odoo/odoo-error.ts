import * as z from 'zod/mini';
import { CrmError, type CrmErrorCode } from '../../domain/crm/crm-error.ts';

/** Errors are HTTP 200: the kind stands in `data.name`, a customer's data may stand in every other part. */
export const odooErrorSchema = z.looseObject({
  code: z.optional(z.number()),
  data: z.optional(z.looseObject({ name: z.optional(z.string()) })),
});

const codes: [RegExp, CrmErrorCode][] = [
  [/\.(?:AccessDenied|SessionExpiredException)$/, 'signed-out'],
  [/\.AccessError$/, 'not-allowed'],
  [/\.MissingError$/, 'not-found'],
  [/\.(?:ValidationError|UserError|RedirectWarning|ValueError|TypeError)$/, 'invalid'],
  [/^psycopg2\.(?:errors\.\w+|DataError|IntegrityError)$/, 'invalid'],
];
const sessionExpired = 100;

export function odooError({ code, data }: z.infer<typeof odooErrorSchema>): CrmError {
  if (code === sessionExpired) return new CrmError({ code: 'signed-out' });
  const name = data?.name ?? '';
  return new CrmError({ code: codes.find(([kind]) => kind.test(name))?.[1] ?? 'server-error' });
}
