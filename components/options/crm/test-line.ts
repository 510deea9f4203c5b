import type { Crm } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { Verdict } from '../parts/Sign.tsx';

/** One line of the verdict. `ms`: how long the CRM took. `none`: not tried, or not to be known. */
export interface TestLine {
  verdict: Verdict;
  text: string;
  advice?: string;
  ms?: number;
  /** Instead of the time. */
  note?: string;
}

/** A connection to test, and what its connector says of it. */
export interface TestTarget {
  crm: Crm;
  label: string;
  capabilities: CrmCapabilities;
}
