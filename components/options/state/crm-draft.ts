import type { OfferedCrm } from '../../../lib/crms/crm.ts';
import type { OAuthClient } from '../../../lib/crms/http/auth/oauth-client.ts';
import type { OAuthTokenStore } from '../../../lib/crms/http/auth/oauth-tokens.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { sameJson } from '../parts/same-json.ts';
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
  /** Signed in just now with these values, not saved yet. */
  signIn?: OAuthTokenStore;
}

/** A draft that can be used, or what is wrong with it by field key. */
export type CheckedDraft =
  | { ok: true; crm: NonNullable<Settings['crm']>; patterns: string[] }
  | { ok: false; errors: Record<string, string> };

/** The draft that says what is saved. */
export function savedDraft(crm: Settings['crm'], crms: readonly OfferedCrm[]): CrmDraft {
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

/** How one signs in with a draft in place of a key; undefined where a key is needed, or the draft is not complete. */
export function draftOAuth(draft: CrmDraft, crms: readonly OfferedCrm[]): OAuthClient | undefined {
  const connector = crms.find(({ id }) => id === draft.crmId);
  const parsed = connector?.settings.safeParse(readFields(draft, connector).settings);
  return parsed?.success ? connector?.oauth?.(parsed.data) : undefined;
}

/** The draft without its sign-in, where that was made with other values. */
export function withoutOldSignIn(before: CrmDraft, next: CrmDraft): CrmDraft {
  if (before.crmId === next.crmId && sameJson(before.values, next.values)) return next;
  const { signIn: _, ...rest } = next;
  return rest;
}

/**
 * Checks a draft as far as it can be without the CRM. `kept` is the saved CRM where its credential is at hand: only with
 * that very CRM and address may the credential be left empty, so that a kept one is never sent anywhere else.
 */
export function checkDraft(
  draft: CrmDraft,
  crms: readonly OfferedCrm[],
  kept: Settings['crm'],
  { signingIn = false } = {},
): CheckedDraft {
  const connector = crms.find(({ id }) => id === draft.crmId);
  if (!connector) return { ok: false, errors: { crm: optionsWords().crm.choose } };
  const { settings, errors } = readFields(draft, connector);
  const parsed = connector.settings.safeParse(settings);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const key = String(issue.path[0]);
    errors[key] ??= key in settings ? optionsWords().crm.cannotUse : optionsWords().crm.needs;
  }
  // Every connector's settings are an object with the keys of its form.
  const crm = { id: draft.crmId, settings: parsed.data as Record<string, unknown>, staySignedIn: draft.stay };
  const patterns = parsed.success ? crmPatterns(crm, crms) : [];
  const keeps = kept !== null && parsed.success && sameCrm(kept, crm, crms);
  const oauth = draftOAuth(draft, crms);
  const has = oauth ? draft.signIn !== undefined : draft.credential.trim() !== '';
  if (!has && !keeps && !signingIn) errors.credential = missing(oauth !== undefined, kept !== null);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, crm, patterns };
}

/** Whether the key at hand is the one for what the draft says: that very CRM at that very address. */
export function keepsKey(draft: CrmDraft, kept: Settings['crm'], crms: readonly OfferedCrm[]): boolean {
  const connector = crms.find(({ id }) => id === draft.crmId);
  const read = connector && readDraft(draft, connector);
  if (!kept || !read?.ok) return false;
  const settings = read.settings as Record<string, unknown>;
  return sameCrm(kept, { id: draft.crmId, settings, staySignedIn: draft.stay }, crms);
}

function missing(signsIn: boolean, hadOther: boolean): string {
  const { signInFirst, keyAgain, key } = optionsWords().crm;
  if (signsIn) return signInFirst;
  return hadOther ? keyAgain : key;
}

/** The connector's settings as the form stands; not ok while something is missing or wrong. */
export function readDraft(
  draft: CrmDraft,
  connector: OfferedCrm,
): { ok: true; settings: unknown } | { ok: false } {
  const { settings, errors } = readFields(draft, connector);
  const parsed = connector.settings.safeParse(settings);
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, settings: parsed.data }
    : { ok: false };
}

function readFields(draft: CrmDraft, connector: OfferedCrm) {
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
