import { crmConnectors } from './connectors.ts';
import type { CrmFacts, OfferedCrm } from './crm.ts';

const facts = import.meta.glob<CrmFacts>('./*/facts.ts', { eager: true, import: 'facts' });

/** Every connector with its facts, by label. One without facts can be asked for nothing, and is not offered. */
export const offeredCrms: OfferedCrm[] = crmConnectors.flatMap((connector) => {
  const known = facts[`./${connector.id}/facts.ts`];
  return known ? [{ ...connector, ...known }] : [];
});
