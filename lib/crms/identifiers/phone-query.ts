import type { Identifier } from '../../domain/contact/identifier.ts';
import { readIdentifier } from '../../domain/contact/normalise-identifier.ts';
import { plainNumber } from '../../domain/numbers/plain-number.ts';

/** The number that a search text is, where it is nothing else: then it is looked up rather than searched for. */
export function phoneQuery(query: string, region: string): Identifier | undefined {
  if (!/^[\d\s+().\-/]+$/.test(plainNumber(query))) return undefined;
  const identifier = readIdentifier({ kind: 'phone', value: query }, { region });
  return identifier?.kind === 'phone' ? identifier : undefined;
}
