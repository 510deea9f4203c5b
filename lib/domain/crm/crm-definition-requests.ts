import type { Expectation } from '../text/file-problem.ts';
import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { solePlaceholder, type TemplatePart, templateParts } from '../text/text-template.ts';
import type { EachTemplate, RequestChange } from './crm-definition-values.ts';

export interface Problem {
  path: PropertyKey[];
  expected: Expectation;
}

/** What a request may speak of, and whether a word list goes with it. */
export interface Place {
  at: PropertyKey[];
  names: readonly string[];
  each?: EachTemplate['each'];
  /** Where the request says nothing. */
  method?: RequestChange['method'];
}

/** What a telephone number may be written as. */
export const ofPhone = [
  'e164',
  'digits',
  'national',
  'callingCode',
  'country',
  'international',
  'local',
  'pattern',
];
/** Made of digits and the like alone, so that no query language can be confused by them. */
const harmless = new Set([...ofPhone, 'limit', 'index']);
const mostNodes = 500;
const deepest = 10;

/** What is wrong with the templates of one request, wherever they stand in it. */
export function checkRequest(request: RequestChange, place: Place): Problem[] {
  const { path, query = {}, headers = {}, body, method = place.method ?? 'get' } = request;
  const under = (...keys: PropertyKey[]): Place => ({ ...place, at: [...place.at, ...keys] });
  return [
    ...(path === undefined ? [] : checkPath(path, under('path'), false)),
    ...Object.entries(query).flatMap(([name, value]) => {
      const here = under('query', name);
      if (typeof value === 'string') return checkText(value, here, true);
      return [
        ...(place.each === value.each
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
    ...(body === undefined ? [] : checkBody(body, under('body'))),
    ...(body !== undefined && method === 'get'
      ? [{ path: [...place.at, 'body'], expected: ['method-with-body'] as const }]
      : []),
  ];
}

/** Names, numbers and hyphens between slashes; placeholders are encoded, and can add no slash. */
export function checkPath(path: string, place: Place, isPage: boolean): Problem[] {
  const parts = templateParts(path);
  if (!parts) return [{ path: place.at, expected: ['braces-in-pairs'] }];
  const fixed = parts.map((part) => ('text' in part ? part.text : '0')).join('');
  const characters = isPage ? /^[\w.~!$&'()*+,;=:@%/?#-]*$/ : /^[\w.~!$&'()*+,;=:@%/-]*$/;
  const base = 'https://a.invalid/';
  const fits =
    characters.test(fixed) &&
    !/%(?![\dA-Fa-f]{2})|%2[ef]|%5c/i.test(fixed) &&
    !fixed.startsWith('/') &&
    URL.parse(fixed, base)?.href === base + fixed;
  return [
    ...(fits ? [] : [{ path: place.at, expected: ['path-below'] as const }]),
    ...unknownNames(parts, place),
  ];
}

function checkText(text: string, place: Place, isLanguage: boolean): Problem[] {
  const parts = templateParts(text);
  if (!parts) return [{ path: place.at, expected: ['doubled-braces'] }];
  const open = parts.find(
    (part) =>
      'name' in part && part.form === undefined && !harmless.has(part.name) && part.name !== 'changes',
  );
  return [
    ...unknownNames(parts, place),
    ...(isLanguage && parts.length > 1 && open && 'name' in open
      ? [
          {
            path: place.at,
            expected: ['how-written', open.name] as const,
          },
        ]
      : []),
  ];
}

function unknownNames(parts: TemplatePart[], { at, names }: Place): Problem[] {
  return parts.flatMap((part) =>
    'name' in part && !names.includes(part.name)
      ? [
          {
            path: at,
            expected:
              names.length === 0
                ? (['no-placeholder', part.name] as const)
                : (['unknown-placeholder', part.name, [...names]] as const),
          },
        ]
      : [],
  );
}

/** JSON of bounded size and depth, whose texts are templates. */
export function checkBody(body: unknown, place: Place): Problem[] {
  let nodes = 0;
  const walk = (value: unknown, at: PropertyKey[], depth: number): Problem[] => {
    nodes += 1;
    if (depth > deepest || nodes > mostNodes) return [{ path: place.at, expected: ['smaller'] }];
    if (typeof value === 'string') return checkBodyText(value, { ...place, at });
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      forbiddenKeys.has(key)
        ? [{ path: [...at, key], expected: ['no-such-member'] as const }]
        : walk(inner, [...at, Array.isArray(value) ? Number(key) : key], depth + 1),
    );
  };
  return walk(body, place.at, 0).slice(0, 20);
}

function checkBodyText(text: string, place: Place): Problem[] {
  const sole = solePlaceholder(text);
  if (sole && sole.name === place.each) return [];
  const within = templateParts(text)?.some((part) => 'name' in part && part.name === 'changes') && !sole;
  return [
    ...checkText(text, place, true),
    ...(within ? [{ path: place.at, expected: ['changes-alone'] as const }] : []),
  ];
}
