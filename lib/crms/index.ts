import type { CrmConnector } from './crm.ts';

/** Every connector, by label. A folder more here is a CRM more; what stands in it for tests is not reached from here. */
export const crmConnectors: CrmConnector[] = Object.values(
  import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' }),
).sort((a, b) => a.label.localeCompare(b.label));

export function findCrmConnector(id: string): CrmConnector | undefined {
  return crmConnectors.find((connector) => connector.id === id);
}
