import * as z from 'zod/mini';
import { type OAuthTokens, oauthTokensSchema } from '../crms/http/oauth-tokens.ts';
import { browser } from './browser.ts';
import type { StorageApi } from './settings.ts';

const key = 'credential';
/** Beside a credential that names a sign-in by OAuth 2 (`signed-in-tokens.ts`). */
export const tokensKey = 'credential.tokens';

/** The CRM's credential (a token or key): from memory, else from disk where the user asked to stay signed in. */
export async function loadCredential(api: StorageApi = browser): Promise<string | undefined> {
  return text((await api.storage.session.get(key))[key]) ?? text((await api.storage.local.get(key))[key]);
}

/**
 * `stay` keeps it on disk too, so that it outlives the browser; without it an earlier copy on disk is removed. The credential
 * at hand keeps its tokens.
 */
export async function saveCredential(
  value: string,
  options: { stay: boolean },
  api: StorageApi = browser,
): Promise<void> {
  const tokens = value === (await loadCredential(api)) ? await loadTokens(api) : undefined;
  if (tokens) return keepSignIn(value, tokens, options.stay, api);
  await api.storage.local.remove(tokensKey);
  await api.storage.session.remove(tokensKey);
  await keep(value, options.stay, api);
}

/**
 * Keeps the tokens of a sign-in: in memory, and of them the refresh token alone on disk with `stay`. The credential becomes a
 * name for this sign-in, which stays the same however often the tokens are renewed.
 */
export async function saveSignIn(
  tokens: OAuthTokens,
  options: { stay: boolean },
  api: StorageApi = browser,
): Promise<void> {
  await keepSignIn(`sign-in ${crypto.randomUUID()}`, tokens, options.stay, api);
}

/** Signs out: forgotten in memory and on disk. */
export async function clearCredential(api: StorageApi = browser): Promise<void> {
  // Disk first: were this stopped half-way, a restart must not bring it back.
  await api.storage.local.remove([key, tokensKey]);
  await api.storage.session.remove([key, tokensKey]);
}

/** Calls `listener` with the credential as it is after each change, once a change, until the signal aborts. */
export function onCredentialChanged(
  listener: (credential: string | undefined) => void,
  signal: AbortSignal,
  api: StorageApi = browser,
): void {
  if (signal.aborted) return;
  let told: { credential: string | undefined } | undefined;
  const changed = async (changes: Record<string, unknown>, area: string): Promise<void> => {
    if (!(key in changes) || (area !== 'session' && area !== 'local')) return;
    const credential = await loadCredential(api);
    // One save touches two areas and is one change.
    if (signal.aborted || (told !== undefined && told.credential === credential)) return;
    told = { credential };
    listener(credential);
  };
  api.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => api.storage.onChanged.removeListener(changed), { once: true });
}

async function keepSignIn(
  signIn: string,
  tokens: OAuthTokens,
  wanted: boolean,
  api: StorageApi,
): Promise<void> {
  const { refresh } = tokens;
  const stay = wanted && refresh !== undefined;
  // Tokens first: who hears of the credential must find them.
  await api.storage.session.set({ [tokensKey]: { signIn, ...tokens } });
  if (stay) await api.storage.local.set({ [tokensKey]: { signIn, refresh } });
  else await api.storage.local.remove(tokensKey);
  await keep(signIn, stay, api);
}

async function loadTokens(api: StorageApi): Promise<OAuthTokens | undefined> {
  const kept =
    (await api.storage.session.get(tokensKey))[tokensKey] ??
    (await api.storage.local.get(tokensKey))[tokensKey];
  return z.safeParse(oauthTokensSchema, kept).data;
}

async function keep(value: string, stay: boolean, api: StorageApi): Promise<void> {
  await api.storage.session.set({ [key]: value });
  if (stay) await api.storage.local.set({ [key]: value });
  else await api.storage.local.remove(key);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
