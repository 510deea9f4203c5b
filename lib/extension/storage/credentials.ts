import * as z from 'zod/mini';
import { type OAuthTokens, oauthTokensSchema } from '../../crms/http/auth/oauth-tokens.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';

const key = 'credential';
/** Beside a credential that names a sign-in by OAuth 2 (`signed-in-tokens.ts`). */
export const tokensKey = 'credential.tokens';

/** A credential as it is kept, with the CRM it was given for (`crmBinding`). */
const heldSchema = z.object({ value: z.string().check(z.minLength(1)), for: z.string() });

/** Where a credential is kept, and for whom it was given. */
export interface KeepCredential {
  /** On disk too, so that it outlives the browser. */
  stay: boolean;
  /** `crmBinding` of the CRM it was given for. */
  binding: string;
}

/**
 * The credential (a token or key) that was given for this very CRM: from memory, else from disk where the user asked to stay
 * signed in. One that was given for another CRM or address is none: settings that somebody changed do not get it.
 */
export async function loadCredential(
  binding: string,
  api: StorageApi = trustedStorage(),
): Promise<string | undefined> {
  const held = await heldCredential(api);
  return held?.for === binding ? held.value : undefined;
}

/** The credential at hand, whichever CRM it is for. To be sent nowhere. */
export async function heldCredential(
  api: StorageApi = trustedStorage(),
): Promise<z.infer<typeof heldSchema> | undefined> {
  const read = async (area: 'session' | 'local') =>
    z.safeParse(heldSchema, (await api.storage[area].get(key))[key]).data;
  return (await read('session')) ?? (await read('local'));
}

/**
 * Without `stay` an earlier copy on disk is removed. The credential at hand keeps its tokens as long as it is for the same CRM.
 */
export async function saveCredential(
  value: string,
  options: KeepCredential,
  api: StorageApi = trustedStorage(),
): Promise<void> {
  const tokens = value === (await loadCredential(options.binding, api)) ? await loadTokens(api) : undefined;
  if (tokens) return keepSignIn(value, tokens, options, api);
  await api.storage.local.remove(tokensKey);
  await api.storage.session.remove(tokensKey);
  await keep(value, options, api);
}

/**
 * Keeps the tokens of a sign-in: in memory, and of them the refresh token alone on disk with `stay`. The credential becomes a
 * name for this sign-in, which stays the same however often the tokens are renewed.
 */
export async function saveSignIn(
  tokens: OAuthTokens,
  options: KeepCredential,
  api: StorageApi = trustedStorage(),
): Promise<void> {
  await keepSignIn(`sign-in ${crypto.randomUUID()}`, tokens, options, api);
}

/** Signs out: forgotten in memory and on disk. */
export async function clearCredential(api: StorageApi = trustedStorage()): Promise<void> {
  // Disk first: were this stopped half-way, a restart must not bring it back.
  await api.storage.local.remove([key, tokensKey]);
  await api.storage.session.remove([key, tokensKey]);
}

/** Calls `listener` with the credential as it is after each change, once a change, until the signal aborts. */
export function onCredentialChanged(
  listener: (credential: string | undefined) => void,
  signal: AbortSignal,
  api: StorageApi = trustedStorage(),
): void {
  if (signal.aborted) return;
  let told: { credential: string | undefined; for: string | undefined } | undefined;
  const changed = async (changes: Record<string, unknown>, area: string): Promise<void> => {
    if (!(key in changes) || (area !== 'session' && area !== 'local')) return;
    const held = await heldCredential(api);
    const credential = held?.value;
    // One save touches two areas and is one change.
    if (signal.aborted || (told !== undefined && told.credential === credential && told.for === held?.for))
      return;
    told = { credential, for: held?.for };
    listener(credential);
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}

async function keepSignIn(
  signIn: string,
  tokens: OAuthTokens,
  wanted: KeepCredential,
  api: StorageApi,
): Promise<void> {
  const { refresh } = tokens;
  const stay = wanted.stay && refresh !== undefined;
  // Tokens first: who hears of the credential must find them.
  await api.storage.session.set({ [tokensKey]: { signIn, ...tokens } });
  if (stay) await api.storage.local.set({ [tokensKey]: { signIn, refresh } });
  else await api.storage.local.remove(tokensKey);
  await keep(signIn, { ...wanted, stay }, api);
}

async function loadTokens(api: StorageApi): Promise<OAuthTokens | undefined> {
  const kept =
    (await api.storage.session.get(tokensKey))[tokensKey] ??
    (await api.storage.local.get(tokensKey))[tokensKey];
  return z.safeParse(oauthTokensSchema, kept).data;
}

async function keep(value: string, { stay, binding }: KeepCredential, api: StorageApi): Promise<void> {
  const held = { value, for: binding };
  await api.storage.session.set({ [key]: held });
  if (stay) await api.storage.local.set({ [key]: held });
  else await api.storage.local.remove(key);
}
