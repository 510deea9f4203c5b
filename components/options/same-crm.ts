import type { CrmConnector } from '../../lib/crms/crm.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import { sameJson } from './same-json.ts';

/** The same CRM at the same address, however it is spelt: only then does a credential of the one belong to the other. */
export function sameCrm(a: Settings['crm'], b: Settings['crm'], crms: readonly CrmConnector[]): boolean {
  return a?.id === b?.id && sameJson(normalise(a, crms), normalise(b, crms));
}

/** The settings as their connector spells them; as they are where it cannot read them. */
function normalise(crm: Settings['crm'], crms: readonly CrmConnector[]): unknown {
  const parsed = crms.find(({ id }) => id === crm?.id)?.settings.safeParse(crm?.settings);
  return parsed?.success ? parsed.data : crm?.settings;
}
