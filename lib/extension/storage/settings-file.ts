import type { CrmConnector } from '../../crms/crm.ts';
import { crmBinding } from '../../domain/crm/crm-binding.ts';
import { type Settings, settingsSchema, settingsVersion } from '../../domain/settings.ts';
import { migrateSettings } from './migrate-settings.ts';

/** More than 200 hosts and a long memory of toggles need. */
const maxFileLength = 1_000_000;

/** A part of a file that is wrong: where (`hosts.0.origin`), and what may stand there. */
export interface FileProblem {
  path: string;
  expected: string;
}

export type SettingsFile =
  | { ok: true; settings: Settings }
  | { ok: false; reason: string; problems: FileProblem[] };

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
  if (text.length > maxFileLength) return refuse('This file is too large to be a settings file.');
  const json = parseJson(text);
  if (json === undefined) return refuse('This file is not JSON.');
  const migrated = migrateSettings(json);
  if (json === null || migrated.status === 'damaged') {
    const paths = migrated.status === 'damaged' ? migrated.paths : ['(all of it)'];
    return refuse('This is not a settings file, or parts of it are wrong.', paths.map(explain));
  }
  if (migrated.status === 'newer')
    return refuse(
      `This file was made by a newer Ringside (version ${migrated.version} of the settings; this one reads ${settingsVersion}).`,
    );
  const problems = [...repeatedHosts(migrated.settings), ...crmProblems(migrated.settings, crms)];
  if (problems.length > 0) return refuse('Parts of this file are wrong.', problems);
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
      ? [{ path: `hosts.${index}.origin`, expected: 'every host once; this one stands further up already' }]
      : [],
  );
}

function crmProblems(
  { crms: chosen }: Settings,
  crms: readonly Pick<CrmConnector, 'id' | 'settings'>[],
): FileProblem[] {
  const known = new Set<string>();
  return chosen.flatMap((crm, index) => {
    const path = `crms.${index}`;
    const connector = crms.find(({ id }) => id === crm.connector);
    if (!connector)
      return [{ path: `${path}.connector`, expected: `one of: ${crms.map(({ id }) => id).join(', ')}` }];
    const parsed = connector.settings.safeParse(crm.settings);
    if (!parsed.success)
      return parsed.error.issues.map((issue) => ({
        path: [path, 'settings', ...issue.path].join('.'),
        expected: 'what docs/settings.md says for this CRM',
      }));
    const binding = crmBinding(connector.id, parsed.data);
    if (known.has(binding)) return [{ path, expected: 'every CRM once; this one stands further up already' }];
    known.add(binding);
    return [];
  });
}

/** The first that fits is said. */
const expectations: [path: RegExp, expected: string][] = [
  [/^crms\.\d+\.arrangement\b/, 'sections with an id, a label and fields, as docs/settings.md says'],
  [/^version$/, `a whole number, at most ${settingsVersion}`],
  [/origin$/i, 'an origin such as https://desk.example.com (http only for localhost)'],
  [/^crms\.\d+\.label$/, 'text of at most 64 characters'],
  [/^crms\.\d+\.id$/, 'small letters, digits and hyphens, at most 64, and another for each CRM'],
  [/^crms$/, 'a list of at most 8 CRMs'],
  [/^crms\.\d+\.hosts\b/, 'a list of origins such as https://desk.example.com, at least one'],
  [/label$/, 'text of at most 128 characters'],
  [/campaignHeader$/, 'letters, digits and hyphens, at most 64'],
  [/(trustContactIdHeader|popInternal|notifyPerson|staySignedIn)$/, 'true or false'],
  [/^(rules|.*rulesOff)\b/, 'what docs/host-rules.md says'],
  [/^hosts$/, 'a list of at most 200 hosts'],
  [/^surface$/, 'card, notification or badge'],
  [/^view\.open$/, 'auto, reduced or full'],
  [/^view\.theme$/, 'system, light or dark'],
  [/^view\.remembered/, 'reduced or full'],
  [/^cache\.freshMinutes$/, 'a number from 0 to 1440'],
  [/^cache\.staleHours$/, 'a number from 0 to 168'],
  [/^cache\.missSeconds$/, 'a number from 0 to 3600'],
];

function explain(path: string): FileProblem {
  const expected = expectations.find(([pattern]) => pattern.test(path))?.[1] ?? 'what docs/settings.md says';
  return { path, expected };
}

function refuse(reason: string, problems: FileProblem[] = []): SettingsFile {
  return { ok: false, reason, problems };
}
