import { facts as chatwoot } from '../../../lib/hosts/chatwoot/facts.ts';
import type { HostFacts } from '../../../lib/hosts/host.ts';
import { facts as hostProtocol } from '../../../lib/hosts/host-protocol/facts.ts';
import { facts as hubspotCalling } from '../../../lib/hosts/hubspot-calling/facts.ts';
import { facts as jsonWebsocket } from '../../../lib/hosts/json-websocket/facts.ts';
import { facts as ringcentral } from '../../../lib/hosts/ringcentral/facts.ts';
import { facts as sipWebsocket } from '../../../lib/hosts/sip-websocket/facts.ts';
import { facts as xmppWebsocket } from '../../../lib/hosts/xmpp-websocket/facts.ts';

const all: HostFacts[] = [
  ...[chatwoot, hostProtocol, hubspotCalling, jsonWebsocket],
  ...[ringcentral, sipWebsocket, xmppWebsocket],
];

/** As the registry has them, which only a bundler can collect. */
export function factsOf(adapter: string): HostFacts | undefined {
  return all.find(({ id }) => id === adapter);
}
