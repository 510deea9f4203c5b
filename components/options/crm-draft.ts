import type { CrmConnector } from '../../lib/crms/crm.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import { browserRegion } from './browser-region.ts';
import { crmPatterns } from './needed-patterns.ts';
import { readAddress } from './read-address.ts';
import { sameCrm } from './same-crm.ts';

/** What the CRM form holds. `values` by key of the form's fields; the credential apart, empty where the kept one holds. */
export interface CrmDraft {
  crmId: string;
  values: Record<string, string>;
  credential: string;
  stay: boolean;
}

/** A draft that can be used, or what is wrong with it by field key. */
export type CheckedDraft =
  | { ok: true; crm: NonNullable<Settings['crm']>; patterns: string[] }
  | { ok: false; errors: Record<string, string> };

/** The draft that says what is saved. */
export function savedDraft(crm: Settings['crm'], crms: readonly CrmConnector[]): CrmDraft {
  const connector = crms.find(({ id }) => id === (crm?.id ?? 'companion')) ?? crms[0];
  const values = Object.fromEntries(
    (connector?.form ?? [])
      .filter(({ key }) => key !== 'credential')
      .map(({ key }) => [key, typeof crm?.settings[key] === 'string' ? crm.settings[key] : '']),
  );
  // A guess to begin with; whoever connects a CRM sees it and corrects it.
  if (crm === null) values.region = browserRegion();
  return { crmId: connector?.id ?? '', values, credential: '', stay: crm?.staySignedIn ?? false };
}

/**
 * Checks a draft as far as it can be without the CRM. `kept` is the saved CRM where its credential is at hand: only with
 * that very CRM and address may the credential be left empty, so that a kept one is never sent anywhere else.
 */
export function checkDraft(
  draft: CrmDraft,
  crms: readonly CrmConnector[],
  kept: Settings['crm'],
): CheckedDraft {
  const connector = crms.find(({ id }) => id === draft.crmId);
  if (!connector) return { ok: false, errors: { crm: 'Choose a CRM.' } };
  const { settings, errors } = readFields(draft, connector);
  const parsed = connector.settings.safeParse(settings);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const key = String(issue.path[0]);
    errors[key] ??= key in settings ? 'This CRM cannot use that.' : 'This CRM needs to know this.';
  }
  // Every connector's settings are an object with the keys of its form.
  const crm = { id: draft.crmId, settings: parsed.data as Record<string, unknown>, staySignedIn: draft.stay };
  const patterns = parsed.success ? crmPatterns(crm, crms) : [];
  const keeps = kept !== null && parsed.success && sameCrm(kept, crm, crms);
  if (draft.credential.trim() === '' && !keeps)
    errors.credential =
      kept === null
        ? 'Type the key of the CRM.'
        : 'Type the key again: the one at hand belongs to another address.';
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, crm, patterns };
}

/** The connector's settings as the form stands; not ok while something is missing or wrong. */
export function readDraft(
  draft: CrmDraft,
  connector: CrmConnector,
): { ok: true; settings: unknown } | { ok: false } {
  const { settings, errors } = readFields(draft, connector);
  const parsed = connector.settings.safeParse(settings);
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, settings: parsed.data }
    : { ok: false };
}

function readFields(draft: CrmDraft, connector: CrmConnector) {
  const errors: Record<string, string> = {};
  const settings: Record<string, string> = {};
  for (const { key, kind } of connector.form) {
    const typed = draft.values[key]?.trim() ?? '';
    const address = kind === 'url' ? readAddress(typed) : undefined;
    if (address?.ok === false) errors[key] = address.message;
    // What was left empty is left out: the connector decides whether it may be.
    else if (typed !== '' && key !== 'credential') settings[key] = address?.address ?? typed;
  }
  return { errors, settings };
}
