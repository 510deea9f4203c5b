import type { CrmDefinition, DefinedField } from '../../domain/crm/crm-definition.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { readAll } from '../../domain/text/json-path.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { parseRetryAfter } from '../http/retry-after.ts';

type ErrorRule = CrmDefinition['errors'][number];

const mostOwners = 100;
const notValid: FieldProblemCode = 'not-valid';

/** What the first rule that fits makes of a reply; undefined leaves it to the status. Takes ids and keys, never words. */
export function restRefusal(
  { errors, fields }: Pick<CrmDefinition, 'errors' | 'fields'>,
  { status, headers, text }: HttpAnswer,
): SafeCrmError | undefined {
  if (errors.length === 0) return undefined;
  const body = parse(text);
  const rule = errors.find((one) => fits(one, status, body));
  return rule && errorOf(rule, body, fields, headers);
}

function fits({ status: wanted, path, is }: ErrorRule, status: number, body: unknown): boolean {
  // A rule that names no status is for what is no success: a word alone must not turn a contact into an error.
  if (wanted === undefined ? status < 300 : ![wanted].flat().includes(status)) return false;
  if (path === undefined) return true;
  const found = readAll(body, path).filter((one) => one !== null && one !== '' && one !== false);
  return is ? found.some((one) => is.includes(String(one))) : found.length > 0;
}

function errorOf(
  { code, owners, field }: ErrorRule,
  body: unknown,
  fields: DefinedField[],
  headers: Headers,
): SafeCrmError {
  if (code === 'stale') return { code: 'conflict', stale: true };
  if (code === 'no-slot' || code === 'cannot-hold' || code === 'read-only') {
    return { code: 'not-supported', reason: code };
  }
  if (code === 'conflict' && owners !== undefined) return { code, owners: idsAt(body, owners) };
  if (code === 'invalid' && field !== undefined) {
    const names = readAll(body, field).map(String);
    const keys = fields.filter(({ key, path }) => names.includes(path ?? key)).map(({ key }) => key);
    return keys.length === 0
      ? { code }
      : { code, fields: Object.fromEntries(keys.map((key) => [key, notValid])) };
  }
  const retryAfterMs = parseRetryAfter(headers.get('Retry-After'), Date.now());
  return { code, ...(code === 'rate-limited' && retryAfterMs !== undefined && { retryAfterMs }) };
}

function idsAt(body: unknown, path: string): string[] {
  return readAll(body, path)
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String)
    .filter((id) => id !== '' && id.length <= 256)
    .slice(0, mostOwners);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
