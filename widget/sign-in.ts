import * as z from 'zod/mini';

/** What the server's sign-in page posts to its opener. */
const tokenMessageSchema = z.object({
  type: z.literal('ringside.token'),
  token: z.string().check(z.minLength(1), z.maxLength(4_096)),
  agent: z.object({ name: z.string().check(z.maxLength(1_024)) }),
});

export interface SignedIn {
  token: string;
  /** The agent's name. */
  agent: string;
}

export interface SignIn {
  /** Opens the pop-up; false where the browser did not let it. Call it in a click. */
  open(): boolean;
}

/**
 * Signs the agent in through a window of the server's own origin, which hands the token to its exact opener. Only a
 * message of this origin counts, from a window that this one opened; a page that embeds the widget can do neither.
 */
export function createSignIn(
  window: Window & typeof globalThis,
  { url, onToken, signal }: { url: string; onToken(signedIn: SignedIn): void; signal: AbortSignal },
): SignIn {
  let popup: Window | null = null;

  window.addEventListener(
    'message',
    ({ origin, source, data }) => {
      if (origin !== window.location.origin || source === null) return;
      if (source !== popup && !isOpenedBy(window, source)) return;
      const message = tokenMessageSchema.safeParse(data);
      if (!message.success) return;
      const { token, agent } = message.data;
      onToken({ token, agent: agent.name });
    },
    { signal },
  );

  return {
    open() {
      popup = window.open(url, 'ringside-sign-in', 'popup,width=440,height=600');
      popup?.focus();
      return popup !== null;
    },
  };
}

/** A window that a link of ours opened; its `opener` can be read since it has our origin. */
function isOpenedBy(window: Window, source: MessageEventSource): boolean {
  try {
    return 'opener' in source && source.opener === window;
  } catch {
    return false;
  }
}
