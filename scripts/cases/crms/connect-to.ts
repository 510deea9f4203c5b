import type { Crm, CrmConnector } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { BadCase } from '../format/case-file.ts';

export interface Connected {
  crm: Crm;
  /** Everything where nothing is said. */
  capabilities?: CrmCapabilities;
}

/** A connector as the extension connects it; `fetch` is the CRM. Throws `BadCase` where its settings are none. */
export function connectTo<Settings>(
  connector: CrmConnector<Settings>,
  given: Record<string, unknown>,
  fetch: typeof globalThis.fetch,
  credential = 'secret',
): Required<Connected> {
  const settings = connector.settings.safeParse(given);
  if (!settings.success)
    throw new BadCase(`${connector.id} cannot be connected with these settings: is the region a country?`);
  return {
    crm: connector.connect({ settings: settings.data, credential, fetch }),
    capabilities: connector.capabilities(settings.data),
  };
}
