import type { Identifier } from '../../domain/contact/identifier.ts';
import { normaliseIdentifier } from '../../domain/contact/normalise-identifier.ts';

/** The e-mail address that a search text is, where it is nothing else. */
export function emailQuery(query: string): Identifier | undefined {
  const text = query.trim();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text)) return undefined;
  return normaliseIdentifier({ kind: 'email', value: text }, { region: '' }) ?? undefined;
}
