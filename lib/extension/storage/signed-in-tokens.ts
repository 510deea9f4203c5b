import * as z from 'zod/mini';
import {
  type OAuthTokenStore,
  type OAuthTokens,
  oauthTokensSchema,
} from '../../crms/http/auth/oauth-tokens.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { LockBusy, withLock } from '../browser/with-lock.ts';
import { connectionKey } from './connection-key.ts';
import { heldCredential } from './credentials.ts';

const keptSchema = z.extend(oauthTokensSchema, { signIn: z.string() });

/**
 * The tokens of the sign-in that a connection's credential names: all in `storage.session`; the refresh token in `storage.local` too
 * where the user stays signed in, which is all there is after the browser was closed. A lock of the browser's own keeps
 * renewals apart, over pages and workers; it is released when its worker is killed.
 */
export function signedInTokens(
  crm: string,
  signIn: string,
  api: StorageApi = trustedStorage(),
): OAuthTokenStore {
  const key = connectionKey(crm, 'tokens');
  const read = async (area: 'session' | 'local'): Promise<OAuthTokens | undefined> => {
    const kept = z.safeParse(keptSchema, (await api.storage[area].get(key))[key]);
    if (!kept.success || kept.data.signIn !== signIn) return undefined;
    const { signIn: _, ...tokens } = kept.data;
    return tokens;
  };
  const load = async () => (await read('session')) ?? (await read('local'));

  return {
    load,
    renew: (step) =>
      withLock(key, async () => {
        const renewed = await step(await load());
        // Signed out meanwhile, or in as somebody else.
        if ((await heldCredential(crm, api))?.value !== signIn) return renewed;
        await api.storage.session.set({ [key]: { signIn, ...renewed } });
        const { refresh } = renewed;
        if (refresh !== undefined && (await read('local'))) {
          await api.storage.local.set({ [key]: { signIn, refresh } });
        }
        return renewed;
      }).catch((error: unknown) => {
        throw error instanceof LockBusy ? new CrmError({ code: 'timeout' }) : error;
      }),
  };
}
