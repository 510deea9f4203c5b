import type { CrmConnector } from '../../../lib/crms/crm.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { sameJson } from '../parts/same-json.ts';
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
  const counts = [
    added.length > 0 && `${added.length} new`,
    changed.length > 0 && `${changed.length} changed`,
    removed.length > 0 && `${removed.length} removed`,
  ].filter(Boolean);
  const lines: ImportLine[] = [];
  if (counts.length > 0)
    lines.push({
      what: 'Hosts',
      change: `${now.hosts.length} now, then ${next.hosts.length}: ${counts.join(', ')}`,
      warn: removed.length > 0,
    });
  if (trusted.length > 0)
    lines.push({
      what: 'ContactID header',
      change: `will be trusted for ${trusted.map(({ origin }) => origin).join(', ')}`,
      warn: true,
    });
  return lines;
}

function crmLines(now: Settings, next: Settings, crms: readonly CrmConnector[]): ImportLine[] {
  if (sameJson(now.crm, next.crm)) return [];
  const name = (crm: Settings['crm']) => crms.find(({ id }) => id === crm?.id)?.label ?? 'none';
  if (sameCrm(now.crm, next.crm, crms)) return [{ what: 'CRM', change: 'Stay signed in changes' }];
  const signIn = next.crm === null ? '' : '; sign in to it afterwards';
  return [
    { what: 'CRM', change: `${name(now.crm)} now, then ${name(next.crm)}${signIn}`, warn: now.crm !== null },
  ];
}

function otherLines(now: Settings, next: Settings): ImportLine[] {
  const lines: ImportLine[] = [];
  if (!sameJson(now.rules, next.rules) || !sameJson(now.rulesOff, next.rulesOff))
    lines.push({
      what: 'Rules',
      change: `${now.rules.length} of your own now, then ${next.rules.length}`,
      warn: now.rules.length > 0,
    });
  if (
    !sameJson(now.view, next.view) ||
    now.surface !== next.surface ||
    now.notifyPerson !== next.notifyPerson
  )
    lines.push({ what: 'View', change: 'changes' });
  if (!sameJson(now.cache, next.cache)) lines.push({ what: 'Saved copies', change: 'their lives change' });
  return lines;
}
