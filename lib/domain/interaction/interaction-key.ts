import type { HostSource } from '../host/host-source.ts';

type Sender = Pick<HostSource, 'origin' | 'adapter'>;

/**
 * The key of an interaction: one string for origin, adapter and the host's id, whatever characters the id has. `life`
 * tells apart two interactions of a host that uses an id again.
 */
export function interactionKey({ origin, adapter }: Sender, id: string, life?: number): string {
  return JSON.stringify(life === undefined ? [origin, adapter, id] : [origin, adapter, id, life]);
}
