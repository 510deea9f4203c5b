import * as z from 'zod/mini';
import { type OAuthTokens, oauthTokensSchema } from '../../crms/http/auth/oauth-tokens.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { connectionKey, connectionOfKey } from './connection-key.ts';
import { dropFormerCredential, formerKey, takeOverCredential } from './former-credential.ts';
import { type HeldCredential, heldSchema } from './held-credential.ts';

/** Where a credential is kept, and for whom it was given. */
export interface KeepCredential {
  /** On disk too, so that it outlives the browser. */
  stay: boolean;
  /** `crmBinding` of the CRM it was given for. */
  binding: string;
}

/**
 * The credential (a token or key) of this connection that was given for this very CRM: from memory, else from disk where the
 * user asked to stay signed in. One that was given for another CRM or address is none: settings that somebody changed do
 * not get it. `crm`: the connection's id, here and below.
 */
export async function loadCredential(
  crm: string,
  binding: string,
  api: StorageApi = trustedStorage(),
): Promise<string | undefined> {
  const held = (await heldCredential(crm, api)) ?? (await takeOverCredential(crm, binding, api));
  return held?.for === binding ? held.value : undefined;
}

/** The connection's credential at hand, whichever CRM it is for. To be sent nowhere. */
export async function heldCredential(
  crm: string,
  api: StorageApi = trustedStorage(),
): Promise<HeldCredential | undefined> {
  const key = connectionKey(crm, 'credential');
  const read = async (area: 'session' | 'local') =>
    z.safeParse(heldSchema, (await api.storage[area].get(key))[key]).data;
  return (await read('session')) ?? (await read('local'));
}

/**
 * Without `stay` an earlier copy on disk is removed. The credential at hand keeps its tokens as long as it is for the same CRM.
 */
export async function saveCredential(
  crm: string,
  value: string,
  options: KeepCredential,
  api: StorageApi = trustedStorage(),
): Promise<void> {
  const same = value === (await loadCredential(crm, options.binding, api));
  const tokens = same ? await loadTokens(crm, api) : undefined;
  if (tokens) return keepSignIn(crm, value, tokens, options, api);
  const tokensKey = connectionKey(crm, 'tokens');
  await api.storage.local.remove(tokensKey);
  await api.storage.session.remove(tokensKey);
  await keep(crm, value, options, api);
}

/**
 * Keeps the tokens of a sign-in: in memory, and of them the refresh token alone on disk with `stay`. The credential becomes a
 * name for this sign-in, which stays the same however often the tokens are renewed.
 */
export async function saveSignIn(
  crm: string,
  tokens: OAuthTokens,
  options: KeepCredential,
  api: StorageApi = trustedStorage(),
): Promise<void> {
  await keepSignIn(crm, `sign-in ${crypto.randomUUID()}`, tokens, options, api);
}

/** Signs out of one CRM: forgotten in memory and on disk. */
export async function clearCredential(crm: string, api: StorageApi = trustedStorage()): Promise<void> {
  await dropFormerCredential(api);
  const keys = [connectionKey(crm, 'credential'), connectionKey(crm, 'tokens')];
  // Disk first: were this stopped half-way, a restart must not bring it back.
  await api.storage.local.remove(keys);
  await api.storage.session.remove(keys);
}

/** Calls `listener` with the id of a connection whose credential changed, once a change, until the signal aborts. */
export function onCredentialChanged(
  listener: (crm: string) => void,
  signal: AbortSignal,
  api: StorageApi = trustedStorage(),
): void {
  if (signal.aborted) return;
  const told = new Map<string, string>();
  const changed = async (changes: Record<string, unknown>, area: string): Promise<void> => {
    if (area !== 'session' && area !== 'local') return;
    for (const key of Object.keys(changes)) {
      const crm = key === formerKey ? '' : connectionOfKey(key, 'credential');
      if (crm === undefined) continue;
      const held = crm === '' ? undefined : await heldCredential(crm, api);
      const now = JSON.stringify([held?.value, held?.for]);
      // One save touches two areas and is one change. Whose the former one is, who loads it finds out.
      if (signal.aborted || (crm !== '' && told.get(crm) === now)) continue;
      told.set(crm, now);
      listener(crm);
    }
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}

async function keepSignIn(
  crm: string,
  signIn: string,
  tokens: OAuthTokens,
  wanted: KeepCredential,
  api: StorageApi,
): Promise<void> {
  const { refresh } = tokens;
  const stay = wanted.stay && refresh !== undefined;
  const key = connectionKey(crm, 'tokens');
  // Tokens first: who hears of the credential must find them.
  await api.storage.session.set({ [key]: { signIn, ...tokens } });
  if (stay) await api.storage.local.set({ [key]: { signIn, refresh } });
  else await api.storage.local.remove(key);
  await keep(crm, signIn, { ...wanted, stay }, api);
}

async function loadTokens(crm: string, api: StorageApi): Promise<OAuthTokens | undefined> {
  const key = connectionKey(crm, 'tokens');
  const kept = (await api.storage.session.get(key))[key] ?? (await api.storage.local.get(key))[key];
  return z.safeParse(oauthTokensSchema, kept).data;
}

async function keep(
  crm: string,
  value: string,
  { stay, binding }: KeepCredential,
  api: StorageApi,
): Promise<void> {
  const key = connectionKey(crm, 'credential');
  const held: HeldCredential = { value, for: binding };
  await api.storage.session.set({ [key]: held });
  if (stay) await api.storage.local.set({ [key]: held });
  else await api.storage.local.remove(key);
}
