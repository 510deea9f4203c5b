import type { Write } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { errorWords } from '../words/error-words.ts';
import { viewWords } from '../words/view-words.ts';
import { useView } from './state/view-context.ts';
import { DiscardWrite, useNamedWrite, WriteRows } from './WriteRows.tsx';

/** Writes that failed and that nothing else on screen offers to try again. `scope`: their interaction, null for none. */
export function NotSaved({ scope, writes }: { scope: string | null; writes: Write[] }) {
  const { store } = useView();
  const nameWrite = useNamedWrite();
  if (writes.length === 0) return null;
  const words = viewWords();
  const sentence = (write: Write) => {
    const { named, crm } = nameWrite(write);
    if (write.unknown) return words.perhapsSaved(named, crm);
    const why = write.error && errorWords(write.error, crm).what;
    if (scope === null && write.whose)
      return words.notSavedWriteOf(named, <bdi>{safeText(write.whose, 64)}</bdi>, why);
    return why ? words.notSavedWriteBecause(named, why) : words.notSavedWrite(named);
  };
  return (
    <WriteRows
      writes={writes}
      sentence={sentence}
      buttons={(write) => (
        <>
          <button
            type="button"
            class="btn"
            onClick={() => void store.send({ type: 'write.retry', key: scope, writeId: write.id })}
          >
            {words.tryAgain}
          </button>
          <DiscardWrite scope={scope} write={write} words={words.giveUp} />
        </>
      )}
    />
  );
}
