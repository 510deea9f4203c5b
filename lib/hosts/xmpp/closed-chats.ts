type Listener = (jid: string, at: number) => void;

const listeners = new Set<Listener>();

/** The agent closed a chat's box: signalling does not say so, and its reader must not go on with it. */
export function tellChatClosed(jid: string, at: number): void {
  for (const listener of listeners) listener(jid, at);
}

export function onChatClosed(listener: Listener, signal: AbortSignal): void {
  if (signal.aborted) return;
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
}
