import type { FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { Owners, Send, ViewCommand } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap, type SignalMap } from '../../parts/signal-map.ts';

type Values = Record<string, FieldValue>;

/** Whether what is being typed is on disk: `keeping` until the engine says so. */
export type DraftStatus = 'keeping' | 'kept' | 'not-kept';

export interface DraftSaver {
  /** Saves soon: 200 ms after the last change. null removes the draft. */
  save(key: string, draft: DraftName, values: Values | null): void;
  /** Sends what is waiting at once: a field was left, the page is being hidden or closed. */
  flush(): void;
  /** Its agents, `owners`, are not at the screen any more: what waits is kept for them, and shown no more. */
  leave(owners: Owners): void;
  status: SignalMap<DraftStatus>;
}

const delay = 200;

/** A form, and the CRM that what is typed in it is for. */
export interface DraftName {
  crm: string;
  form: string;
}

/** Name of a draft in `status`. */
export function draftKey(key: string, { crm, form }: DraftName): string {
  return JSON.stringify([key, crm, form]);
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
    leave(owners) {
      clearTimeout(timeout);
      for (const command of waiting.values()) if (owners[command.crm]) void send(command, owners);
      waiting.clear();
      for (const id of status.all.peek().keys()) status.put(id, undefined);
    },
    save(key, draft, values) {
      if (key === '') return;
      const id = draftKey(key, draft);
      waiting.set(id, { type: 'draft.save', key, ...draft, values });
      status.put(id, values === null ? undefined : 'keeping');
      clearTimeout(timeout);
      timeout = setTimeout(flush, delay);
    },
  };
}
