import type { HostSettings, Settings } from '../domain/settings.ts';
import { browser } from './browser.ts';
import { hasOrigins, type PermissionsApi, patternOf } from './permissions.ts';

/** The hosts that are both configured and granted, by exact origin. */
export async function allowedHosts(
  settings: Settings,
  api: PermissionsApi = browser,
): Promise<Map<string, HostSettings>> {
  const granted = await Promise.all(settings.hosts.map(({ origin }) => isGranted(origin, api)));
  const allowed = settings.hosts.filter((_, index) => granted[index]);
  return new Map(allowed.map((host) => [host.origin, host]));
}

async function isGranted(origin: string, api: PermissionsApi): Promise<boolean> {
  try {
    return await hasOrigins([patternOf(origin)], api);
  } catch {
    // An origin that Ringside does not work with, such as plain http on another machine.
    return false;
  }
}
