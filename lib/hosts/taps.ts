import type { HostTap } from './host.ts';

/** Every tap, for the MAIN world. Kept by file path; its order does not matter. */
export const hostTaps: Record<string, HostTap> = import.meta.glob<HostTap>('./*/tap.ts', {
  eager: true,
  import: 'default',
});
