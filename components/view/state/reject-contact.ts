import type { View } from './view-context.ts';

/** *Not this person*: drops the match for this interaction and opens the search; writes nothing (A12). */
export function rejectContact({ store, focusSearch }: View, key: string, contactId: string): void {
  void store.send({ type: 'contact.reject', key, contactId });
  focusSearch();
}
