import { forbiddenKeys } from '../text/forbidden-keys.ts';
import { headOf, solePlaceholder, templateParts } from '../text/text-template.ts';
import { checkText, type Place, type Problem } from './crm-definition-templates.ts';
import { type ListName, listNames } from './crm-definition-values.ts';

const mostNodes = 500;
const deepest = 10;
/** A member of this name: what its value is made of stands beside the others. */
export const spreadMember = '...';

/** JSON of bounded size and depth, whose texts and names of members are templates. */
export function checkBody(body: unknown, place: Place): Problem[] {
  let nodes = 0;
  const walk = (value: unknown, at: PropertyKey[], depth: number, inList: boolean): Problem[] => {
    nodes += 1;
    if (depth > deepest || nodes > mostNodes) return [{ path: place.at, expected: ['smaller'] }];
    if (typeof value === 'string') return checkBodyText(value, { ...place, at }, inList);
    if (typeof value !== 'object' || value === null) return [];
    if (inList && isEachEntry(value)) {
      const names = [...place.names, 'each', 'index'];
      const inner = checkBody(value.entry, { ...place, names, at: [...at, 'entry'] });
      return place.lists?.includes(value.each)
        ? inner
        : [{ path: at, expected: ['no-list-of', value.each] as const }, ...inner];
    }
    if (Array.isArray(value)) {
      return value.flatMap((inner: unknown, index) => walk(inner, [...at, index], depth + 1, true));
    }
    return Object.entries(value).flatMap(([key, inner]) => {
      const here = [...at, key];
      if (forbiddenKeys.has(key)) return [{ path: here, expected: ['no-such-member'] as const }];
      if (key === spreadMember) return checkSpread(inner, { ...place, at: here });
      const name = key.includes('{') ? checkText(key, { ...place, at: here }, true) : [];
      return [...name, ...walk(inner, here, depth + 1, false)];
    });
  };
  return walk(body, place.at, 0, false).slice(0, 20);
}

/** An entry of a list that stands there once for each of what it names, such as one condition a spelling. */
export function isEachEntry(value: unknown): value is { each: ListName; entry: unknown } {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'each,entry')
    return false;
  return 'each' in value && listNames.some((name) => name === value.each);
}

function checkSpread(value: unknown, place: Place): Problem[] {
  const sole = typeof value === 'string' ? solePlaceholder(value) : undefined;
  return sole && isObject(sole.name)
    ? checkText(String(value), place, true)
    : [{ path: place.at, expected: ['object-to-spread'] }];
}

function checkBodyText(text: string, place: Place, inList: boolean): Problem[] {
  const sole = solePlaceholder(text);
  const list = listNames.find((name) => name === sole?.name);
  if (sole && list && place.lists?.includes(list) && (inList || !sole.spread)) return [];
  const within = templateParts(text)?.some((part) => 'name' in part && part.name === 'changes') && !sole;
  return [
    ...checkText(text, place, true),
    ...(within ? [{ path: place.at, expected: ['changes-alone'] as const }] : []),
  ];
}

function isObject(name: string): boolean {
  return headOf(name) === 'changes' || headOf(name) === 'record';
}
