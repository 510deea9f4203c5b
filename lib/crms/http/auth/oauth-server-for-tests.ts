import { createHash, randomBytes } from 'node:crypto';
import { type Answer, reply, type SeenRequest, startReplayServer } from '../replay-server-for-tests.ts';

interface Grant {
  challenge: string;
  redirectUri: string;
  used: boolean;
}

/**
 * An authorization server on loopback that takes public clients only, wants PKCE with S256, gives a code for one use, and
 * rotates refresh tokens: one that comes back a second time ends the whole sign-in (RFC 9700, 4.14.2). Its API answers whoever
 * has a token that still holds.
 */
export async function startOAuthServer({
  clientId = 'ringside',
  lastsS = 3_600,
  /** To whoever has a token that still holds. */
  api = reply(200, { name: 'Ana Duarte' }),
}: {
  clientId?: string;
  lastsS?: number;
  api?: Answer;
} = {}) {
  const server = await startReplayServer();
  const codes = new Map<string, Grant>();
  const access = new Set<string>();
  const refresh = new Map<string, { used: boolean }>();
  /** What the person does with the question. */
  let answer: 'yes' | 'no' = 'yes';
  let rotates = true;
  let refreshes = 0;

  const fresh = () => randomBytes(24).toString('base64url');
  const json = (status: number, body: unknown) => reply(status, body);

  function authorize(query: URLSearchParams) {
    const redirectUri = query.get('redirect_uri') ?? '';
    const wanted =
      query.get('client_id') === clientId &&
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/.test(query.get('code_challenge') ?? '') &&
      (query.get('state') ?? '').length >= 16;
    if (!wanted || !URL.canParse(redirectUri)) return json(400, { error: 'invalid_request' });
    const back = new URL(redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    if (answer === 'no') back.searchParams.set('error', 'access_denied');
    else {
      const code = fresh();
      codes.set(code, { challenge: query.get('code_challenge') ?? '', redirectUri, used: false });
      back.searchParams.set('code', code);
    }
    return reply(302, '', { Location: back.href });
  }

  function giveTokens(withRefresh = true) {
    const tokens = { access_token: fresh(), token_type: 'Bearer', expires_in: lastsS };
    access.add(tokens.access_token);
    if (!withRefresh) return json(200, tokens);
    const refresh_token = fresh();
    refresh.set(refresh_token, { used: false });
    return json(200, { ...tokens, refresh_token });
  }

  function token(form: URLSearchParams) {
    if (form.get('client_id') !== clientId || form.has('client_secret')) {
      return json(401, { error: 'invalid_client' });
    }
    if (form.get('grant_type') === 'authorization_code') {
      const grant = codes.get(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const good = grant && !grant.used && grant.redirectUri === form.get('redirect_uri');
      if (!good || challenge !== grant.challenge) return json(400, { error: 'invalid_grant' });
      grant.used = true;
      return giveTokens();
    }
    if (form.get('grant_type') !== 'refresh_token') return json(400, { error: 'unsupported_grant_type' });
    refreshes += 1;
    const kept = refresh.get(form.get('refresh_token') ?? '');
    if (!kept) return json(400, { error: 'invalid_grant' });
    if (kept.used) {
      refresh.clear();
      access.clear();
      return json(400, { error: 'invalid_grant' });
    }
    kept.used = rotates;
    return giveTokens(rotates);
  }

  function route({ method, url, headers, body }: SeenRequest) {
    const { pathname, searchParams } = new URL(url, server.baseUrl);
    if (method === 'GET' && /^(\/oauth)?\/authorize$/.test(pathname)) return authorize(searchParams);
    if (method === 'POST' && pathname === '/oauth/token') return token(new URLSearchParams(body));
    const bearer = /^Bearer (.+)$/.exec(String(headers.authorization ?? ''))?.[1];
    if (!bearer || !access.has(bearer)) return json(401, { error: 'invalid_token' });
    return api;
  }
  server.answerWith((request, ...rest) => route(request)(request, ...rest));

  return {
    baseUrl: server.baseUrl,
    seen: server.seen,
    client: {
      authorizeUrl: `${server.baseUrl}oauth/authorize`,
      tokenUrl: `${server.baseUrl}oauth/token`,
      clientId,
      scope: 'contacts',
    },
    refreshes: () => refreshes,
    /** As a browser does: asks the page, and answers where it was sent back to. */
    async show(url: string): Promise<string> {
      const response = await fetch(url, { redirect: 'manual' });
      return response.headers.get('Location') ?? url;
    },
    personSays(says: 'yes' | 'no') {
      answer = says;
    },
    keepRefreshTokens() {
      rotates = false;
    },
    /** The access tokens given out so far hold no more; refreshing still works. */
    expireAccess: () => access.clear(),
    /** An administrator ends every sign-in. */
    revokeAll() {
      access.clear();
      refresh.clear();
    },
    close: server.close,
  };
}
