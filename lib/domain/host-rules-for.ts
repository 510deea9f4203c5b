import type { HostRule, RuleFile } from './host/host-rules.ts';
import type { Settings } from './settings.ts';

export interface ChosenRules {
  /** Administrators' own files. One with the id of a pack takes its place. */
  rules: RuleFile[];
  /** Ids of files that are used nowhere. */
  rulesOff: string[];
  hosts: Pick<Settings['hosts'][number], 'origin' | 'rulesOff'>[];
}

/** Packs and own files, without packs that an own file replaces. */
export function allRuleFiles(packs: readonly RuleFile[], own: readonly RuleFile[]): RuleFile[] {
  return [...own, ...packs.filter(({ id }) => own.every((file) => file.id !== id))];
}

/** The rules that a page of this origin is read by, and no others; each rule's id then begins with its file's. */
export function rulesFor(origin: string, packs: readonly RuleFile[], chosen: ChosenRules): HostRule[] {
  const host = chosen.hosts.find((each) => each.origin === origin);
  const off = new Set([...chosen.rulesOff, ...(host?.rulesOff ?? [])]);
  return allRuleFiles(packs, chosen.rules)
    .filter(({ id }) => !off.has(id))
    .flatMap((file) =>
      file.rules
        .filter((rule) => isForOrigin(rule, origin))
        .map((rule) => ({ ...rule, id: `${file.id}/${rule.id}` })),
    );
}

/** Whether some page of this origin may be read by the rule. */
export function isForOrigin({ where }: Pick<HostRule, 'where'>, origin: string): boolean {
  const { host } = new URL(origin);
  return where.some(
    ({ host: pattern }) =>
      pattern === '*' ||
      pattern === host ||
      (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)) && host.length >= pattern.length),
  );
}
