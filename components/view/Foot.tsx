import { Check, CircleAlert, LoaderCircle, UserPlus } from 'lucide-preact';
import type { LiveInteraction, Write } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { Icon } from '../parts/Icon.tsx';
import { viewWords } from '../words/view-words.ts';
import { saveState } from './state/save-state.ts';
import { useView } from './state/view-context.ts';
import { waitingWrites } from './state/waiting-writes.ts';
import { Waiting } from './Waiting.tsx';

/** What happened to the writes; with no interaction, the way to a new contact. `note` stands in place of both. */
export function Foot(props: {
  scope: string;
  interaction: LiveInteraction | undefined;
  canCreate: boolean;
  /** All that the agent may see: of the interaction, and of none. */
  writes: readonly Write[];
  /** False where nothing can have been written yet. */
  tells: boolean;
  /** Of whom it is told what waits; null while nobody is signed in. */
  state: ViewState | null;
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
        {props.note ? (
          <span class="save">{props.note}</span>
        ) : (
          <>
            <SaveState {...props} />
            {props.state && <Waiting state={props.state} />}
          </>
        )}
      </span>
    </footer>
  );
}

function SaveState({
  scope,
  interaction,
  writes,
  tells,
  state: view,
}: {
  scope: string;
  interaction: LiveInteraction | undefined;
  writes: readonly Write[];
  tells: boolean;
  state: ViewState | null;
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
  return tells && !(view && waitingWrites(view).length > 0) ? (
    <span class="save">
      <Icon of={Check} small />
      {interaction ? words.saved : words.allSaved}
    </span>
  ) : null;
}
