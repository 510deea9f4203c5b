import { expect, it } from 'vitest';
import { example } from '../lib/crms/companion/example.ts';
import { startTestServer } from './server-for-tests.ts';
import { testClient } from './test-client-for-tests.ts';

it('answers what the connector was recorded with', async () => {
  const server = await startTestServer({ token: example.credential });
  const client = testClient(server.url, example.credential);
  let assignmentId = '';
  for (const [name, step] of Object.entries(example.steps)) {
    for (const { request, response } of step.exchanges) {
      const path = `/${request.path}`.replace(/assignments\/[^/]+/, `assignments/${assignmentId}`);
      const method = request.method.toLowerCase() as 'get' | 'post' | 'patch';
      const reply = await (method === 'get'
        ? client.get(path)
        : client[method](path, request.body, await headersNow(request.headers, path)));
      expect([name, reply.status, shapeOf(reply.body)]).toEqual([
        name,
        response.status,
        shapeOf(response.body),
      ]);
      if (name === 'assignIdentifier') assignmentId = reply.body.assignmentId;
    }
  }
  await server.close();

  /** With the version that the contact has here: no server draws the same one twice. */
  async function headersNow(headers: Record<string, string> | undefined, path: string) {
    const match = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === 'if-match');
    if (match === undefined) return headers;
    return { ...headers, [match]: (await client.get(path)).headers.get('ETag') ?? '' };
  }
});

/** What stays the same from one recording to the next: everything but times, versions and ids the server makes up. */
function shapeOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item) => {
    if (['updatedAt', 'at', 'version', 'assignmentId', 'draftKey', 'nextService'].includes(key))
      return typeof item;
    return key === 'id' && /^[\da-f-]{36}$/.test(item) ? 'made up' : item;
  });
}
