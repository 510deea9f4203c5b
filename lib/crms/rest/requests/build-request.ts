import type {
  EachTemplate,
  JsonText,
  RequestChange,
  RequestTemplate,
} from '../../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import { fillBody } from './fill-body.ts';
import { fillText, partsOf, textOf } from './fill-text.ts';
import { type PlaceholderValues, withTexts } from './placeholder-values.ts';

/** A request as `lib/crms/http/http.ts` sends it. */
export interface BuiltRequest {
  method: NonNullable<RequestTemplate['method']>;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  json?: unknown;
  body?: { type: string; text: string };
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
  const { body, form, query = {}, headers = {} } = template;
  return {
    method: template.method ?? method,
    path: fillPath(template.path, values.texts),
    query: Object.fromEntries(
      Object.entries(query).flatMap(([name, value]) =>
        typeof value === 'object' && 'each' in value
          ? parametersOf(name, value, values)
          : [[name, parameterOf(value, values)]],
      ),
    ),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, headerText(fillText(value, values))]),
    ),
    ...(body !== undefined && { json: fillBody(body, values) }),
    ...(form && { body: formOf(form, values) }),
  };
}

/** A request with what one search changes of it. */
export function changeRequest(given: RequestTemplate, change: RequestChange): RequestTemplate {
  const { form, body, ...request } = given;
  return {
    ...request,
    ...(change.form === undefined && body !== undefined && { body }),
    ...change,
    path: change.path ?? request.path,
    query: { ...request.query, ...change.query },
    headers: { ...request.headers, ...change.headers },
    ...(change.body === undefined && (form || change.form) && { form: { ...form, ...change.form } }),
  };
}

/** Every placeholder is one piece of one segment, whatever is in it. */
export function fillPath(template: string, texts: PlaceholderValues['texts']): string {
  return partsOf(template)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = textOf(part, { texts });
      // An empty id would ask for all contacts; one of dots alone for another folder.
      if (value === '' || /^\.+$/.test(value) || !value.isWellFormed())
        throw new CrmError({ code: 'not-found' });
      return encodeURIComponent(value);
    })
    .join('');
}

function parametersOf(
  name: string,
  { each, text, join }: EachTemplate,
  values: PlaceholderValues,
): [string, string][] {
  const filled = (values.lists?.[each] ?? []).map((one, index) =>
    fillText(text, withTexts(values, { each: one, index: String(index) })),
  );
  if (join !== undefined) return filled.length === 0 ? [] : [[name, filled.join(join)]];
  return filled.map((one, index) => [name.replaceAll('{index}', String(index)), one]);
}

function parameterOf(value: string | JsonText, values: PlaceholderValues): string {
  if (typeof value === 'string') return fillText(value, values);
  return JSON.stringify(fillBody(value.json, values) ?? null);
}

function formOf(form: NonNullable<RequestTemplate['form']>, values: PlaceholderValues) {
  const fields = Object.entries(form).map(([name, value]) => [name, parameterOf(value, values)]);
  return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(fields).toString() };
}

function headerText(value: string): string {
  if (/^[\x20-\x7e]{0,1024}$/.test(value)) return value;
  throw new CrmError({ code: 'invalid' });
}
