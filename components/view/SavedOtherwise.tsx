import { CircleAlert } from 'lucide-preact';
import type { FieldDefinition } from '../../lib/domain/fields/workspace.ts';
import type { Write } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { writeWords } from '../words/error-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { viewWords } from '../words/view-words.ts';
import { fieldName } from '../words/workspace-words.ts';
import { useView } from './state/view-context.ts';
import { placeOfWrite } from './state/waiting-writes.ts';

/** Writes that were saved, though not quite as they were meant. `scope`: their interaction, null for none. */
export function SavedOtherwise({ scope, writes }: { scope: string | null; writes: Write[] }) {
  const { store } = useView();
  if (writes.length === 0) return null;
  const words = viewWords();
  const sentence = (write: Write) => {
    const { connection, field } = placeOfWrite(store.state.value, write);
    const crm = safeText(connection?.crm ?? sharedWords().theCrm, 64);
    const about = field?.label ?? write.about;
    const named = <bdi>{writeWords(write.kind, about && safeText(about, 64))}</bdi>;
    if (!write.differs) return words.savedSlowly(named, crm);
    const fields = connection?.workspace?.fields ?? [];
    return words.savedOtherwise(
      named,
      crm,
      write.differs.map((key) => safeText(nameOf(key, fields), 64)),
    );
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
              class="btn plain"
              onClick={() => void store.send({ type: 'write.discard', key: scope, writeId: write.id })}
            >
              {words.seen}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Of a key as `Write.differs` has it. */
function nameOf(key: string, fields: FieldDefinition[]): string {
  if (key === 'name') return viewWords().fields.name;
  const field = fields.find((one) => one.key === key || `id-${one.identifier}` === key);
  return field ? fieldName(field) : key;
}
