import { canonicalJson } from '../../../lib/domain/text/canonical-json.ts';

/** Equal as JSON, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
