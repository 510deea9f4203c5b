import type { CrmConnector } from '../../../lib/crms/crm.ts';
import { crmBinding } from '../../../lib/domain/crm/crm-binding.ts';
import type { CrmSettings } from '../../../lib/domain/settings.ts';

/** Which CRM, and where. */
export type CrmPlace = Pick<CrmSettings, 'connector' | 'settings'>;

/** The same CRM at the same address, however it is spelt: only then does a credential of the one belong to the other. */
export function sameCrm(
  a: CrmPlace | undefined,
  b: CrmPlace | undefined,
  crms: readonly CrmConnector[],
): boolean {
  return bindingOf(a, crms) === bindingOf(b, crms);
}

/** What a credential for these settings is bound to; settings that their connector cannot read are bound as they are. */
export function bindingOf(crm: CrmPlace | undefined, crms: readonly CrmConnector[]): string {
  if (crm === undefined) return '';
  const parsed = crms.find(({ id }) => id === crm.connector)?.settings.safeParse(crm.settings);
  return crmBinding(crm.connector, parsed?.success ? parsed.data : crm.settings);
}
