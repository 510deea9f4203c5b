import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { CrmSettings, Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { sameJson } from '../parts/same-json.ts';
import { crmName } from '../state/crm-name.ts';
import { sameCrm } from '../state/same-crm.ts';

/** One line of what an import would change. `warn`: worth a second look. */
export interface ImportLine {
  what: string;
  change: string;
  warn?: boolean;
}

/** What would be different if `next` took the place of `now`. Nothing where they are the same. */
export function describeImport(now: Settings, next: Settings, crms: readonly CrmConnector[]): ImportLine[] {
  return [...hostLines(now, next), ...crmLines(now, next, crms), ...otherLines(now, next)];
}

function hostLines(now: Settings, next: Settings): ImportLine[] {
  const before = new Map(now.hosts.map((host) => [host.origin, host]));
  const after = new Map(next.hosts.map((host) => [host.origin, host]));
  const added = next.hosts.filter(({ origin }) => !before.has(origin));
  const removed = now.hosts.filter(({ origin }) => !after.has(origin));
  const changed = next.hosts.filter(({ origin, ...host }) => {
    const old = before.get(origin);
    return old !== undefined && !sameJson({ ...host, origin }, old);
  });
  const trusted = next.hosts.filter(
    ({ origin, trustContactIdHeader }) => trustContactIdHeader && !before.get(origin)?.trustContactIdHeader,
  );
  const words = optionsWords().transfer.lines;
  const counts = [
    added.length > 0 && words.fresh(added.length),
    changed.length > 0 && words.changed(changed.length),
    removed.length > 0 && words.removed(removed.length),
  ].filter((one) => one !== false);
  const lines: ImportLine[] = [];
  if (counts.length > 0)
    lines.push({
      what: words.hosts,
      change: words.hostsThen(now.hosts.length, next.hosts.length, counts),
      warn: removed.length > 0,
    });
  if (trusted.length > 0)
    lines.push({
      what: words.header,
      change: words.trusted(trusted.map(({ origin }) => origin)),
      warn: true,
    });
  return lines;
}

function crmLines(now: Settings, next: Settings, crms: readonly CrmConnector[]): ImportLine[] {
  if (sameJson(now.crms, next.crms)) return [];
  const words = optionsWords().transfer.lines;
  const names = (all: CrmSettings[]) => all.map((crm) => crmName(crm, crms));
  const kept = (crm: CrmSettings) => now.crms.find(({ id }) => id === crm.id);
  const signIns = next.crms.filter((crm) => !sameCrm(kept(crm), crm, crms));
  const gone = now.crms.length > next.crms.length || signIns.length > 0;
  if (!gone) {
    const onlyStay = sameJson(now.crms.map(plain), next.crms.map(plain));
    return [{ what: words.crm, change: onlyStay ? words.stay : words.crmsChange }];
  }
  const then = signIns.length === 0 ? words.crmThen : words.crmThenSignIn;
  return [
    {
      what: words.crm,
      change: then(names(now.crms), names(next.crms), names(signIns)),
      warn: now.crms.length > 0,
    },
  ];
}

/** All but where its key is kept. */
function plain({ staySignedIn: _, ...crm }: CrmSettings) {
  return crm;
}

function otherLines(now: Settings, next: Settings): ImportLine[] {
  const words = optionsWords().transfer.lines;
  const lines: ImportLine[] = [];
  if (!sameJson(now.rules, next.rules) || !sameJson(now.rulesOff, next.rulesOff))
    lines.push({
      what: words.rules,
      change: words.rulesThen(now.rules.length, next.rules.length),
      warn: now.rules.length > 0,
    });
  if (
    !sameJson(now.view, next.view) ||
    now.surface !== next.surface ||
    now.notifyPerson !== next.notifyPerson
  )
    lines.push({ what: words.view, change: words.changes });
  if (!sameJson(now.cache, next.cache)) lines.push({ what: words.copies, change: words.livesChange });
  return lines;
}
