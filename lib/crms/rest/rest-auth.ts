import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CrmContext } from '../crm.ts';
import { authorizationCode } from '../http/auth/authorization-code.ts';
import { basicAuth } from '../http/auth/basic-auth.ts';
import { clientCredentials } from '../http/auth/client-credentials.ts';
import { isTypedSecret } from '../http/auth/is-typed-secret.ts';
import type { OAuthClient } from '../http/auth/oauth-client.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { HttpAuth } from '../http/http-auth.ts';
import type { Traffic } from '../http/traffic.ts';
import { restLogin } from './rest-login.ts';
import { restRefusal } from './rest-refusal.ts';

interface RestAuthParts extends Pick<CrmContext<unknown>, 'credential' | 'fetch' | 'memory' | 'tokens'> {
  definition: CrmDefinition;
  traffic: Traffic;
  baseUrl: string;
  /** User name, or the id of the OAuth client. */
  user: string;
}

/** How requests prove who asks. */
interface RestSigning {
  headers: Record<string, string>;
  /** Answers further headers. */
  auth?: HttpAuth;
  /** Answers texts for placeholders. */
  login?: HttpAuth;
}

/** The headers that go along with every request, or how to get them. */
export function restAuth(parts: RestAuthParts): RestSigning {
  const { baseUrl, user, credential, fetch, memory, tokens } = parts;
  const { auth } = parts.definition;
  switch (auth.kind) {
    case 'none':
      return { headers: {} };
    case 'header':
      return { headers: { [auth.header]: `${auth.prefix ?? ''}${credential}` } };
    case 'bearer':
      return { headers: { Authorization: `Bearer ${credential}` } };
    case 'basic':
      return { headers: {}, auth: async () => basicHeader(user, credential) };
    case 'login': {
      const { definition, traffic } = parts;
      const refusal = (answer: HttpAnswer) => restRefusal(definition, answer, 'login');
      const { headers = {} } = definition;
      return {
        headers: {},
        login: restLogin({
          auth,
          baseUrl,
          headers,
          user,
          secret: credential,
          memory,
          traffic,
          fetch,
          refusal,
        }),
      };
    }
    case 'client-credentials': {
      const url = tokenUrlOf(auth.tokenUrl, baseUrl);
      const end = url.lastIndexOf('/') + 1;
      const { scope } = auth;
      const token = {
        baseUrl: url.slice(0, end),
        path: url.slice(end),
        oauthClientId: user,
        secret: credential,
      };
      return { headers: {}, auth: clientCredentials({ ...token, ...(scope && { scope }), fetch, memory }) };
    }
    case 'code':
      return {
        headers: {},
        auth: authorizationCode({ oauth: { tokenUrl: auth.tokenUrl, clientId: user }, tokens, fetch }),
      };
  }
}

/** Whom the person signs in with, where the definition signs in by code. */
export function restOAuth(auth: CrmDefinition['auth'], user: string): OAuthClient | undefined {
  if (auth.kind !== 'code') return undefined;
  const { authorizeUrl, tokenUrl, revokeUrl, scope } = auth;
  return { authorizeUrl, tokenUrl, clientId: user, ...(revokeUrl && { revokeUrl }), ...(scope && { scope }) };
}

/** Whole, where it is a path below the CRM's address. */
export function tokenUrlOf(tokenUrl: string, baseUrl: string): string {
  return URL.canParse(tokenUrl) ? tokenUrl : `${baseUrl}${tokenUrl}`;
}

function basicHeader(user: string, password: string): Record<string, string> {
  // What cannot be a password was copied along with something else, and is sent nowhere.
  if (!isTypedSecret(password)) throw new CrmError({ code: 'signed-out' });
  return basicAuth(user, password);
}
