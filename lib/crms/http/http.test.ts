import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createHttp } from './http.ts';

/** What leaves for the CRM, as the platform is asked to send it. */
async function sent(send: (http: ReturnType<typeof createHttp>) => Promise<unknown>): Promise<Request[]> {
  const requests: Request[] = [];
  const http = createHttp({
    baseUrl: 'https://crm.example.com/api/',
    headers: { Authorization: 'Bearer token' },
    fetch: async (input, init) => {
      requests.push(input instanceof Request ? input : new Request(input, init));
      return Response.json({});
    },
  });
  await send(http);
  return requests;
}

const request = { path: 'contacts', reply: z.object({}) };

describe.each([
  ['a read', (http: ReturnType<typeof createHttp>) => http.read({ ...request, method: 'get' })],
  ['a write', (http: ReturnType<typeof createHttp>) => http.write({ ...request, method: 'post', json: {} })],
])('%s', (_, send) => {
  it('takes no cookie along and keeps none, whoever is signed in to the CRM in another tab', async () => {
    expect((await sent(send)).map(({ credentials }) => credentials)).toEqual(['omit']);
  });

  it('is answered by no copy on disk and leaves none there', async () => {
    expect((await sent(send)).map(({ cache }) => cache)).toEqual(['no-store']);
  });

  it('follows no redirect and names no page it comes from', async () => {
    const [one] = await sent(send);
    expect(one?.redirect).toBe('manual');
    expect(one?.referrerPolicy).toBe('no-referrer');
  });
});

describe('an id that is dots or slashes', () => {
  it.each([
    'contacts/..',
    'contacts/../../sign-out',
    './contacts',
    '//evil.example/contacts',
    'https://evil.example/',
  ])('reaches no other address: %s', async (path) => {
    let error: unknown;
    const requests = await sent((http) =>
      http.read({ ...request, method: 'get', path }).catch((cause: unknown) => {
        error = cause;
      }),
    );
    expect(error).toMatchObject({ safe: { code: 'not-found' } });
    expect(requests).toEqual([]);
  });
});
