import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createHttp } from '../http.ts';
import { startReplayServer } from '../replay-server-for-tests.ts';
import { authorizationCode } from './authorization-code.ts';
import { startOAuthServer } from './oauth-server-for-tests.ts';
import { keepTokens, type OAuthTokenStore } from './oauth-tokens.ts';
import { signInByCode } from './sign-in-by-code.ts';

const redirectUrl = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
let server: Awaited<ReturnType<typeof startOAuthServer>>;
beforeEach(async () => {
  server = await startOAuthServer();
});
afterEach(() => server.close());

async function signedIn() {
  return keepTokens(await signInByCode({ oauth: server.client, redirectUrl, show: server.show }));
}

/** A connection as a connector makes one. Another one with the same tokens is another worker, or a page. */
function connection(tokens: OAuthTokenStore | undefined, now = Date.now) {
  const auth = authorizationCode({ oauth: server.client, tokens, now });
  const http = createHttp({ baseUrl: server.baseUrl, headers: {}, auth });
  return () => http.read({ method: 'get', path: 'api/me', reply: z.object({ name: z.string() }) });
}
const later = () => Date.now() + 3_600_000;

describe('the header of a sign-in by code', () => {
  it('is the access token, with no request while it holds', async () => {
    const me = connection(await signedIn());
    server.seen.length = 0;
    expect(await me()).toEqual({ name: 'Ana Duarte' });
    expect(await me()).toEqual({ name: 'Ana Duarte' });
    expect(server.seen.map(({ url }) => url)).toEqual(['/api/me', '/api/me']);
  });

  it('is renewed before it runs out, and the new refresh token takes the place of the old', async () => {
    const tokens = await signedIn();
    const before = tokens.tokens();
    expect(await connection(tokens, later)()).toEqual({ name: 'Ana Duarte' });
    expect(tokens.tokens().access).not.toBe(before.access);
    expect(tokens.tokens().refresh).not.toBe(before.refresh);
    const evenLater = () => later() + 3_600_000;
    expect(await connection(tokens, evenLater)()).toEqual({ name: 'Ana Duarte' });
    expect(server.refreshes()).toBe(2);
  });

  it('is renewed when the CRM refuses it', async () => {
    const me = connection(await signedIn());
    server.expireAccess();
    expect(await me()).toEqual({ name: 'Ana Duarte' });
    expect(server.refreshes()).toBe(1);
  });

  it('keeps the refresh token of a server that gives out no new one', async () => {
    server.keepRefreshTokens();
    const tokens = await signedIn();
    const { refresh } = tokens.tokens();
    const me = connection(tokens);
    for (const round of [1, 2]) {
      server.expireAccess();
      await me();
      expect([tokens.tokens().refresh, server.refreshes()]).toEqual([refresh, round]);
    }
  });

  it('is renewed once for many calls, over several connections', async () => {
    const tokens = await signedIn();
    server.expireAccess();
    const workers = Array.from({ length: 4 }, () => connection(tokens));
    const answers = await Promise.all(workers.flatMap((me) => [me(), me(), me()]));
    expect(answers).toHaveLength(12);
    expect(server.refreshes()).toBe(1);
  });

  it('is signed out when the refresh token is not accepted, and asks no more than once', async () => {
    const me = connection(await signedIn());
    server.revokeAll();
    await expect(me()).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    expect(server.refreshes()).toBe(1);
  });

  it('is signed out without tokens, and without a refresh token once the access token is refused', async () => {
    await expect(connection(undefined)()).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    const { access } = (await signedIn()).tokens();
    server.expireAccess();
    await expect(connection(keepTokens({ access }))()).rejects.toMatchObject({
      safe: { code: 'signed-out' },
    });
    expect(server.refreshes()).toBe(0);
  });

  it.each([
    [503, 'server-error'],
    [429, 'rate-limited'],
  ])('keeps its tokens while the server that renews answers %i, and says so', async (status, code) => {
    const tokens = keepTokens({ access: 'old', refresh: 'good', until: 0 });
    const down = await startReplayServer();
    down.answerWith((_request, response) => response.writeHead(status).end());
    const oauth = { ...server.client, tokenUrl: `${down.baseUrl}token` };
    const auth = authorizationCode({ oauth, tokens });
    await expect(auth()).rejects.toMatchObject({ safe: { code } });
    expect(tokens.tokens()).toEqual({ access: 'old', refresh: 'good', until: 0 });
    expect(down.seen).toHaveLength(1);
    await down.close();
  });

  it.each([
    ['an error under 200', '{"error":"invalid_code"}', 'signed-out'],
    ['no token', '{"token_type":"Bearer"}', 'bad-reply'],
    ['a token that fits no header', '{"access_token":"a b\\n"}', 'bad-reply'],
  ])('takes %s for what it is', async (_, body, code) => {
    const odd = await startReplayServer();
    odd.answerWith((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
    });
    const tokens = keepTokens({ access: 'old', refresh: 'good', until: 0 });
    const auth = authorizationCode({ oauth: { ...server.client, tokenUrl: `${odd.baseUrl}token` }, tokens });
    await expect(auth()).rejects.toMatchObject({ safe: { code } });
    await odd.close();
  });

  it('stands under the scheme that the CRM wants', async () => {
    const tokens = keepTokens({ access: 'a1' });
    const auth = authorizationCode({ oauth: server.client, tokens, scheme: 'Zoho-oauthtoken' });
    expect(await auth()).toEqual({ Authorization: 'Zoho-oauthtoken a1' });
  });
});
