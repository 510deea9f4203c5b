import type { CrmConnector } from './crm.ts';

/** Every connector in this folder, by label. A file more here is a CRM more; only its default export is bundled. */
export const crmConnectors: CrmConnector[] = Object.values(
  import.meta.glob<CrmConnector>(['./*.ts', '!./*.test.ts', '!./crm.ts', '!./http.ts', '!./index.ts'], {
    eager: true,
    import: 'default',
  }),
).sort((a, b) => a.label.localeCompare(b.label));

export function findCrmConnector(id: string): CrmConnector | undefined {
  return crmConnectors.find((connector) => connector.id === id);
}
