import { Check, CircleAlert, ExternalLink, LoaderCircle, UserPlus } from 'lucide-preact';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { LiveInteraction, Write } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { Icon } from '../parts/Icon.tsx';
import { viewWords } from '../words/view-words.ts';
import { saveState } from './state/save-state.ts';
import { useView } from './state/view-context.ts';
import { waitingWrites } from './state/waiting-writes.ts';
import { Waiting } from './Waiting.tsx';

/**
 * The way to the record of the contact that is shown, or with nobody shown to a new one; and what happened to the writes.
 * `note` stands in place of that.
 */
export function Foot(props: {
  /** Who is shown. */
  contact: Contact | undefined;
  /** Whose record it is. */
  crm: string;
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
  const { contact, crm } = props;
  const said = store.said.value;
  return (
    <footer class="foot">
      {contact?.recordUrl !== undefined && (
        <a
          class="btn plain record"
          href={contact.recordUrl}
          target="_blank"
          rel="noreferrer"
          title={viewWords().openIn(crm)}
          data-record
        >
          <Icon of={ExternalLink} />
          <span class="cut">{viewWords().openIn(crm)}</span>{' '}
          <span class="only-wide" aria-hidden="true">
            <kbd>O</kbd>
          </span>
        </a>
      )}
      {props.canCreate && (
        <button type="button" class="btn plain" onClick={() => store.creates.open('')}>
          <Icon of={UserPlus} />
          {viewWords().newContact}
        </button>
      )}
      <span class="end">
        <span class="hide" role="status">
          {said}
        </span>
        {(said ?? props.note) ? (
          <span class="save" aria-hidden={said !== null}>
            {said ?? props.note}
          </span>
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
