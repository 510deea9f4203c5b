import { checkBody } from './crm-definition-bodies.ts';
import { checkPath, checkText, type Place, type Problem } from './crm-definition-templates.ts';
import type { JsonText, RequestChange } from './crm-definition-values.ts';

/** What is wrong with the templates of one request, wherever they stand in it. */
export function checkRequest(request: RequestChange, place: Place): Problem[] {
  const { path, query = {}, headers = {}, form, body, method = place.method ?? 'get' } = request;
  const under = (...keys: PropertyKey[]): Place => ({ ...place, at: [...place.at, ...keys] });
  const hasBody = body !== undefined || form !== undefined;
  return [
    ...(path === undefined ? [] : checkPath(path, under('path'), false)),
    ...Object.entries(query).flatMap(([name, value]) => {
      const here = { ...under('query', name), inAddress: true };
      if (typeof value === 'string') return checkText(value, here, true);
      if ('json' in value) return checkJsonText(value, here);
      return [
        ...(place.lists?.includes(value.each)
          ? []
          : [{ path: here.at, expected: ['no-list-of', value.each] as const }]),
        ...(value.join !== undefined || name.includes('{index}')
          ? []
          : [{ path: here.at, expected: ['join-or-index'] as const }]),
        ...checkText(
          value.text,
          { ...here, names: [...place.names, 'each', 'index'], at: [...here.at, 'text'] },
          true,
        ),
      ];
    }),
    ...Object.entries(headers).flatMap(([name, value]) => checkText(value, under('headers', name), false)),
    ...Object.entries(form ?? {}).flatMap(([name, value]) =>
      typeof value === 'string'
        ? checkText(value, under('form', name), true)
        : checkJsonText(value, under('form', name)),
    ),
    ...(body === undefined ? [] : checkBody(body, under('body'))),
    ...(form !== undefined && body !== undefined
      ? [{ path: [...place.at, 'form'], expected: ['one-body'] as const }]
      : []),
    ...(hasBody && (method === 'get' || method === 'options')
      ? [
          {
            path: [...place.at, body === undefined ? 'form' : 'body'],
            expected: ['method-with-body'] as const,
          },
        ]
      : []),
  ];
}

function checkJsonText({ json }: JsonText, place: Place): Problem[] {
  return checkBody(json, { ...place, at: [...place.at, 'json'] });
}
