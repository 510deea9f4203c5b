import { slugSchema } from '../../domain/host/host-rules-values.ts';
import { defaultSettings, type Settings, settingsSchema, settingsVersion } from '../../domain/settings.ts';

/**
 * What stored or imported settings turned out to be. `newer`: written by a later Ringside; what this one understands of
 * them is used and they must not be overwritten. `damaged`: `paths` names what is wrong, such as `hosts.0.origin`.
 */
export type MigratedSettings =
  | { status: 'ok'; settings: Settings }
  | { status: 'newer'; settings: Settings; version: number }
  | { status: 'damaged'; paths: string[] };

/** `steps[n]` turns settings of version n into version n + 1. */
type Steps = Readonly<Record<number, (settings: Record<string, unknown>) => Record<string, unknown>>>;

const ownSteps: Steps = {
  /** The one CRM becomes a list of one; its connection is called as its connector. */
  1({ crm, ...settings }) {
    if (crm === undefined || crm === null) return settings;
    const { id: connector, settings: own, staySignedIn, arrangement } = Object(crm);
    const id = slugSchema.safeParse(connector).success ? connector : 'crm';
    const only = { id, connector, settings: own, staySignedIn, arrangement };
    return { ...settings, crms: [only] };
  },
};

/** Reads settings of any version. Nothing stored is the defaults. */
export function migrateSettings(stored: unknown, steps: Steps = ownSteps): MigratedSettings {
  if (stored === undefined || stored === null) return { status: 'ok', settings: defaultSettings };
  if (typeof stored !== 'object' || Array.isArray(stored)) return { status: 'damaged', paths: [''] };
  let settings: Record<string, unknown> = { ...stored };
  let version = settings.version;
  if (typeof version !== 'number') return { status: 'damaged', paths: ['version'] };
  if (version > settingsVersion) {
    const understood = settingsSchema.safeParse({ ...settings, version: settingsVersion });
    return { status: 'newer', version, settings: understood.success ? understood.data : defaultSettings };
  }
  for (let step = steps[version]; version < settingsVersion && step !== undefined; step = steps[version]) {
    settings = { ...step(settings), version: version + 1 };
    version += 1;
  }
  const parsed = settingsSchema.safeParse(settings);
  if (parsed.success) return { status: 'ok', settings: parsed.data };
  const paths = parsed.error.issues.map((issue) => issue.path.join('.') || '');
  return { status: 'damaged', paths: [...new Set(paths)] };
}
