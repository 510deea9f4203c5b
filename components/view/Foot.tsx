import { Check, CircleAlert, LoaderCircle, UserPlus } from 'lucide-preact';
import type { LiveInteraction, Write } from '../../lib/domain/interaction/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { viewWords } from '../words/view-words.ts';
import { saveState } from './state/save-state.ts';
import { useView } from './state/view-context.ts';

/** What happened to the writes; with no interaction, the way to a new contact. `note` stands in place of both. */
export function Foot(props: {
  scope: string;
  interaction: LiveInteraction | undefined;
  canCreate: boolean;
  /** All that the agent may see: of the interaction, and of none. */
  writes: readonly Write[];
  /** False where nothing can have been written yet. */
  tells: boolean;
  note?: string | undefined;
}) {
  const { store } = useView();
  return (
    <footer class="foot">
      {props.canCreate && (
        <button type="button" class="btn plain" onClick={() => store.creates.open('')}>
          <Icon of={UserPlus} />
          {viewWords().newContact}
        </button>
      )}
      <span class="end">
        {props.note ? <span class="save">{props.note}</span> : <SaveState {...props} />}
      </span>
    </footer>
  );
}

function SaveState({
  scope,
  interaction,
  writes,
  tells,
}: {
  scope: string;
  interaction: LiveInteraction | undefined;
  writes: readonly Write[];
  tells: boolean;
}) {
  const words = viewWords();
  const state = saveState(useView().store, scope, writes);
  if (state === 'saving')
    return (
      <span class="save">
        <Icon of={LoaderCircle} small />
        {words.saving}
      </span>
    );
  if (state === 'not-saved')
    return (
      <span class="save wait">
        <Icon of={CircleAlert} small />
        {words.notSaved}
      </span>
    );
  return tells ? (
    <span class="save">
      <Icon of={Check} small />
      {interaction ? words.saved : words.allSaved}
    </span>
  ) : null;
}
