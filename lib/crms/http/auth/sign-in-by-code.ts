import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { OAuthTokens } from './oauth-tokens.ts';
import { requestTokens } from './request-tokens.ts';

export interface SignInParts {
  oauth: OAuthClient;
  /** Where the server sends the person back to; registered there. */
  redirectUrl: string;
  /** Shows that address to the person, and answers the one below `redirectUrl` that they were sent back to. */
  show: (url: string) => Promise<string>;
  fetch?: typeof globalThis.fetch;
  now?: () => number;
}

/**
 * OAuth 2 with an authorization code and PKCE (RFC 6749, 4.1; RFC 7636, S256), as a client without a secret. Throws CrmError:
 * `not-allowed` where the person or the server said no, `bad-reply` for an answer that is not to our question, `signed-out`
 * for a code that was not accepted. What `show` throws passes through.
 */
export async function signInByCode(parts: SignInParts): Promise<OAuthTokens> {
  const { oauth, redirectUrl, show, fetch, now } = parts;
  const verifier = randomText();
  const state = randomText();
  const url = new URL(oauth.authorizeUrl);
  const asked = {
    response_type: 'code',
    client_id: oauth.clientId,
    redirect_uri: redirectUrl,
    ...(oauth.scope !== undefined && { scope: oauth.scope }),
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const code = codeOf(await show(url.href), redirectUrl, state);
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUrl, code_verifier: verifier };
  return requestTokens(oauth, form, { fetch, ...(now && { now }) });
}

/** The state comes first: without it, nothing else in that address is an answer to us. */
function codeOf(address: string, redirectUrl: string, state: string): string {
  const came = URL.parse(address);
  const expected = new URL(redirectUrl);
  const ours = came?.origin === expected.origin && came.pathname === expected.pathname;
  const only = (name: string): string | undefined => {
    const values = came?.searchParams.getAll(name) ?? [];
    return values.length === 1 ? values[0] : undefined;
  };
  if (!ours || only('state') !== state) throw new CrmError({ code: 'bad-reply' });
  if (came.searchParams.has('error')) throw new CrmError({ code: 'not-allowed' });
  const code = only('code');
  if (!code) throw new CrmError({ code: 'bad-reply' });
  return code;
}

/** 256 random bits in 43 characters that mean nothing in an address. */
function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
