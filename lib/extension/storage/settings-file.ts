import type { CrmConnector } from '../../crms/crm.ts';
import { type Settings, settingsSchema } from '../../domain/settings.ts';
import type { Expectation, FileProblem, FileRefusal, RefusedFile } from '../../domain/text/file-problem.ts';
import { migrateSettings, settingsVersion } from './migrate-settings.ts';

/** More than 200 hosts and a long memory of toggles need. */
const maxFileLength = 1_000_000;

export type SettingsFile = { ok: true; settings: Settings } | RefusedFile;

/** The settings as a file for other browsers. A credential is never in it, wherever one was put. */
export function writeSettingsFile(settings: Settings): string {
  // Through the schema, which drops every key that it does not know.
  return `${JSON.stringify(withoutCredential(settingsSchema.parse(settings)), null, 2)}\n`;
}

/** Reads a file that `writeSettingsFile`, or an administrator, wrote. All or nothing. */
export function readSettingsFile(
  text: string,
  crms: readonly Pick<CrmConnector, 'id' | 'settings'>[],
): SettingsFile {
  if (text.length > maxFileLength) return refuse(['too-large', maxFileLength / 1_000]);
  const json = parseJson(text);
  if (json === undefined) return refuse(['not-json', undefined]);
  const migrated = migrateSettings(json);
  if (json === null || migrated.status === 'damaged') {
    const paths = migrated.status === 'damaged' ? migrated.paths : [''];
    return refuse(['not-this'], paths.map(explain));
  }
  if (migrated.status === 'newer') return refuse(['newer', migrated.version, settingsVersion]);
  const problems = [...repeatedHosts(migrated.settings), ...crmProblems(migrated.settings, crms)];
  if (problems.length > 0) return refuse(['wrong-parts'], problems);
  return { ok: true, settings: withoutCredential(migrated.settings) };
}

function withoutCredential(settings: Settings): Settings {
  if (settings.crm === null) return settings;
  const { credential: _, ...kept } = settings.crm.settings;
  return { ...settings, crm: { ...settings.crm, settings: kept } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function repeatedHosts({ hosts }: Settings): FileProblem[] {
  return hosts.flatMap(({ origin }, index) =>
    hosts.findIndex((host) => host.origin === origin) < index
      ? [{ path: `hosts.${index}.origin`, expected: ['every-host-once'] as const }]
      : [],
  );
}

function crmProblems(
  { crm }: Settings,
  crms: readonly Pick<CrmConnector, 'id' | 'settings'>[],
): FileProblem[] {
  if (crm === null) return [];
  const connector = crms.find(({ id }) => id === crm.id);
  if (!connector) return [{ path: 'crm.id', expected: ['one-of', crms.map(({ id }) => id)] }];
  const parsed = connector.settings.safeParse(crm.settings);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    path: ['crm', 'settings', ...issue.path].join('.'),
    expected: documented,
  }));
}

const documented: Expectation = ['as-documented', 'docs/settings.md'];

const expectations: [path: RegExp, expected: Expectation][] = [
  [/^version$/, ['number-between', 1, settingsVersion]],
  [/origin$/i, ['origin']],
  [/label$/, ['at-most', 128, 'characters']],
  [/campaignHeader$/, ['letters-digits-hyphens', 64]],
  [/(trustContactIdHeader|popInternal|notifyPerson|staySignedIn)$/, ['true-or-false']],
  [/^(rules|.*rulesOff)\b/, ['as-documented', 'docs/host-rules.md']],
  [/^crm\.arrangement\b/, ['arrangement', 'docs/settings.md']],
  [/^hosts$/, ['at-most', 200, 'hosts']],
  [/^surface$/, ['one-of', ['card', 'notification', 'badge']]],
  [/^view\.open$/, ['one-of', ['auto', 'reduced', 'full']]],
  [/^view\.theme$/, ['one-of', ['system', 'light', 'dark']]],
  [/^view\.remembered/, ['one-of', ['reduced', 'full']]],
  [/^cache\.freshMinutes$/, ['number-between', 0, 1_440]],
  [/^cache\.staleHours$/, ['number-between', 0, 168]],
  [/^cache\.missSeconds$/, ['number-between', 0, 3_600]],
];

function explain(path: string): FileProblem {
  const expected = expectations.find(([pattern]) => pattern.test(path))?.[1] ?? documented;
  return { path, expected };
}

function refuse(reason: FileRefusal, problems: FileProblem[] = []): SettingsFile {
  return { ok: false, reason, problems };
}
