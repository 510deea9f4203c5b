import { readAt } from '../../../domain/text/json-path.ts';
import {
  cutDigits,
  formText,
  headOf,
  isPiece,
  type TemplatePart,
  type TemplatePlaceholder,
  templateParts,
} from '../../../domain/text/text-template.ts';
import { digitWildcards } from '../../identifiers/phone-variants.ts';
import type { PlaceholderValues } from './placeholder-values.ts';

/** A template as text, each placeholder in its form. */
export function fillText(template: string, values: PlaceholderValues): string {
  return partsOf(template)
    .map((part) => ('text' in part ? part.text : textOf(part, values)))
    .join('');
}

/** What one placeholder stands for; empty where there is nothing. */
export function textOf({ name, cut, form }: TemplatePlaceholder, values: PlaceholderValues): string {
  const { texts, wildcard } = values;
  const text = Object.hasOwn(texts, name) ? (texts[name] ?? '') : partText(name, values);
  const pieces = [...(cut ?? []), ...(form && isPiece(form) ? [form] : [])];
  if (pieces.length === 0) return formText(text, form);
  const digits = cutDigits(text, pieces);
  // A piece of a pattern is a pattern too.
  return name === 'pattern' ? digitWildcards(digits, wildcard) : digits;
}

/** A definition's templates were checked when it was read. */
export function partsOf(template: string): TemplatePart[] {
  return templateParts(template) ?? [];
}

function partText(name: string, { changes, record }: PlaceholderValues): string {
  const head = headOf(name);
  if (head !== 'changes' && head !== 'record') return '';
  const found = readAt(head === 'changes' ? changes : record, name.slice(head.length + 1) || '.');
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}
