import type { HostAdapter } from './host.ts';

/** Every host adapter of this folder, highest rank first. Taps are apart (taps.ts): the worlds share no bundle. */
export const hostAdapters: HostAdapter[] = Object.values(
  import.meta.glob<HostAdapter>(
    [
      './*.ts',
      '!./*.tap.ts',
      '!./*.test.ts',
      '!./host.ts',
      '!./index.ts',
      '!./taps.ts',
      '!./host-protocol-messages.ts',
    ],
    { eager: true, import: 'default' },
  ),
).sort((a, b) => b.rank - a.rank);
