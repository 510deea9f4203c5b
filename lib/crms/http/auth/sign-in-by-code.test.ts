import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startOAuthServer } from './oauth-server-for-tests.ts';
import { signInByCode } from './sign-in-by-code.ts';

const redirectUrl = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
let server: Awaited<ReturnType<typeof startOAuthServer>>;
beforeAll(async () => {
  server = await startOAuthServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.personSays('yes');
  server.seen.length = 0;
});

const signIn = (show = server.show) => signInByCode({ oauth: server.client, redirectUrl, show });
/** The person comes back to an address that was changed on the way. */
const changed = (change: (url: URL) => void) => async (asked: string) => {
  const url = new URL(await server.show(asked));
  change(url);
  return url.href;
};
const tokenRequests = () => server.seen.filter(({ method }) => method === 'POST');

describe('signing in by code', () => {
  it('gets tokens from a server that wants PKCE, and says when they run out', async () => {
    const tokens = await signInByCode({
      oauth: server.client,
      redirectUrl,
      show: server.show,
      now: () => 1_000,
    });
    expect(tokens).toEqual({
      access: expect.any(String) as string,
      refresh: expect.any(String) as string,
      until: 3_601_000,
    });
  });

  it('asks with S256, a state and the scope, and puts neither code nor verifier into an address of its own', async () => {
    await signIn();
    const [authorize, token] = server.seen;
    const asked = new URL(authorize!.url, server.baseUrl).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'ringside',
      scope: 'contacts',
      redirect_uri: redirectUrl,
      code_challenge_method: 'S256',
    });
    expect(asked.get('code_verifier')).toBeNull();
    expect(token!.url).toBe('/oauth/token');
    expect(token!.headers.authorization).toBeUndefined();
    const form = new URLSearchParams(token!.body);
    expect([...form.keys()].sort()).toEqual([
      'client_id',
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
  });

  it('never asks twice with the same state or challenge', async () => {
    await signIn();
    await signIn();
    const asked = server.seen
      .filter(({ method }) => method === 'GET')
      .map(({ url }) => new URL(url, server.baseUrl).searchParams);
    expect(asked[0]!.get('state')).not.toBe(asked[1]!.get('state'));
    expect(asked[0]!.get('code_challenge')).not.toBe(asked[1]!.get('code_challenge'));
  });

  it('keeps a query that the address to ask at has already', async () => {
    const oauth = { ...server.client, authorizeUrl: `${server.client.authorizeUrl}?access_type=offline` };
    await signInByCode({ oauth, redirectUrl, show: server.show });
    expect(server.seen[0]!.url).toContain('access_type=offline&response_type=code');
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'more')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['two codes', (url: URL) => url.searchParams.append('code', 'more')],
  ])('takes no answer with %s', async (_, change) => {
    await expect(signIn(changed(change))).rejects.toMatchObject({ safe: { code: 'bad-reply' } });
    expect(tokenRequests()).toEqual([]);
  });

  it.each(['https://elsewhere.chromiumapp.org/', `${redirectUrl}other`])(
    'takes no answer from %s',
    async (elsewhere) => {
      const show = async (url: string) => (await server.show(url)).replace(redirectUrl, elsewhere);
      await expect(signIn(show)).rejects.toMatchObject({ safe: { code: 'bad-reply' } });
      expect(tokenRequests()).toEqual([]);
    },
  );

  it('says that the person said no', async () => {
    server.personSays('no');
    await expect(signIn()).rejects.toMatchObject({ safe: { code: 'not-allowed' } });
    expect(tokenRequests()).toEqual([]);
  });

  it('believes no refusal under another state either', async () => {
    server.personSays('no');
    const show = changed((url) => url.searchParams.set('state', 'x'.repeat(43)));
    await expect(signIn(show)).rejects.toMatchObject({ safe: { code: 'bad-reply' } });
  });

  it('is not signed in by a code that belongs to somebody else’s challenge, or was used', async () => {
    let stolen = '';
    await signIn(
      changed((url) => {
        stolen = url.searchParams.get('code')!;
      }),
    );
    const used = changed((url) => url.searchParams.set('code', stolen));
    await expect(signIn(used)).rejects.toMatchObject({ safe: { code: 'signed-out' } });
    const others = new URL(await server.show(await askedBy('another-challenge'))).searchParams.get('code')!;
    const injected = changed((url) => url.searchParams.set('code', others));
    await expect(signIn(injected)).rejects.toMatchObject({ safe: { code: 'signed-out' } });
  });

  it('tells no code, state or token in an error', async () => {
    const shown: string[] = [];
    const show = async (url: string) => {
      const back = await changed((one) => one.searchParams.set('code', 'CANARY-code'))(url);
      shown.push(...new URL(back).searchParams.values());
      return back;
    };
    const error = await signIn(show).catch((one: Error) => one);
    const text = `${(error as Error).message} ${(error as Error).stack}`;
    expect(shown).toHaveLength(2);
    for (const secret of shown) expect(text).not.toContain(secret);
  });
});

/** An authorization request of another client, with a challenge that is not ours. */
async function askedBy(seed: string): Promise<string> {
  const url = new URL(server.client.authorizeUrl);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: 'ringside',
    redirect_uri: redirectUrl,
    state: 'x'.repeat(43),
    code_challenge: seed.padEnd(43, '-'),
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}
