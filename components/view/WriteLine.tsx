import type { Write } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { writeWords } from '../words/error-words.ts';
import { fieldText } from '../words/field-text.ts';
import { viewWords } from '../words/view-words.ts';
import { useView } from './state/view-context.ts';
import { placeOfWrite } from './state/waiting-writes.ts';

/** What a write was for: *Next service: Tue 24 Nov, 09:30*. `whose`: its contact is not the one on screen. */
export function WriteLine({ write, whose = false }: { write: Write; whose?: boolean }) {
  const { store } = useView();
  const words = viewWords().waiting;
  const now = store.now.value;
  const { field } = placeOfWrite(store.state.value, write);
  const value = field && write.change?.fields?.[field.key];
  const text = field && value !== undefined ? fieldText(field, value, now) : undefined;
  const label = field?.label ?? write.about;
  const what = (
    <span>
      {text === undefined ? (
        <bdi>{writeWords(write.kind, label && safeText(label, 64))}</bdi>
      ) : (
        words.line(<bdi>{safeText(label ?? '', 64)}</bdi>, <bdi>{safeText(text, 128)}</bdi>)
      )}
    </span>
  );
  if (!whose || !write.whose) return what;
  return <span>{words.lineOf(what, <bdi>{safeText(write.whose, 64)}</bdi>)}</span>;
}
