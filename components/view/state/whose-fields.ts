import type { Resolution } from '../../../lib/domain/interaction/live.ts';
import { shownContact } from '../../words/interaction-title.ts';
import type { ViewStore } from './view-store.ts';

/** Names what stands in the Contact region by whom it belongs to: another name, another person or another form. */
export function whoseFields(store: ViewStore, scope: string, shown: Resolution | undefined): string {
  const covered = store.search.get(scope) ? 'search' : store.creates.get(scope).open ? 'create' : '';
  const contact = scope === '' ? store.browse.browsed.value?.contact : shown && shownContact(shown);
  return JSON.stringify([scope, covered, contact?.id ?? '']);
}
