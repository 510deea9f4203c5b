import type { CrmConnector } from '../../../lib/crms/crm.ts';
import { crmBinding } from '../../../lib/domain/crm/crm-binding.ts';
import type { Settings } from '../../../lib/domain/settings.ts';

/** The same CRM at the same address, however it is spelt: only then does a credential of the one belong to the other. */
export function sameCrm(a: Settings['crm'], b: Settings['crm'], crms: readonly CrmConnector[]): boolean {
  return bindingOf(a, crms) === bindingOf(b, crms);
}

/** What a credential for these settings is bound to; settings that their connector cannot read are bound as they are. */
export function bindingOf(crm: Settings['crm'], crms: readonly CrmConnector[]): string {
  if (crm === null) return '';
  const parsed = crms.find(({ id }) => id === crm.id)?.settings.safeParse(crm.settings);
  return crmBinding(crm.id, parsed?.success ? parsed.data : crm.settings);
}
