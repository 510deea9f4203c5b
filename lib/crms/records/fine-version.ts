import type { Contact } from '../../domain/contact/contact.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { fingerprint } from './fingerprint.ts';

/** A version of a CRM whose clock counts seconds: two changes within one of them must not pass for none. */
export function fineVersion(
  stamp: string,
  parts: Partial<Pick<Contact, 'name' | 'identifiers' | 'fields'>>,
): string {
  return `${stamp} ${fingerprint(canonicalJson(parts))}`;
}

/** `then` may be the stamp alone, as it was kept before versions were finer. */
export function isVersion(now: string, then: string): boolean {
  return now === then || (then !== '' && now.startsWith(`${then} `));
}
