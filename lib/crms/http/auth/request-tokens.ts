import * as z from 'zod/mini';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import { createHttp } from '../http.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { isJson } from '../is-json.ts';
import type { OAuthClient } from './oauth-client.ts';
import { type OAuthTokens, oauthTokensSchema } from './oauth-tokens.ts';

const replySchema = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.nullable(z.string())),
  expires_in: z.optional(z.number().check(z.gte(0))),
});
const refusedSchema = z.object({ error: z.string() });

/**
 * One request to a token endpoint of OAuth 2 (RFC 6749, 4.1.3 and 6), as a client without a secret. Sent once: a code and a
 * rotated refresh token work once. What the server does not accept is `signed-out`.
 */
export async function requestTokens(
  { tokenUrl, clientId }: Pick<OAuthClient, 'tokenUrl' | 'clientId'>,
  form: Record<string, string>,
  { fetch, now = Date.now }: { fetch?: typeof globalThis.fetch | undefined; now?: () => number } = {},
): Promise<OAuthTokens> {
  const end = tokenUrl.lastIndexOf('/') + 1;
  const http = createHttp({
    baseUrl: tokenUrl.slice(0, end),
    headers: {},
    fetch,
    // RFC 6749, 5.2: whatever is wrong with what was presented is 400 or 401.
    refusal: ({ status }) => (status === 400 || status === 401 ? { code: 'signed-out' } : undefined),
  });
  const { access_token, refresh_token, expires_in } = await http.write({
    method: 'post',
    path: tokenUrl.slice(end),
    body: {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams({ ...form, client_id: clientId }).toString(),
    },
    decode,
    reply: replySchema,
  });
  const tokens = z.safeParse(oauthTokensSchema, {
    access: access_token,
    ...(refresh_token && { refresh: refresh_token }),
    ...(expires_in !== undefined && { until: now() + expires_in * 1_000 }),
  });
  if (!tokens.success) throw new CrmError({ code: 'bad-reply' });
  return tokens.data;
}

/** Some servers say 200 to what they refuse, and name the error as if they had said 400. */
function decode({ headers, text }: HttpAnswer): unknown {
  if (!isJson({ headers })) throw new CrmError({ code: 'bad-reply' });
  const value: unknown = JSON.parse(text);
  if (z.safeParse(refusedSchema, value).success) throw new CrmError({ code: 'signed-out' });
  return value;
}
