import type { OpenDraftStore } from '../../engine/drafts/dexie-draft-store.ts';
import type { DraftStore } from '../../engine/drafts/draft-store.ts';

/** The one draft store the engine knows: the signed-in agent's own, and none while nobody is signed in. */
export interface AgentDrafts extends DraftStore {
  /** `draftKey`: base64 from the CRM's sign-in; undefined where that CRM gives none, and drafts are plain on disk. */
  open(draftKey: string | undefined): void;
  /** Nobody is signed in: what is on disk stays there, unread. */
  close(): void;
}

export function createAgentDrafts(open: (draftKey: Uint8Array | null) => OpenDraftStore): AgentDrafts {
  let current: OpenDraftStore | undefined;
  return {
    async load(key) {
      return (await current?.load(key)) ?? {};
    },
    async save(key, form, values) {
      if (current === undefined) throw new Error('drafts: nobody is signed in, so this one is not kept');
      await current.save(key, form, values);
    },
    async move(fromKey, toKey) {
      await current?.move(fromKey, toKey);
    },
    open(draftKey) {
      current?.close();
      current = open(
        draftKey === undefined ? null : Uint8Array.from(atob(draftKey), (letter) => letter.charCodeAt(0)),
      );
    },
    close() {
      current?.close();
      current = undefined;
    },
  };
}
