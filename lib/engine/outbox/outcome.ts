import type { CrmErrorCode } from '../../domain/crm/crm-error.ts';
import type { Write } from '../../domain/interaction/live.ts';

/** The CRM has not said no: it is asked again, and the write waits for that. */
const waits = new Set<CrmErrorCode>(['unreachable', 'timeout', 'server-error', 'rate-limited']);

/** Whether a write that ended so is sent again by itself. */
export function isWaiting(code: CrmErrorCode): boolean {
  return waits.has(code);
}

/** Whether a write that ended so may have been done all the same. A CRM may refuse half-way. */
export function isUnknown(code: CrmErrorCode): boolean {
  return waits.has(code) || code === 'bad-reply';
}

/** It is saved, and not quite as it was meant: that is shown until its agent has seen it. */
export function isToBeSaid({ differs, slow }: Write): boolean {
  return differs !== undefined || slow === true;
}
