import { CircleAlert } from 'lucide-preact';
import type { Write } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { errorWords, writeWords } from '../words/error-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { viewWords } from '../words/view-words.ts';
import { useView } from './state/view-context.ts';
import { placeOfWrite } from './state/waiting-writes.ts';

/** Writes that failed and that nothing else on screen offers to try again. `scope`: their interaction, null for none. */
export function NotSaved({ scope, writes }: { scope: string | null; writes: Write[] }) {
  const { store } = useView();
  if (writes.length === 0) return null;
  const words = viewWords();
  const sentence = (write: Write) => {
    const { connection, field } = placeOfWrite(store.state.value, write);
    const crm = connection?.crm ?? sharedWords().theCrm;
    // Its subject is a field or a contact's name.
    const about = field?.label ?? write.about;
    const named = <bdi>{writeWords(write.kind, about && safeText(about, 64))}</bdi>;
    if (write.unknown) return words.perhapsSaved(named, crm);
    const why = write.error && errorWords(write.error, crm).what;
    if (scope === null && write.whose)
      return words.notSavedWriteOf(named, <bdi>{safeText(write.whose, 64)}</bdi>, why);
    return why ? words.notSavedWriteBecause(named, why) : words.notSavedWrite(named);
  };
  return (
    <ul class="wait-list">
      {writes.map((write) => (
        <li key={write.id}>
          <Icon of={CircleAlert} />
          <span>{sentence(write)}</span>
          <span class="row-btns">
            <button
              type="button"
              class="btn"
              onClick={() => void store.send({ type: 'write.retry', key: scope, writeId: write.id })}
            >
              {words.tryAgain}
            </button>
            <button
              type="button"
              class="btn plain"
              onClick={() => void store.send({ type: 'write.discard', key: scope, writeId: write.id })}
            >
              {words.giveUp}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}
