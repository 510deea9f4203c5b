import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { CrmSettings } from '../../../lib/domain/settings.ts';

/** What people read of a CRM: the name it was given, else its connector's. */
export function crmName(
  { connector, label }: Pick<CrmSettings, 'connector' | 'label'>,
  crms: readonly Pick<CrmConnector, 'id' | 'label'>[],
): string {
  return label.trim() || (crms.find(({ id }) => id === connector)?.label ?? connector);
}
