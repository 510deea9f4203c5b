import type { OpenDraftStore } from '../../engine/drafts/dexie-draft-store.ts';
import type { OpenWriteStore } from '../../engine/drafts/dexie-write-store.ts';
import type { DraftStore } from '../../engine/drafts/draft-store.ts';
import type { WriteStore } from '../../engine/drafts/write-store.ts';

/** The stores the engine knows: the signed-in agent's own, and none while nobody is signed in. */
export interface AgentStores {
  drafts: DraftStore;
  writes: WriteStore;
  /** `draftKey`: base64 from the CRM's sign-in; undefined where that CRM gives none, and rows are plain on disk. */
  open(draftKey: string | undefined): void;
  /** Nobody is signed in: what is on disk stays there, unread. */
  close(): void;
}

export interface OpenAgentStores {
  drafts: OpenDraftStore;
  writes: OpenWriteStore;
}

export function createAgentStores(open: (draftKey: Uint8Array | null) => OpenAgentStores): AgentStores {
  let current: OpenAgentStores | undefined;
  function own(): OpenAgentStores {
    if (current === undefined) throw new Error('drafts: nobody is signed in, so this one is not kept');
    return current;
  }
  function close(): void {
    current?.drafts.close();
    current?.writes.close();
    current = undefined;
  }
  return {
    drafts: {
      load: async (key) => (await current?.drafts.load(key)) ?? {},
      save: async (key, form, values) => own().drafts.save(key, form, values),
      move: async (fromKey, toKey) => current?.drafts.move(fromKey, toKey),
    },
    writes: {
      load: async (owner) => (await current?.writes.load(owner)) ?? [],
      put: async (owner, id, kept) => own().writes.put(owner, id, kept),
      remove: async (owner, id) => current?.writes.remove(owner, id),
    },
    open(draftKey) {
      close();
      current = open(
        draftKey === undefined ? null : Uint8Array.from(atob(draftKey), (letter) => letter.charCodeAt(0)),
      );
    },
    close,
  };
}
