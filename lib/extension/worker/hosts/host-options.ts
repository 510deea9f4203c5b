import type { HostRule } from '../../../domain/host/host-rules.ts';
import type { HostSettings } from '../../../domain/settings.ts';
import type { HostOptions } from '../../../hosts/host.ts';

/** What the adapters in a page of a host are given to work with. */
export function hostOptions(
  { campaignHeader, frameOrigin }: HostSettings,
  rules: HostRule[] = [],
): HostOptions {
  return {
    campaignHeader,
    ...(frameOrigin !== undefined && { frameOrigins: [frameOrigin].flat() }),
    ...(rules.length > 0 && { rules }),
  };
}
