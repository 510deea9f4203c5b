import { Search, UserPlus } from 'lucide-preact';
import { capabilitiesOf } from '../../../lib/domain/interaction/capabilities-of.ts';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { Icon } from '../../parts/Icon.tsx';
import { viewWords } from '../../words/view-words.ts';
import { useView } from '../state/view-context.ts';
import { NoCreating } from './NoCreating.tsx';

/** What can be done without a match: search, or create. */
export function Ways({ interaction, saved }: { interaction: LiveInteraction; saved?: boolean }) {
  const { store, canCreate, asked, focusSearch } = useView();
  const canSearch = asked.some((one) => capabilitiesOf(one).search);
  const words = viewWords();
  return (
    <>
      <button type="button" class="go" onClick={focusSearch}>
        <Icon of={Search} />
        <span>{saved || !canSearch ? words.searchCopies : words.search}</span>
        <span class="end" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </button>
      {!canCreate && <NoCreating />}
      {canCreate && (
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
