import type { LiveInteraction } from '../../lib/domain/interaction/live.ts';

/** Pattern of the line: dotted offered, solid active, dashed held, hollow finished. */
export function lineState({ facts }: LiveInteraction): 'offered' | 'active' | 'held' | 'finished' {
  if (facts.state === 'pending' || facts.state === 'offered') return 'offered';
  if (facts.state === 'finished' || facts.state === 'closed') return 'finished';
  return facts.state;
}
