import type { FieldDefinition } from '../../lib/domain/fields/workspace.ts';
import type { Write } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { viewWords } from '../words/view-words.ts';
import { fieldName } from '../words/workspace-words.ts';
import { DiscardWrite, useNamedWrite, WriteRows } from './WriteRows.tsx';

/** Writes that were saved, though not quite as they were meant. `scope`: their interaction, null for none. */
export function SavedOtherwise({ scope, writes }: { scope: string | null; writes: Write[] }) {
  const nameWrite = useNamedWrite();
  if (writes.length === 0) return null;
  const words = viewWords();
  const sentence = (write: Write) => {
    const { connection, named, crm } = nameWrite(write);
    if (!write.differs) return words.savedSlowly(named, crm);
    const fields = connection?.workspace?.fields ?? [];
    return words.savedOtherwise(
      named,
      crm,
      write.differs.map((key) => safeText(nameOf(key, fields), 64)),
    );
  };
  return (
    <WriteRows
      writes={writes}
      sentence={sentence}
      buttons={(write) => <DiscardWrite scope={scope} write={write} words={words.seen} />}
    />
  );
}

/** Of a key as `Write.differs` has it. */
function nameOf(key: string, fields: FieldDefinition[]): string {
  if (key === 'name') return viewWords().fields.name;
  const field = fields.find((one) => one.key === key || `id-${one.identifier}` === key);
  return field ? fieldName(field) : key;
}
