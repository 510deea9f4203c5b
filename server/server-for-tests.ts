import { type ServerOptions, startServer } from './start-server.ts';
import { type TestClient, testClient } from './test-client-for-tests.ts';

export const testToken = 'service-token-for-tests';

export interface TestServer extends Awaited<ReturnType<typeof startServer>> {
  client: TestClient;
}

/** A server with the demo workspace and a client that is signed in as Service. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const server = await startServer({
    data: 'memory://',
    port: 0,
    token: testToken,
    demo: true,
    ...options,
  });
  return { ...server, client: testClient(server.url, testToken) };
}
