import type { Crm } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { Unread } from '../../../lib/domain/crm/unread.ts';
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
  /** What of its answers could not be read so far; it grows while it is asked. */
  unread?: readonly Unread[];
  label: string;
  capabilities: CrmCapabilities;
}
