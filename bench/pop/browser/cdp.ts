/** A connection to a browser by its debugging port that attaches to nothing by itself: what is not looked at runs as it is. */
export interface Cdp {
  /** The caller names what the method answers. Rejects with the browser's own words. */
  send<T = unknown>(method: string, params?: object, sessionId?: string): Promise<T>;
  close(): void;
}

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** Longer than anything here takes on a busy machine; a limit for what hangs. */
const patienceMs = 30_000;

export async function connectCdp(url: string): Promise<Cdp> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener(
      'error',
      () => reject(new Error('The browser’s debugging port does not answer')),
      {
        once: true,
      },
    );
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id === undefined) return;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  socket.addEventListener('close', () => {
    for (const tell of waiting.values()) tell({ error: { message: 'the browser is gone' } });
    waiting.clear();
  });
  return {
    send<T>(method: string, params: object = {}, sessionId?: string) {
      last += 1;
      const id = last;
      return new Promise<T>((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method}: no answer within ${patienceMs / 1_000} s`));
        }, patienceMs);
        waiting.set(id, ({ result, error }) => {
          clearTimeout(late);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
      });
    },
    close: () => socket.close(),
  };
}
