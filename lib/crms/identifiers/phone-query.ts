import type { Identifier } from '../../domain/contact/identifier.ts';
import { normaliseIdentifier } from '../../domain/contact/normalise-identifier.ts';

/** The number that a search text is, where it is nothing else: then it is looked up rather than searched for. */
export function phoneQuery(query: string, region: string): Identifier | undefined {
  if (!/^[\d\s+().\-/]+$/.test(query)) return undefined;
  const identifier = normaliseIdentifier({ kind: 'phone', value: query }, { region });
  return identifier?.kind === 'phone' ? identifier : undefined;
}
