import type { HostAdapter } from './host.ts';

/** Every host adapter, a folder each, highest rank first. Taps are apart (taps.ts): the worlds share no bundle. */
export const hostAdapters: HostAdapter[] = Object.values(
  import.meta.glob<HostAdapter>('./*/adapter.ts', { eager: true, import: 'default' }),
).sort((a, b) => b.rank - a.rank);
