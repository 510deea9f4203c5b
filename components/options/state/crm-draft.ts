import type { OfferedCrm } from '../../../lib/crms/crm.ts';
import type { OAuthClient } from '../../../lib/crms/http/auth/oauth-client.ts';
import type { OAuthTokenStore } from '../../../lib/crms/http/auth/oauth-tokens.ts';
import { type CrmSettings, crmLabelLength } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { sameJson } from '../parts/same-json.ts';
import { browserRegion } from './browser-region.ts';
import { crmName } from './crm-name.ts';
import { crmPatterns } from './needed-patterns.ts';
import { readAddress } from './read-address.ts';
import { sameCrm } from './same-crm.ts';

/** What the CRM form holds. `values` by key of the form's fields; the credential apart, empty where the kept one holds. */
export interface CrmDraft {
  connector: string;
  /** A name of its own; empty: the connector's. */
  label: string;
  values: Record<string, string>;
  credential: string;
  stay: boolean;
  /** Origins of the hosts it is for; none: all. */
  hosts: string[];
  /** Signed in just now with these values, not saved yet. */
  signIn?: OAuthTokenStore;
}

/** A draft that can be used, or what is wrong with it by field key. `crm` beside the name, the connector and the key. */
export type CheckedDraft =
  | { ok: true; crm: Omit<CrmSettings, 'id'>; patterns: string[] }
  | { ok: false; errors: Record<string, string> };

/** What a draft is checked against. */
export interface DraftPlace {
  /** As it is saved; undefined for a new one. */
  saved: CrmSettings | undefined;
  /** Its credential is at hand. */
  signedIn: boolean;
  /** The other CRMs of the list. */
  others: readonly CrmSettings[];
}

/** The draft that says what is saved; of a new one, what it begins with. */
export function savedDraft(crm: CrmSettings | undefined, crms: readonly OfferedCrm[]): CrmDraft {
  const connector = crms.find(({ id }) => id === (crm?.connector ?? 'companion')) ?? crms[0];
  const values = Object.fromEntries(
    (connector?.form ?? [])
      .filter(({ key }) => key !== 'credential')
      .map(({ key }) => [key, typeof crm?.settings[key] === 'string' ? crm.settings[key] : '']),
  );
  // A guess to begin with; whoever connects a CRM sees it and corrects it.
  if (crm === undefined) values.region = browserRegion();
  return {
    ...{ connector: connector?.id ?? '', label: crm?.label ?? '', values, credential: '' },
    ...{ stay: crm?.staySignedIn ?? false, hosts: crm?.hosts ?? [] },
  };
}

/** How one signs in with a draft in place of a key; undefined where a key is needed, or the draft is not complete. */
export function draftOAuth(draft: CrmDraft, crms: readonly OfferedCrm[]): OAuthClient | undefined {
  const connector = crms.find(({ id }) => id === draft.connector);
  const parsed = connector?.settings.safeParse(readFields(draft, connector).settings);
  return parsed?.success ? connector?.oauth?.(parsed.data) : undefined;
}

/** The draft without its sign-in, where that was made with other values. */
export function withoutOldSignIn(before: CrmDraft, next: CrmDraft): CrmDraft {
  if (before.connector === next.connector && sameJson(before.values, next.values)) return next;
  const { signIn: _, ...rest } = next;
  return rest;
}

/**
 * Checks a draft as far as it can be without the CRM. Only with the very CRM and address that is saved may the credential be
 * left empty, so that a kept one is never sent anywhere else; and where none is kept, only while nothing but the name or the
 * hosts change.
 */
export function checkDraft(
  draft: CrmDraft,
  crms: readonly OfferedCrm[],
  { saved, signedIn, others }: DraftPlace,
  { signingIn = false } = {},
): CheckedDraft {
  const connector = crms.find(({ id }) => id === draft.connector);
  if (!connector) return { ok: false, errors: { crm: optionsWords().crm.choose } };
  const { settings, errors } = readFields(draft, connector);
  const parsed = connector.settings.safeParse(settings);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const key = String(issue.path[0]);
    errors[key] ??= key in settings ? optionsWords().crm.cannotUse : optionsWords().crm.needs;
  }
  const { stay: staySignedIn, hosts } = draft;
  const label = draft.label.trim();
  // Every connector's settings are an object with the keys of its form.
  const read = { connector: draft.connector, settings: parsed.data as Record<string, unknown> };
  const crm = { ...read, label, staySignedIn, ...(hosts.length > 0 && { hosts }) };
  const wrongLabel = labelProblem(crm, others, crms);
  const isTwice = parsed.success && others.some((other) => sameCrm(other, crm, crms));
  const same = parsed.success && saved !== undefined && sameCrm(saved, crm, crms);
  const besides = same && (saved.label !== label || !sameJson(saved.hosts ?? [], hosts));
  const oauth = draftOAuth(draft, crms);
  const has = oauth ? draft.signIn !== undefined : draft.credential.trim() !== '';
  if (!has && !(same && signedIn) && !besides && !signingIn)
    errors.credential = missing(oauth !== undefined, signedIn);
  // In the order of the form: the first is gone to.
  const wrong = {
    ...(isTwice && { crm: optionsWords().crm.twice }),
    ...(wrongLabel && { label: wrongLabel }),
    ...errors,
  };
  if (Object.keys(wrong).length > 0) return { ok: false, errors: wrong };
  return { ok: true, crm, patterns: crmPatterns(crm, crms) };
}

/** Whether the key at hand is the one for what the draft says: that very CRM at that very address. */
export function keepsKey(
  draft: CrmDraft,
  kept: CrmSettings | undefined,
  crms: readonly OfferedCrm[],
): boolean {
  const connector = crms.find(({ id }) => id === draft.connector);
  const read = connector && readDraft(draft, connector);
  if (!kept || !read?.ok) return false;
  const settings = read.settings as Record<string, unknown>;
  return sameCrm(kept, { connector: draft.connector, settings }, crms);
}

/** Two that agents could not tell apart need a name of their own. */
function labelProblem(
  crm: Pick<CrmSettings, 'connector' | 'label'>,
  others: readonly CrmSettings[],
  crms: readonly OfferedCrm[],
): string | undefined {
  const { nameTooLong, nameTaken, nameNeeded } = optionsWords().crm;
  if (crm.label.length > crmLabelLength) return nameTooLong(crmLabelLength);
  const name = crmName(crm, crms).toLowerCase();
  if (!others.some((other) => crmName(other, crms).toLowerCase() === name)) return undefined;
  return crm.label === '' ? nameNeeded : nameTaken;
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
