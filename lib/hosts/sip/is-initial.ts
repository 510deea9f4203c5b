import { execute, lastIndexOf, slice } from '../page/built-ins.ts';
import type { SipFrame } from './sip-frame.ts';

/**
 * True of a request outside a dialog: its To has no tag. Only what stands behind the address counts, since a display name
 * may hold anything. For both worlds.
 */
export function isInitial(frame: SipFrame): boolean {
  const { to } = frame.headers;
  return to !== undefined && execute(/;\s*tag\s*=/i, slice(to, lastIndexOf(to, '>') + 1)) === null;
}
