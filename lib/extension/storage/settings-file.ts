import type { CrmConnector } from '../../crms/crm.ts';
import { crmBinding } from '../../domain/crm/crm-binding.ts';
import { type Settings, settingsSchema, settingsVersion } from '../../domain/settings.ts';
import type { Expectation, FileProblem, FileRefusal, RefusedFile } from '../../domain/text/file-problem.ts';
import { languages } from '../../domain/text/languages.ts';
import { migrateSettings } from './migrate-settings.ts';

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
  return {
    ...settings,
    crms: settings.crms.map((crm) => {
      const { credential: _, ...kept } = crm.settings;
      return { ...crm, settings: kept };
    }),
  };
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
  { crms: chosen }: Settings,
  crms: readonly Pick<CrmConnector, 'id' | 'settings'>[],
): FileProblem[] {
  const known = new Set<string>();
  return chosen.flatMap((crm, index): FileProblem[] => {
    const path = `crms.${index}`;
    const connector = crms.find(({ id }) => id === crm.connector);
    if (!connector) return [{ path: `${path}.connector`, expected: ['one-of', crms.map(({ id }) => id)] }];
    const parsed = connector.settings.safeParse(crm.settings);
    if (!parsed.success)
      return parsed.error.issues.map((issue) => ({
        path: [path, 'settings', ...issue.path].join('.'),
        expected: documented,
      }));
    const binding = crmBinding(connector.id, parsed.data);
    if (known.has(binding)) return [{ path, expected: ['every-crm-once'] }];
    known.add(binding);
    return [];
  });
}

const documented: Expectation = ['as-documented', 'docs/settings.md'];

/** The first that fits is said. */
const expectations: [path: RegExp, expected: Expectation][] = [
  [/^crms\.\d+\.arrangement\b/, ['arrangement', 'docs/settings.md']],
  [/^version$/, ['number-between', 1, settingsVersion]],
  [/origin$/i, ['origin']],
  [/^crms\.\d+\.label$/, ['at-most', 64, 'characters']],
  [/^crms\.\d+\.id$/, ['id-of-its-own', 64]],
  [/^crms$/, ['at-most', 8, 'crms']],
  [/^crms\.\d+\.hosts\b/, ['origins']],
  [/label$/, ['at-most', 128, 'characters']],
  [/campaignHeader$/, ['letters-digits-hyphens', 64]],
  [/(trustContactIdHeader|popInternal|noCard|notifyPerson|discreet|staySignedIn)$/, ['true-or-false']],
  [/^(rules|.*rulesOff)\b/, ['as-documented', 'docs/host-rules.md']],
  [/^hosts$/, ['at-most', 200, 'hosts']],
  [/^surface$/, ['one-of', ['card', 'notification', 'badge']]],
  [/^view\.open$/, ['one-of', ['auto', 'reduced', 'full']]],
  [/^view\.theme$/, ['one-of', ['system', 'light', 'dark']]],
  [/^view\.language$/, ['one-of', ['auto', ...languages]]],
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
