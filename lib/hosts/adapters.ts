import type { HostAdapter } from './host.ts';

/** Every host adapter, a folder each. Taps are apart (taps.ts): the worlds share no bundle. */
export const hostAdapters: HostAdapter[] = Object.values(
  import.meta.glob<HostAdapter>('./*/adapter.ts', { eager: true, import: 'default' }),
);
