import { matchPattern } from '../../domain/text/safe-origin.ts';
import { browser } from './browser.ts';

/** The part of the extension API used here. */
export type PermissionsApi = Pick<typeof browser, 'permissions'>;

/** The match pattern of an origin, without its port. Throws for an origin that Ringside will not work with. */
export function patternOf(origin: string): string {
  return matchPattern(origin);
}

export async function hasOrigins(patterns: string[], api: PermissionsApi = browser): Promise<boolean> {
  return patterns.length === 0 || (await api.permissions.contains({ origins: patterns }));
}

/** Must be called straight from a click, with no `await` before it: browsers ask for a user's gesture. */
export function requestOrigins(patterns: string[], api: PermissionsApi = browser): Promise<boolean> {
  return api.permissions.request({ origins: patterns });
}

/** Gives permissions back. Those that cannot be (the manifest or a policy grants them) stay, without an error. */
export async function removeOrigins(patterns: string[], api: PermissionsApi = browser): Promise<void> {
  await Promise.all(
    patterns.map((pattern) => api.permissions.remove({ origins: [pattern] }).catch(() => false)),
  );
}

/** Calls `listener` when permissions are granted or taken away, by us or in the browser's own pages. */
export function onPermissionsChanged(
  listener: () => void,
  signal: AbortSignal,
  api: PermissionsApi = browser,
): void {
  if (signal.aborted) return;
  const changed = (): void => listener();
  api.permissions.onAdded.addListener(changed);
  api.permissions.onRemoved.addListener(changed);
  signal.addEventListener(
    'abort',
    () => {
      api.permissions.onAdded.removeListener(changed);
      api.permissions.onRemoved.removeListener(changed);
    },
    { once: true },
  );
}
