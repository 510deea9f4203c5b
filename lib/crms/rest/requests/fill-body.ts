import { isEachEntry, spreadMember } from '../../../domain/crm/crm-definition-bodies.ts';
import { type ListName, listNames } from '../../../domain/crm/crm-definition-values.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import { forbiddenKeys } from '../../../domain/text/forbidden-keys.ts';
import { readAt } from '../../../domain/text/json-path.ts';
import { headOf, solePlaceholder, type TemplatePlaceholder } from '../../../domain/text/text-template.ts';
import { fillText } from './fill-text.ts';
import { type PlaceholderValues, withTexts } from './placeholder-values.ts';

/** A body, or an entry of a list, with its placeholders filled in. A part of the changes that is not there is left out. */
export function fillBody(body: unknown, values: PlaceholderValues): unknown {
  if (typeof body === 'string') return fillValue(body, values);
  if (Array.isArray(body)) return fillList(body, values);
  if (typeof body !== 'object' || body === null) return body;
  const filled: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(body)) {
    const value = fillBody(one, values);
    if (key === spreadMember) addTo(filled, value);
    else if (value !== undefined) filled[nameOf(key, values)] = value;
  }
  return filled;
}

function fillList(list: unknown[], values: PlaceholderValues): unknown[] {
  return list.flatMap((one) => {
    if (isEachEntry(one)) {
      return (values.lists?.[one.each] ?? []).map((each, index) =>
        fillBody(one.entry, withTexts(values, { each, index: String(index) })),
      );
    }
    const sole = typeof one === 'string' ? solePlaceholder(one) : undefined;
    const spread = sole?.spread && listOf(sole, values);
    if (spread) return spread;
    const value = fillBody(one, values);
    return value === undefined ? [] : [value];
  });
}

/** A placeholder alone keeps its kind: an object, a list, a number; what is not there is null. */
function fillValue(template: string, values: PlaceholderValues): unknown {
  const sole = solePlaceholder(template);
  if (!sole) return fillText(template, values);
  if (sole.form === undefined && (headOf(sole.name) === 'changes' || headOf(sole.name) === 'record')) {
    return partOf(sole.name, values);
  }
  const list = listOf(sole, values);
  if (list) return list;
  const text = fillText(template, values);
  if (text === '') return null;
  if (sole.form !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function listOf({ name }: TemplatePlaceholder, { lists }: PlaceholderValues): string[] | undefined {
  return isList(name) ? (lists?.[name] ?? []) : undefined;
}

function isList(name: string): name is ListName {
  return listNames.some((one) => one === name);
}

/** `changes` and `record`, or what stands in them at the path behind. */
function partOf(name: string, { changes = {}, record }: PlaceholderValues): unknown {
  const whole = headOf(name) === 'changes' ? changes : record;
  const path = name.slice(headOf(name).length + 1);
  return path === '' ? (whole ?? {}) : readAt(whole, path);
}

function nameOf(template: string, values: PlaceholderValues): string {
  if (!template.includes('{')) return template;
  const name = fillText(template, values);
  if (name === '' || forbiddenKeys.has(name)) throw new CrmError({ code: 'not-found' });
  return name;
}

/** What stands behind wins; objects within are joined in the same way. */
function addTo(target: Record<string, unknown>, more: unknown): void {
  if (!isObject(more)) return;
  for (const [key, value] of Object.entries(more)) {
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(before) && isObject(value)) {
      const joined = { ...before };
      addTo(joined, value);
      target[key] = joined;
    } else target[key] = value;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
