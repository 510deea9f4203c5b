import type { HostFacts } from './host.ts';

/** What is known of every adapter, the highest rank first, without the code that works in pages. */
export const hostFacts: HostFacts[] = Object.values(
  import.meta.glob<HostFacts>('./*/facts.ts', { eager: true, import: 'facts' }),
).sort((a, b) => b.rank - a.rank);
