import { randomUUID } from 'node:crypto';

export interface TestReply {
  status: number;
  headers: Headers;
  // Tests look into replies of every shape; a wrong guess fails the test.
  body: ReturnType<typeof JSON.parse>;
}

export interface TestClient {
  get(path: string, headers?: Record<string, string>): Promise<TestReply>;
  /** A string body is sent as it stands. Writes get a new Idempotency-Key unless `headers` has one. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<TestReply>;
  delete(path: string): Promise<TestReply>;
}

/** Speaks to a server over real HTTP with a bearer token. */
export function testClient(baseUrl: string, token?: string): TestClient {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestReply> => {
    const response = await fetch(baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(method !== 'GET' && { 'Idempotency-Key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path) => send('DELETE', path),
  };
}
