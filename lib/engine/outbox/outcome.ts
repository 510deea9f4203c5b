import type { CrmErrorCode } from '../../domain/crm/crm-error.ts';

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
