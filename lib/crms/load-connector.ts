import type { CrmConnector } from './crm.ts';

const connectors = import.meta.glob<CrmConnector>('./*/connector.ts', { import: 'default' });

/**
 * The connector with this id, of which nothing is evaluated before it is asked for. For the worker, whose script is one file:
 * all of it is there at once, and making the schemas of a dozen CRMs at every start would cost a pop 10 ms.
 */
export async function loadCrmConnector(id: string): Promise<CrmConnector | undefined> {
  return connectors[`./${id}/connector.ts`]?.();
}
