import type { HostSettings, Settings } from '../../../domain/settings.ts';
import { TimeUp, within } from '../../../engine/waiting/within.ts';
import { browser } from '../../browser/browser.ts';
import { hasOrigins, type PermissionsApi, patternOf } from '../../browser/permissions.ts';

/** A browser that has just started is slow; one that says nothing about one host must not silence the others. */
const answerMs = 5_000;

/**
 * The hosts that are both configured and granted, by exact origin. One of which the browser does not say in time whether it
 * is granted is left out; `onLate` is called when it has said so.
 */
export async function allowedHosts(
  settings: Settings,
  api: PermissionsApi = browser,
  onLate: () => void = () => undefined,
): Promise<Map<string, HostSettings>> {
  const granted = await Promise.all(settings.hosts.map(({ origin }) => isGranted(origin, api, onLate)));
  const allowed = settings.hosts.filter((_, index) => granted[index]);
  return new Map(allowed.map((host) => [host.origin, host]));
}

async function isGranted(origin: string, api: PermissionsApi, onLate: () => void): Promise<boolean> {
  try {
    const granted = hasOrigins([patternOf(origin)], api);
    return await within(answerMs, granted).catch((error: unknown) => {
      if (error instanceof TimeUp) void granted.then(onLate, () => undefined);
      throw error;
    });
  } catch {
    // Or an origin that Ringside does not work with, such as plain http on another machine.
    return false;
  }
}
