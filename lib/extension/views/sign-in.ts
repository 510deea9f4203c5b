import type { OAuthClient } from '../../crms/http/auth/oauth-client.ts';
import { keepTokens, type OAuthTokenStore } from '../../crms/http/auth/oauth-tokens.ts';
import { signInByCode } from '../../crms/http/auth/sign-in-by-code.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { browser } from '../browser/browser.ts';

/** The part of the extension API used here. `identity` is missing until it is granted, where it is optional. */
export type SignInApi = Pick<typeof browser, 'permissions' | 'runtime'> & {
  identity?: Pick<typeof browser.identity, 'getRedirectURL' | 'launchWebAuthFlow'>;
};

/** Where a CRM sends people back to after signing in: to be registered there. No server answers at it; the browser does. */
export function redirectUrl(api: SignInApi = browser): string {
  // Chromium's documented form, which it uses itself once `identity` is granted.
  return api.identity?.getRedirectURL() ?? `https://${api.runtime.id}.chromiumapp.org/`;
}

/** As requestOrigins, and the permission to show a sign-in page where that is optional. Straight from a click. */
export function requestSignIn(patterns: string[], api: SignInApi = browser): Promise<boolean> {
  const optional: readonly unknown[] = api.runtime.getManifest().optional_permissions ?? [];
  return api.permissions.request({
    origins: patterns,
    ...(optional.includes('identity') && { permissions: ['identity'] }),
  });
}

/**
 * Lets the person sign in at the CRM's own page, in a window of the browser's. The tokens are kept nowhere yet. Throws
 * CrmError; `not-allowed` also where the person closed the window.
 */
export async function signIn(oauth: OAuthClient, api: SignInApi = browser): Promise<OAuthTokenStore> {
  const { identity } = api;
  if (!identity) throw new CrmError({ code: 'not-allowed' });
  const show = async (url: string): Promise<string> => {
    // The browser's own words may repeat the address, which holds the state.
    const came = await identity.launchWebAuthFlow({ url, interactive: true }).catch(() => undefined);
    if (!came) throw new CrmError({ code: 'not-allowed' });
    return came;
  };
  return keepTokens(await signInByCode({ oauth, redirectUrl: redirectUrl(api), show }));
}
