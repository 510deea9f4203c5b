import { Search, UserPlus } from 'lucide-preact';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { Icon } from '../../parts/Icon.tsx';
import { viewWords } from '../../words/view-words.ts';
import { useView } from '../state/view-context.ts';

/** What can be done without a match: search, or create. */
export function Ways({ interaction, saved }: { interaction: LiveInteraction; saved?: boolean }) {
  const { store, can, focusSearch } = useView();
  const words = viewWords();
  return (
    <>
      <button type="button" class="go" onClick={focusSearch}>
        <Icon of={Search} />
        <span>{saved || !can.search ? words.searchCopies : words.search}</span>
        <span class="end" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </button>
      {can.create && (
        <button type="button" class="go" onClick={() => store.creates.open(interaction.key)}>
          <Icon of={UserPlus} />
          <span>{words.newContact}</span>
          <span class="end" aria-hidden="true">
            <kbd>C</kbd>
          </span>
        </button>
      )}
    </>
  );
}
