import {
  defaultSettings,
  type Settings,
  type SettingsProblem,
  settingsSchema,
} from '../../domain/settings.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { withLock } from '../browser/with-lock.ts';
import { migrateSettings } from './migrate-settings.ts';

const key = 'settings';
const damagedKey = 'settings.damaged';

export interface LoadedSettings {
  settings: Settings;
  /** A later Ringside wrote them: they may be used, never saved. */
  readOnly: boolean;
  /** Why `settings` is not simply what was saved. */
  problem?: SettingsProblem;
}

/** Settings that may not be saved: a later Ringside wrote the stored ones. */
export class SettingsReadOnlyError extends Error {
  override readonly name = 'SettingsReadOnlyError';
}

/** `storage.local` key `settings` (docs/settings.md). Damaged ones are kept under `settings.damaged`; then the defaults hold. */
export async function loadSettings(api: StorageApi = trustedStorage()): Promise<LoadedSettings> {
  const stored = (await api.storage.local.get(key))[key];
  const loaded = understand(stored);
  if (loaded.damaged) await api.storage.local.set({ [damagedKey]: stored });
  const { damaged: _, ...result } = loaded;
  return result;
}

/** Throws `SettingsReadOnlyError` over newer settings, and a ZodError for settings that could not be read back. */
export function saveSettings(settings: Settings, api: StorageApi = trustedStorage()): Promise<void> {
  return updateSettings(() => settings, api).then(() => undefined);
}

/**
 * Reads, changes and saves as one step, whichever of our pages or the worker does it: nobody's change is overwritten with
 * an older copy. Answers what was saved; throws as `saveSettings` does.
 */
export function updateSettings(
  change: (settings: Settings) => Settings,
  api: StorageApi = trustedStorage(),
): Promise<Settings> {
  return withLock('settings', async () => {
    const { settings, readOnly } = await loadSettings(api);
    if (readOnly) throw new SettingsReadOnlyError('These settings were written by a newer Ringside.');
    const next = settingsSchema.parse(change(settings));
    await api.storage.local.set({ [key]: next });
    return next;
  });
}

/** Calls `listener` whenever the stored settings change, whoever changed them, until the signal aborts. */
export function onSettingsChanged(
  listener: (settings: Settings) => void,
  signal: AbortSignal,
  api: StorageApi = trustedStorage(),
): void {
  if (signal.aborted) return;
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && key in changes) listener(understand(changes[key]?.newValue).settings);
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}

function understand(stored: unknown): LoadedSettings & { damaged: boolean } {
  const migrated = migrateSettings(stored);
  switch (migrated.status) {
    case 'ok':
      return { settings: migrated.settings, readOnly: false, damaged: false };
    case 'newer':
      return {
        settings: migrated.settings,
        readOnly: true,
        damaged: false,
        problem: { code: 'newer', version: migrated.version },
      };
    case 'damaged':
      return {
        settings: defaultSettings,
        readOnly: false,
        damaged: true,
        problem: { code: 'damaged', paths: migrated.paths.slice(0, 5) },
      };
  }
}
