import { CircleAlert } from 'lucide-preact';
import type { ComponentChildren, JSX } from 'preact';
import type { Write } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { writeWords } from '../words/error-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { useView } from './state/view-context.ts';
import { placeOfWrite } from './state/waiting-writes.ts';

/** A row for each write that the agent is told of: what became of it, and what can be done about it. */
export function WriteRows({
  writes,
  sentence,
  buttons,
}: {
  writes: Write[];
  sentence: (write: Write) => ComponentChildren;
  buttons: (write: Write) => ComponentChildren;
}) {
  return (
    <ul class="wait-list">
      {writes.map((write) => (
        <li key={write.id}>
          <Icon of={CircleAlert} />
          <span>{sentence(write)}</span>
          <span class="row-btns">{buttons(write)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The agent has seen it, or gives it up. `scope`: the interaction, null for none. */
export function DiscardWrite({ scope, write, words }: { scope: string | null; write: Write; words: string }) {
  const { store } = useView();
  return (
    <button
      type="button"
      class="btn plain"
      onClick={() => void store.send({ type: 'write.discard', key: scope, writeId: write.id })}
    >
      {words}
    </button>
  );
}

/** What a write was, in words, and the CRM that it was for. */
export function useNamedWrite() {
  const { store } = useView();
  return (write: Write) => {
    const { connection, field } = placeOfWrite(store.state.value, write);
    // Its subject is a field or a contact's name.
    const about = field?.label ?? write.about;
    const named: JSX.Element = <bdi>{writeWords(write.kind, about && safeText(about, 64))}</bdi>;
    return { connection, named, crm: safeText(connection?.crm ?? sharedWords().theCrm, 64) };
  };
}
