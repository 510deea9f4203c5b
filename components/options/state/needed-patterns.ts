import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { matchPattern } from '../../../lib/domain/text/safe-origin.ts';
import type { CrmPlace } from './same-crm.ts';

/** Match patterns of a CRM; none where it cannot be understood. */
export function crmPatterns(crm: CrmPlace, crms: readonly CrmConnector[]): string[] {
  const connector = crms.find(({ id }) => id === crm.connector);
  const parsed = connector?.settings.safeParse(crm.settings);
  if (!connector || !parsed?.success) return [];
  // One host, one pattern: a connector never gets more than the address that a person typed.
  return connector.origins(parsed.data).filter((pattern) => /^https?:\/\/[^*/]+\/\*$/.test(pattern));
}

/** Every match pattern that hosts and CRMs need; two origins on one host share theirs. */
export function neededPatterns(settings: Settings, crms: readonly CrmConnector[]): Set<string> {
  const hosts = settings.hosts.map(({ origin }) => matchPattern(origin));
  return new Set([...hosts, ...settings.crms.flatMap((crm) => crmPatterns(crm, crms))]);
}

/** What may be given back to the browser once `after` has taken the place of `before`. */
export function unneededPatterns(before: Settings, after: Settings, crms: readonly CrmConnector[]): string[] {
  const needed = neededPatterns(after, crms);
  return [...neededPatterns(before, crms)].filter((pattern) => !needed.has(pattern));
}
