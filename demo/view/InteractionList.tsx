import type { DeskStore } from '../desk/desk-store.ts';
import { InteractionRow } from './InteractionRow.tsx';
import { useNow } from './use-now.ts';

/** Everything that is live, oldest first. The one in focus is what the agent looks at. */
export function InteractionList({ store }: { store: DeskStore }) {
  const interactions = store.interactions.value;
  const now = useNow(interactions.length > 0);
  return (
    <section class="live" aria-labelledby="live-title">
      <h2 id="live-title">
        Live work <span class="count">{interactions.length}</span>
      </h2>
      {interactions.length === 0 && (
        <p class="empty">Nobody is waiting. Choose a customer on the left to let one get in touch.</p>
      )}
      <ul>
        {interactions.map((interaction) => (
          <InteractionRow
            key={interaction.id}
            interaction={interaction}
            focused={store.focus.value === interaction.id}
            now={now}
            store={store}
          />
        ))}
      </ul>
    </section>
  );
}
