import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { HttpAuth } from '../http-auth.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { OAuthTokenStore, OAuthTokens } from './oauth-tokens.ts';
import { requestTokens } from './request-tokens.ts';

export interface AuthorizationCodeParts {
  oauth: Pick<OAuthClient, 'tokenUrl' | 'clientId'>;
  /** Those of the sign-in (`sign-in-by-code.ts`). Without any, everything is `signed-out`. */
  tokens: OAuthTokenStore | undefined;
  /** What stands before the token in the Authorization header; `Bearer` where nothing is said. */
  scheme?: string;
  fetch?: typeof globalThis.fetch | undefined;
  now?: () => number;
}

/** Sooner than the server says, so that a token does not run out on its way. */
const earlyMs = 30_000;

/**
 * The header of somebody who signed in by OAuth 2 with a code and PKCE. A token that ran out or was refused is renewed, one
 * renewal at a time over all pages and the worker; who waited takes what the other got. A refresh token that is not accepted
 * is `signed-out`; while the server cannot be reached, the tokens stay.
 */
export function authorizationCode(parts: AuthorizationCodeParts): HttpAuth {
  const { oauth, tokens, scheme = 'Bearer', fetch, now = Date.now } = parts;
  const headersOf = ({ access }: OAuthTokens) => ({ Authorization: `${scheme} ${access ?? ''}` });

  return async (refused) => {
    if (!tokens) throw new CrmError({ code: 'signed-out' });
    const usable = (kept: OAuthTokens): boolean =>
      kept.access !== undefined &&
      (kept.until === undefined || now() < kept.until - earlyMs) &&
      headersOf(kept).Authorization !== refused?.Authorization;

    const kept = await tokens.load();
    if (kept && usable(kept)) return headersOf(kept);
    const renewed = await tokens.renew(async (current) => {
      if (current && usable(current)) return current;
      if (current?.refresh === undefined) throw new CrmError({ code: 'signed-out' });
      const form = { grant_type: 'refresh_token', refresh_token: current.refresh };
      // A server that does not rotate says nothing of the refresh token: the one at hand stays good.
      return { refresh: current.refresh, ...(await requestTokens(oauth, form, { fetch, now })) };
    });
    return headersOf(renewed);
  };
}
