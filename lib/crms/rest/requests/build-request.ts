import type { RequestChange, RequestTemplate } from '../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import {
  formText,
  solePlaceholder,
  type TemplatePart,
  templateParts,
} from '../../domain/text/text-template.ts';
import type { PlaceholderValues } from './placeholder-values.ts';

/** A request as `lib/crms/http/http.ts` sends it. */
export interface BuiltRequest {
  method: NonNullable<RequestTemplate['method']>;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  json?: unknown;
}

/**
 * A template with its placeholders filled in. Each is encoded for where it stands: none can add a segment to the path, a
 * parameter to the query or a member to the body. Throws `not-found` for what cannot stand in a path, `invalid` for what
 * fits no header.
 */
export function buildRequest(
  template: RequestTemplate,
  values: PlaceholderValues,
  method: BuiltRequest['method'] = 'get',
): BuiltRequest {
  const { body, query = {}, headers = {} } = template;
  return {
    method: template.method ?? method,
    path: fillPath(template.path, values.texts),
    query: Object.fromEntries(
      Object.entries(query).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, fill(value, values.texts)]] : parametersOf(name, value, values),
      ),
    ),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, headerText(fill(value, values.texts))]),
    ),
    ...(body !== undefined && { json: fillBody(body, values) }),
  };
}

/** A request with what one search changes of it. */
export function changeRequest(request: RequestTemplate, change: RequestChange): RequestTemplate {
  return {
    ...request,
    ...change,
    path: change.path ?? request.path,
    query: { ...request.query, ...change.query },
    headers: { ...request.headers, ...change.headers },
  };
}

/** Every placeholder is one piece of one segment, whatever is in it. */
export function fillPath(template: string, texts: PlaceholderValues['texts']): string {
  return partsOf(template)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = textOf(part, texts);
      // An empty id would ask for all contacts; one of dots alone for another folder.
      if (value === '' || /^\.+$/.test(value) || !value.isWellFormed())
        throw new CrmError({ code: 'not-found' });
      return encodeURIComponent(value);
    })
    .join('');
}

/** A body, or an entry of a list, with its placeholders filled in. */
export function fillBody(body: unknown, values: PlaceholderValues): unknown {
  if (typeof body === 'string') return fillText(body, values);
  if (Array.isArray(body)) return body.map((one) => fillBody(one, values));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, one]) => [key, fillBody(one, values)]));
}

/** A placeholder alone keeps its kind: an object, a list, a number; what is not there is null. */
function fillText(template: string, values: PlaceholderValues): unknown {
  const sole = solePlaceholder(template);
  if (!sole) return fill(template, values.texts);
  if (sole.name === 'changes') return values.changes ?? {};
  if (sole.name === 'words' || sole.name === 'spellings') return values.lists?.[sole.name] ?? [];
  const text = fill(template, values.texts);
  if (text === '') return null;
  if (sole.form !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function parametersOf(
  name: string,
  { each, text, join }: { each: 'words' | 'spellings'; text: string; join?: string | undefined },
  { texts, lists }: PlaceholderValues,
): [string, string][] {
  const filled = (lists?.[each] ?? []).map((one, index) =>
    fill(text, { ...texts, each: one, index: String(index) }),
  );
  if (join !== undefined) return filled.length === 0 ? [] : [[name, filled.join(join)]];
  return filled.map((one, index) => [name.replaceAll('{index}', String(index)), one]);
}

function fill(template: string, texts: PlaceholderValues['texts']): string {
  return partsOf(template)
    .map((part) => ('text' in part ? part.text : textOf(part, texts)))
    .join('');
}

function textOf(
  { name, form }: Exclude<TemplatePart, { text: string }>,
  texts: PlaceholderValues['texts'],
): string {
  return formText(Object.hasOwn(texts, name) ? (texts[name] ?? '') : '', form);
}

/** A definition's templates were checked when it was read. */
function partsOf(template: string): TemplatePart[] {
  return templateParts(template) ?? [];
}

function headerText(value: string): string {
  if (/^[\x20-\x7e]{0,1024}$/.test(value)) return value;
  throw new CrmError({ code: 'invalid' });
}
