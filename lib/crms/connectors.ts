import type { CrmConnector } from './crm.ts';

/** Every connector, a folder each, by label. What people are told and asked of them is apart (offered-crms.ts). */
export const crmConnectors: CrmConnector[] = Object.values(
  import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' }),
)
  // Not by locale: asking for an order of words loads them all, at every start of the worker.
  .sort((a, b) => (a.label < b.label ? -1 : 1));

export function findCrmConnector(id: string): CrmConnector | undefined {
  return crmConnectors.find((connector) => connector.id === id);
}
