import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';
import { nextInteraction } from '../../../lib/domain/interaction/next-interaction.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import { shownContact } from '../../words/interaction-title.ts';
import { rejectContact } from './reject-contact.ts';
import { creatingConnections } from './shown-connection.ts';
import type { Shortcuts } from './use-shortcuts.ts';
import type { View } from './view-context.ts';

/** What each key does in what is drawn now. Built anew with every rendering, so that a key means what is on screen. */
export function viewShortcuts(
  view: View,
  drawn: { state: ViewState | null; front: LiveInteraction | undefined; shown: Resolution | undefined },
): Shortcuts {
  const { store, asked, focusSearch } = view;
  const { state, front, shown } = drawn;
  const ready = asked.some(({ status }) => status === 'ready');
  const scope = front?.key ?? '';
  // While results or a form stand in its place, the contact is not on screen.
  const covered = store.search.get(scope) !== undefined || store.creates.get(scope).open;
  const contact = shown && shownContact(shown);
  const keys: Shortcuts = {
    '/': ready ? openSearch : undefined,
    '?': () => {
      store.menu.value = store.menu.peek() === 'more' ? 'closed' : 'more';
    },
    escape: () => {
      if (store.menu.peek() !== 'closed') store.menu.value = 'closed';
      else if (store.search.get(scope)) store.search.close(scope);
      else if (!front) store.browse.close();
    },
  };
  for (const [key, by] of [
    ['.', 1],
    [',', -1],
  ] as const) {
    const next = nextInteraction(state?.interactions ?? [], front?.key ?? null, by);
    if (next !== undefined) keys[key] = () => store.show(next);
  }
  if (!covered) keys.o = openRecord;
  if (!covered && creatingConnections(asked).length > 0) keys.c = () => createKey(view, scope, shown);
  if (!front) return keys;
  keys.p = () =>
    void store.send({ type: 'interaction.pin', key: front.key, pinned: state?.pinned !== front.key });
  if (!ready || covered) return keys;
  if (contact) keys.n = () => rejectContact(view, front.key, contact.id);
  if (shown?.status === 'unmatched')
    keys.s = () => {
      store.search.type(front.key, safeText(front.facts.displayName ?? '', 128).trim());
      focusSearch();
    };
  if (shown?.status === 'ambiguous')
    shown.candidates.slice(0, 9).forEach((candidate, index) => {
      keys[String(index + 1)] = () =>
        void store.send({ type: 'contact.choose', key: front.key, contactId: candidate.id });
    });
  return keys;
}

/** O: what a click on the way to the record does; nothing where there is none. */
function openRecord(): void {
  document.querySelector<HTMLElement>('[data-record]')?.click();
}

/** /: the box, with the contacts of the last interactions below it. */
function openSearch(): void {
  const input = document.querySelector<HTMLInputElement>('[role="search"] input');
  input?.focus();
  input?.click();
}

/** C: the form, where it does not stand already; else its first field. */
function createKey({ store }: View, scope: string, shown: Resolution | undefined): void {
  if (shown?.status === 'unmatched')
    document.querySelector<HTMLInputElement>('[data-form="new-contact"] input')?.focus();
  else if (shown?.status !== 'resolving') store.creates.open(scope);
}
