import type { Settings } from '../../lib/domain/settings.ts';
import { sameJson } from './same-json.ts';

/** The same CRM at the same address: only then does a credential of the one belong to the other. */
export function sameCrm(a: Settings['crm'], b: Settings['crm']): boolean {
  return a?.id === b?.id && sameJson(a?.settings, b?.settings);
}
