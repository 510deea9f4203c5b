import * as z from 'zod/mini';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { CrmMemory } from '../../crm-memory.ts';
import { createHttp } from '../http.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { createHttpAuth, type HttpAuth } from '../http-auth.ts';
import type { Traffic } from '../traffic.ts';

export interface ClientCredentialsParts {
  baseUrl: string;
  /** Of the token endpoint, below the base URL. */
  path: string;
  oauthClientId: string;
  secret: string;
  scope?: string;
  /** Where the CRM says in a way of its own that it does not know the client. */
  unknownClient?: (answer: HttpAnswer) => boolean;
  /** Of the connection that the token is for. */
  traffic?: Traffic | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  memory?: CrmMemory | undefined;
}

const tokenSchema = z.object({
  access_token: z.string().check(z.minLength(1), z.maxLength(8_192)),
  expires_in: z.optional(z.number().check(z.gte(0))),
});

/** OAuth 2 client credentials (RFC 6749, 4.4), id and secret in the body. A refused client is `signed-out`. */
export function clientCredentials(parts: ClientCredentialsParts): HttpAuth {
  const http = createHttp({
    baseUrl: parts.baseUrl,
    headers: {},
    traffic: parts.traffic,
    fetch: parts.fetch,
    // RFC 6749, 5.2: a client that is not known is 400 or 401.
    refusal: (answer) =>
      answer.status === 400 || answer.status === 401 || parts.unknownClient?.(answer)
        ? { code: 'signed-out' }
        : undefined,
  });
  async function signIn() {
    // A secret that fits no header is none that a CRM gave out.
    if (!/^[\x20-\x7e]+$/.test(parts.secret)) throw new CrmError({ code: 'signed-out' });
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: parts.oauthClientId,
      client_secret: parts.secret,
      ...(parts.scope !== undefined && { scope: parts.scope }),
    });
    const { access_token, expires_in } = await http.read({
      method: 'post',
      path: parts.path,
      body: { type: 'application/x-www-form-urlencoded', text: form.toString() },
      reply: tokenSchema,
    });
    return {
      headers: { Authorization: `Bearer ${access_token}` },
      ...(expires_in !== undefined && { lastsMs: expires_in * 1_000 }),
    };
  }
  return createHttpAuth({ signIn, memory: parts.memory });
}
