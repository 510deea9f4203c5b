import { crmOfRef } from '../../lib/domain/contact/contact-ref.ts';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { sharedWords } from './shared-words.ts';

/** What these CRMs are called, each once. */
export function crmNames(connections: readonly Connection[]): string {
  const names = [...new Set(connections.map(({ crm }) => safeText(crm, 64)))];
  return names.length === 0 ? sharedWords().theCrm : sharedWords().crms(names);
}

/** Of which CRMs these contacts are, in the order of the contacts. */
export function crmNamesOf(connections: readonly Connection[], contactIds: readonly string[]): string {
  const known = contactIds.flatMap((id) => connections.find((one) => one.id === crmOfRef(id)) ?? []);
  return crmNames(known);
}
