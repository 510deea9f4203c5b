import { log } from '../browser/log.ts';
import { hostPortName } from './host-port-name.ts';
import type { Port } from './port.ts';

/** Kept, since a Port that nobody holds is cut when memory is tidied. */
const silent = new Set<Port>();

/**
 * For a Port of somebody we do not talk to. A content script (in a sandboxed frame, say) is left without an answer, since
 * it would connect again and again; anybody else is cut off.
 */
export function refusePort(port: Port): void {
  log('warn', 'a connection was refused', { name: port.name });
  if (port.name !== hostPortName) {
    port.disconnect();
    return;
  }
  silent.add(port);
  port.onDisconnect.addListener(() => silent.delete(port));
}
