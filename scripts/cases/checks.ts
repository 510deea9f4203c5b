import { createCallCheck } from './checks/call-check.ts';
import { crmChecks } from './checks/crm-checks.ts';
import { engineCheck } from './checks/engine-check.ts';
import { frameChecks } from './checks/frame-checks.ts';
import { socketChecks } from './checks/socket-checks.ts';
import type { Check } from './format/check.ts';

export interface Checks {
  /** By the `type` of a case's check. */
  all: Record<string, Check>;
  /** Opens beforehand what the first case that needs it would open. */
  open(): Promise<void>;
  /** Ends what they have opened. */
  close(): Promise<void>;
}

/** Every type of checks. A run shares them: the companion's database is opened once, where a case asks for it. */
export function createChecks(): Checks {
  const call = createCallCheck();
  return {
    all: { call: call.check, ...socketChecks, ...frameChecks, ...crmChecks, engine: engineCheck },
    open: call.open,
    close: call.close,
  };
}
