import type { UnreadOfCrm } from './crm/unread.ts';
import type { HostDiagnostics } from './host/host-diagnostics.ts';

/** All that people may see of what Ringside could read and what not. Holds no customer data. */
export interface DiagnosticsNow extends HostDiagnostics {
  /** Absent where all that CRMs answered could be read. */
  unread?: UnreadOfCrm[];
}
