import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { UnreadOfCrm, UnreadPart } from '../../../lib/domain/crm/unread.ts';
import type { CrmSettings } from '../../../lib/domain/settings.ts';
import { crmName } from '../state/crm-name.ts';

/** What could not be read of one CRM, under the name that people know it by; what came last stands first. */
export interface UnreadCrm {
  id: string;
  name: string;
  parts: UnreadPart[];
}

/** Of those that are still connected, in the order of the settings. */
export function unreadCrms(
  unread: readonly UnreadOfCrm[],
  crms: readonly CrmSettings[],
  connectors: readonly Pick<CrmConnector, 'id' | 'label'>[],
): UnreadCrm[] {
  return crms.flatMap((entry) => {
    const parts = unread.find(({ id }) => id === entry.id)?.parts ?? [];
    if (parts.length === 0) return [];
    return [{ id: entry.id, name: crmName(entry, connectors), parts: parts.toReversed() }];
  });
}
