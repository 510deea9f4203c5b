/** A request as a CRM gets it. */
export interface Asked {
  method: string;
  url: URL;
  body: string;
}

export interface Answered {
  /** 200 where nothing is said. */
  status?: number;
  /** A text as it is; anything else as JSON. */
  body: unknown;
  headers?: Record<string, string>;
}

/** A `fetch` behind which a CRM stands. */
export function crmFetch(answer: (asked: Asked) => Answered): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const asked = { method: request.method, url: new URL(request.url), body: await request.text() };
    const { status = 200, body, headers } = answer(asked);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  };
}
