import { judgeSender } from '../browser/judge-sender.ts';
import { hostPortName } from '../messages/host-port-name.ts';
import type { Port } from '../messages/port.ts';
import { refusePort } from '../messages/refuse-port.ts';
import { viewPortName } from '../messages/view-port-name.ts';
import type { HostPorts } from './hosts/serve-host-port.ts';
import type { ViewPorts } from './surfaces/serve-view-port.ts';

export interface PortServers {
  /** Id and origin of this extension. */
  own: { id: string; origin: string };
  hostPorts: Pick<HostPorts, 'connect'>;
  viewPorts: Pick<ViewPorts, 'connect'>;
}

/**
 * Hands a new Port to who serves its sender. Who the sender is, the browser says; the name only says what it is for: a
 * content script that calls itself a view is refused, and so is a view that calls itself a host page.
 */
export function connectPort(port: Port, { own, hostPorts, viewPorts }: PortServers): void {
  const sender = judgeSender(port.sender, own);
  if (sender?.kind === 'host' && port.name === hostPortName) hostPorts.connect(port, sender);
  else if (sender !== undefined && sender.kind !== 'host' && port.name === viewPortName)
    viewPorts.connect(port, sender);
  else refusePort(port);
}
