import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import { ringsOrTalks } from './plan-surfaces.ts';

/**
 * Frames that have live interactions but no content script at the other end: pages that went away while no worker was
 * there to notice. Those already marked are left out.
 */
export function missingHosts(
  interactions: LiveInteraction[],
  connected: { tabId: number; frameId: number }[],
): { tabId: number; frameId: number }[] {
  const there = new Set(connected.map(({ tabId, frameId }) => `${tabId}:${frameId}`));
  const missing = new Map<string, { tabId: number; frameId: number }>();
  for (const live of interactions) {
    const { tabId, frameId } = live.source;
    const place = `${tabId}:${frameId}`;
    if (ringsOrTalks(live) && live.hostGoneUntil === undefined && !there.has(place))
      missing.set(place, { tabId, frameId });
  }
  return [...missing.values()];
}
