import * as z from 'zod/mini';
import { createHttp } from '../http.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { OAuthTokens } from './oauth-tokens.ts';

/**
 * Makes the tokens of a sign-in worthless at the CRM (RFC 7009), the refresh token first: it is the one that lasts. Nothing is
 * asked where the CRM names no place for it. Throws CrmError where the server does not take it.
 */
export async function revokeTokens(
  { revokeUrl, clientId }: Pick<OAuthClient, 'revokeUrl' | 'clientId'>,
  { access, refresh }: OAuthTokens,
  { fetch, signal }: { fetch?: typeof globalThis.fetch | undefined; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  if (revokeUrl === undefined) return;
  const end = revokeUrl.lastIndexOf('/') + 1;
  const http = createHttp({ baseUrl: revokeUrl.slice(0, end), headers: {}, fetch });
  for (const [token_type_hint, token] of Object.entries({ refresh_token: refresh, access_token: access })) {
    if (token === undefined) continue;
    const form = new URLSearchParams({ token, token_type_hint, client_id: clientId });
    await http.write({
      method: 'post',
      path: revokeUrl.slice(end),
      body: { type: 'application/x-www-form-urlencoded', text: form.toString() },
      // What a server says besides its status is up to it.
      decode: () => null,
      reply: z.null(),
      signal,
    });
  }
}
