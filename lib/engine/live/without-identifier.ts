import type { LiveInteraction, Resolution } from '../../domain/interaction/live.ts';

/** How an interaction stands that nobody can be looked for by: only what the host said to be withheld is. */
export function withoutIdentifier({ facts }: Pick<LiveInteraction, 'facts'>): Resolution {
  // Of all others the host tells who they are with before there is anything to read.
  if (facts.channel !== 'phone' && facts.channel !== 'sms') return { status: 'idle' };
  return { status: facts.withheld ? 'withheld' : 'no-number' };
}
