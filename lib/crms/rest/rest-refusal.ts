import type { CrmDefinition, RequestKind } from '../../domain/crm/crm-definition.ts';
import type { DefinedField } from '../../domain/crm/crm-definition-fields.ts';
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
  on: RequestKind,
): SafeCrmError | undefined {
  if (errors.length === 0) return undefined;
  const body = parse(text);
  const rule = errors.find((one) => fits(one, { on, status, headers, body }));
  return rule && errorOf(rule, body, fields, headers);
}

interface Refused {
  on: RequestKind;
  status: number;
  headers: Headers;
  body: unknown;
}

function fits(rule: ErrorRule, { on, status, headers, body }: Refused): boolean {
  const { status: wanted, path, header } = rule;
  // A rule that names no status is for what is no success: a word alone must not turn a contact into an error.
  if (wanted === undefined ? status < 300 : ![wanted].flat().includes(status)) return false;
  if (rule.on && !rule.on.includes(on)) return false;
  return (
    (path === undefined || tells(readAll(body, path), rule)) &&
    (header === undefined || tells([headers.get(header)], rule))
  );
}

/** Whether something stands there, and what the rule wants to see. */
function tells(found: unknown[], { is, has }: ErrorRule): boolean {
  const texts = found.filter((one) => one !== null && one !== '' && one !== false).map(textOf);
  if (!is && !has) return texts.length > 0;
  return texts.some(
    (text) =>
      is?.includes(text) || has?.some((part) => text.toLowerCase().includes(part.toLowerCase())) || false,
  );
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
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
