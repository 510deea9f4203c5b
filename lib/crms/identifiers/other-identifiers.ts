import * as z from 'zod/mini';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { identifierKinds } from '../../domain/contact/identifier-schema.ts';

/** Which of the CRM's fields hold identifiers, by kind, in the order in which they are filled. */
export type IdentifierFields = Partial<Record<IdentifierKind, string[]>>;

const pair = /^(\w+)\s*=\s*([\w.-]{1,64})$/;

/**
 * A setting: fields for the kinds that the CRM has no place of its own for, as `telegram=cTelegram, other=cClientId`. A kind
 * may have several. Read by `otherIdentifierFields`.
 */
export const otherFieldsSchema = z.optional(
  z.string().check(
    z.maxLength(1_024),
    z.refine((text) => pairsOf(text).every((one) => kindOf(one) !== undefined)),
  ),
);

export function otherIdentifierFields(setting: string | undefined): IdentifierFields {
  const fields: IdentifierFields = {};
  for (const one of pairsOf(setting ?? '')) {
    const kind = kindOf(one);
    const field = pair.exec(one)?.[2];
    if (kind !== undefined && field !== undefined) fields[kind] = [...(fields[kind] ?? []), field];
  }
  return fields;
}

/** An identifier as a text field holds it: the scope behind, in brackets. */
export function storedText({ kind, value, scope }: Identifier): string {
  return kind === 'phone' || kind === 'email' || scope === undefined ? value : `${value} (${scope})`;
}

/** Back from a text field; not normalised yet. */
export function identifierOfText(kind: IdentifierKind, text: string): Identifier {
  const scoped = kind === 'phone' || kind === 'email' ? null : /^(.+) \((.+)\)$/s.exec(text.trim());
  return scoped?.[1] && scoped[2] ? { kind, value: scoped[1], scope: scoped[2] } : { kind, value: text };
}

function pairsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function kindOf(one: string): IdentifierKind | undefined {
  const kind = pair.exec(one)?.[1]?.toLowerCase();
  return identifierKinds.find((each) => each === kind && each !== 'phone' && each !== 'email');
}

/** Phone numbers and e-mail addresses, and what the settings have a field for. */
export function heldKinds(fields: IdentifierFields): IdentifierKind[] {
  return identifierKinds.filter((kind) => kind === 'phone' || kind === 'email' || fields[kind] !== undefined);
}
