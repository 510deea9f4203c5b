import { type HostSettings, hostSettingsSchema } from '../../domain/settings.ts';
import { matchPattern, safeOrigin } from '../../domain/text/safe-origin.ts';
import { log } from '../browser/log.ts';
import { hasOrigins } from '../browser/permissions.ts';
import { updateSettings } from '../storage/settings.ts';

/** What the agent has chosen in a page of the host, kept with its settings. */
export function changeHost(
  origin: string | undefined,
  change: (host: HostSettings) => Pick<Partial<HostSettings>, 'cardAt' | 'noCard'>,
): void {
  if (origin === undefined) return;
  updateSettings((settings) => ({
    ...settings,
    hosts: settings.hosts.map((host) => (host.origin === origin ? { ...host, ...change(host) } : host)),
  })).catch((error) => log('warn', 'the place of the card was not kept', { error }));
}

/** Adds a host that the browser lets us read, beside those there are. Without that permission, as from nobody's click, nothing. */
export function connectHost(origin: string): void {
  const safe = safeOrigin(origin);
  if (!safe.ok || safe.origin !== origin) return;
  const add = async (): Promise<void> => {
    if (!(await hasOrigins([matchPattern(origin)]))) return;
    await updateSettings((settings) =>
      settings.hosts.some((host) => host.origin === origin)
        ? settings
        : { ...settings, hosts: [...settings.hosts, hostSettingsSchema.parse({ origin })] },
    );
  };
  add().catch((error) => log('warn', 'the host was not connected', { error }));
}
