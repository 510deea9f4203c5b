import type { CrmSession } from '../../crms/crm.ts';

/** Settings that say how a CRM is read, not which one it is: who changes them is still at the same one. */
const ways = new Set(['region', 'otherFields', 'definition']);

/**
 * Whose the work in a CRM is, as text to be hashed: which CRM and which person, the same however often they sign in and
 * whatever their token. Where a credential names nobody in person, who holds it cannot be told from others who work there:
 * then it is the credential's.
 */
export function ownerOf(
  crm: { id: string; settings: unknown; credential: string },
  { agent, shared }: CrmSession,
): string {
  const settings = Object.entries(crm.settings ?? {}).filter(([name]) => !ways.has(name));
  const place = settings.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([crm.id, place, agent.id, ...(shared ? [crm.credential] : [])]);
}
