import type { Expectation } from '../text/file-problem.ts';
import { headOf, isDigits, type TemplatePart, templateParts } from '../text/text-template.ts';
import type { ListName, RequestChange } from './crm-definition-values.ts';

export interface Problem {
  path: PropertyKey[];
  expected: Expectation;
}

/** What a request may speak of, and which lists go with it. */
export interface Place {
  at: PropertyKey[];
  /** Of `changes` and `record`, any part as well. */
  names: readonly string[];
  lists?: readonly ListName[];
  /** Where the request says nothing. */
  method?: RequestChange['method'];
  /** It becomes part of an address, which logs hold. */
  inAddress?: boolean;
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
const harmless = new Set([...ofPhone, 'limit', 'index', 'page', 'offset', 'key', 'now', 'today']);
/** Of what a piece in digits can be taken. */
const withPieces = new Set([...ofPhone, 'value', 'query', 'each', 'firstPhone']);
/** Objects, and what proves who asks. */
const notInAddress = new Set(['changes', 'record', 'session', 'secret', 'challenge', 'answer']);

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
    ...checkNames(parts, { ...place, inAddress: true }),
  ];
}

/** A text with placeholders in it; `isLanguage`: whatever stands beside them may be in some language of the CRM's. */
export function checkText(text: string, place: Place, isLanguage: boolean): Problem[] {
  const parts = templateParts(text);
  if (!parts) return [{ path: place.at, expected: ['doubled-braces'] }];
  const open = parts.find(
    (part) =>
      'name' in part && part.form === undefined && !harmless.has(part.name) && part.name !== 'changes',
  );
  return [
    ...checkNames(parts, place),
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

function checkNames(parts: TemplatePart[], { at, names, inAddress }: Place): Problem[] {
  return parts.flatMap((part): Problem[] => {
    if (!('name' in part)) return [];
    const { name, spread } = part;
    const head = headOf(name);
    const isPart = head === 'changes' || head === 'record';
    if (!names.includes(isPart ? head : name)) {
      return [
        {
          path: at,
          expected:
            names.length === 0
              ? (['no-placeholder', name] as const)
              : (['unknown-placeholder', name, [...names]] as const),
        },
      ];
    }
    if (inAddress && notInAddress.has(head))
      return [{ path: at, expected: ['not-in-address', name] as const }];
    if (isDigits(part) && !withPieces.has(name)) {
      return [{ path: at, expected: ['piece-of-number', name] as const }];
    }
    return spread ? [{ path: at, expected: ['spread-in-list', name] as const }] : [];
  });
}
