import { maskBody, maskHeaders, maskReplyToLogin, maskText } from './mask-secrets.ts';

/** A request and its reply, as they went over the wire, with every secret covered. */
export interface TracedExchange {
  id: number;
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body: string;
  /** undefined: none yet, or none at all. */
  reply?: { status: number; type: string; text: string; cut: boolean; ms: number };
}

/** What is shown of a reply: more would not be read, and would make the page slow. */
const mostShown = 65_536;
const longestPretty = 20_000;

/**
 * A `fetch` that tells what passes through it, for the options page alone: it is never logged and never kept. Replies go on
 * to the connector as they came.
 */
export function traceFetch(
  credential: string,
  tell: (exchange: TracedExchange) => void,
  send: typeof fetch = fetch,
): typeof fetch {
  let count = 0;
  return async (input, init) => {
    const request = input instanceof Request ? input.clone() : new Request(input, init);
    count += 1;
    const id = count;
    const sent = await request.text();
    const signsIn = maskText(sent, credential) !== sent;
    const exchange: TracedExchange = {
      id,
      method: request.method,
      url: maskText(request.url, credential),
      headers: maskHeaders([...request.headers], credential),
      body: maskBody(sent, credential),
    };
    tell(exchange);
    const started = performance.now();
    const response = await send(input, init);
    const ms = performance.now() - started;
    void readStart(response.clone()).then(({ text, cut }) => {
      const type = response.headers.get('Content-Type') ?? '';
      const shown = pretty(signsIn ? maskReplyToLogin(text) : maskBody(text, credential));
      tell({
        ...exchange,
        reply: {
          status: response.status,
          type,
          text: shown.slice(0, longestPretty),
          cut: cut || shown.length > longestPretty,
          ms,
        },
      });
    });
    return response;
  };
}

async function readStart(response: Response): Promise<{ text: string; cut: boolean }> {
  const reader = response.body?.getReader();
  if (!reader) return { text: '', cut: false };
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < mostShown) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), cut: false };
      text += decoder.decode(value, { stream: true });
    }
    return { text, cut: true };
  } catch {
    return { text, cut: true };
  } finally {
    reader.cancel().catch(() => {});
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
