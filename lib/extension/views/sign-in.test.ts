import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startOAuthServer } from '../../crms/http/auth/oauth-server-for-tests.ts';
import { redirectUrl, requestSignIn, type SignInApi, signIn } from './sign-in.ts';

const registered = 'https://ringside.extensions.allizom.org/';
let server: Awaited<ReturnType<typeof startOAuthServer>>;
beforeAll(async () => {
  server = await startOAuthServer();
});
afterAll(() => server.close());
beforeEach(() => server.personSays('yes'));

/** The browser's API as far as it is used; without `show`, the permission for it was not granted yet. */
function fake(optional: string[], show?: (url: string) => Promise<string>) {
  const request = vi.fn(async (_: object) => true);
  const api = {
    runtime: { id: 'abc', getManifest: () => ({ optional_permissions: optional }) },
    permissions: { request },
    ...(show && {
      identity: {
        getRedirectURL: () => registered,
        launchWebAuthFlow: ({ url, interactive }: { url: string; interactive: boolean }) =>
          interactive ? show(url) : Promise.reject(new Error('Not allowed to show anything')),
      },
    }),
  };
  return { api: api as unknown as SignInApi, request }; // What is left out is not used.
}

describe('signing in by a page of the CRM', () => {
  it('asks Chromium for the origins and the sign-in page at once, and Firefox for the origins', async () => {
    const chromium = fake(['identity']);
    await requestSignIn(['https://crm.example.com/*'], chromium.api);
    expect(chromium.request.mock.calls).toEqual([
      [{ origins: ['https://crm.example.com/*'], permissions: ['identity'] }],
    ]);
    const firefox = fake([], server.show);
    await requestSignIn(['https://crm.example.com/*'], firefox.api);
    expect(firefox.request.mock.calls).toEqual([[{ origins: ['https://crm.example.com/*'] }]]);
  });

  it('knows the redirect address before Chromium grants the page', () => {
    expect(redirectUrl(fake(['identity']).api)).toBe('https://abc.chromiumapp.org/');
    expect(redirectUrl(fake([], server.show).api)).toBe(registered);
  });

  it('gets tokens that can be renewed', async () => {
    const signedIn = await signIn(server.client, fake([], server.show).api);
    expect(await signedIn.load()).toMatchObject({
      access: expect.any(String) as string,
      refresh: expect.any(String) as string,
    });
  });

  it('is told in our own words that the window was closed, that the person said no, or that it may not', async () => {
    server.personSays('no');
    const closed = async (url: string) => Promise.reject(new Error(`The user closed ${url}`));
    for (const { api } of [fake([], server.show), fake([], closed), fake(['identity'])]) {
      const error = await signIn(server.client, api).catch((one: unknown) => one);
      expect(error).toMatchObject({ message: 'CRM: not-allowed', safe: { code: 'not-allowed' } });
    }
  });
});
