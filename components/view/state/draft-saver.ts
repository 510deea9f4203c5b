import type { FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { Send, ViewCommand } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap, type SignalMap } from '../../parts/signal-map.ts';

type Values = Record<string, FieldValue>;

/** Whether what is being typed is on disk: `keeping` until the engine says so. */
export type DraftStatus = 'keeping' | 'kept' | 'not-kept';

export interface DraftSaver {
  /** Saves soon: 200 ms after the last change. null removes the draft. */
  save(key: string, form: string, values: Values | null): void;
  /** Sends what is waiting at once: a field was left, the page is being hidden or closed. */
  flush(): void;
  /** Its agent, `owner`, is not at the screen any more: what waits is kept for them, and shown no more. */
  leave(owner: string | null | undefined): void;
  status: SignalMap<DraftStatus>;
}

const delay = 200;

/** Name of a draft in `status`. */
export function draftKey(key: string, form: string): string {
  return JSON.stringify([key, form]);
}

/** Tells the engine what the agent types, so that it survives anything (A14). Without an interaction nothing is kept. */
export function createDraftSaver(send: Send, abort: AbortSignal): DraftSaver {
  const status = createSignalMap<DraftStatus>();
  const waiting = new Map<string, Extract<ViewCommand, { type: 'draft.save' }>>();
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timeout);
    for (const [id, command] of waiting) {
      waiting.delete(id);
      void send(command).then((reply) => {
        if (command.values === null) status.put(id, undefined);
        // A newer change is on its way: it will say.
        else if (!waiting.has(id)) status.put(id, reply.ok ? 'kept' : 'not-kept');
      });
    }
  };
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), {
    signal: abort,
  });
  window.addEventListener('pagehide', flush, { signal: abort });
  abort.addEventListener('abort', flush);
  return {
    status,
    flush,
    leave(owner) {
      clearTimeout(timeout);
      if (typeof owner === 'string') for (const command of waiting.values()) void send(command, owner);
      waiting.clear();
      for (const id of status.all.peek().keys()) status.put(id, undefined);
    },
    save(key, form, values) {
      if (key === '') return;
      const id = draftKey(key, form);
      waiting.set(id, { type: 'draft.save', key, form, values });
      status.put(id, values === null ? undefined : 'keeping');
      clearTimeout(timeout);
      timeout = setTimeout(flush, delay);
    },
  };
}
