import { ChevronDown, ChevronRight } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import { Icon } from '../../parts/Icon.tsx';
import { viewWords } from '../../words/view-words.ts';
import { isFilled, rowsOf } from '../state/edited-value.ts';
import { useView } from '../state/view-context.ts';
import { withWaiting } from '../state/waiting-writes.ts';
import { FieldRow } from './FieldRow.tsx';
import type { SectionsProps, ShownSection } from './shown-sections.ts';

/** One more row is no shorter. */
const fewest = 2;

/**
 * The rows of a section. In the full view those without a value are one line, which unfolds them below the others; what has
 * been unfolded stays where it is, whatever is typed into it.
 */
export function SectionFields({ section, ...props }: SectionsProps & { section: ShownSection }) {
  const { contact, scope, crm, own, changed = {} } = props;
  const { store } = useView();
  const [unfolded, unfold] = useState<ReadonlySet<string> | null>(null);
  // What stood there stays in its place when its value is taken away.
  const [stood] = useState(() => new Set<string>());
  const id = useId();
  const open = store.edits.keysOf(scope, contact.id);
  const isEmpty = (field: FieldDefinition): boolean => {
    const stands =
      field.key in changed ||
      rowsOf(field, contact, open).some(({ key }) => open.includes(key)) ||
      isFilled(field, withWaiting(store.state.value, contact, field) ?? contact);
    if (stands && unfolded === null) stood.add(field.key);
    return !stands && !stood.has(field.key);
  };
  const empty = props.mode === 'full' ? section.fields.filter(isEmpty) : [];
  const below = unfolded ? section.fields.filter(({ key }) => unfolded.has(key)) : empty;
  const rows = (fields: FieldDefinition[]) => (
    <dl class="fields">
      {fields.flatMap((whole) =>
        rowsOf(whole, contact, open).map((field, nth) => (
          <FieldRow
            // By its place: a number that was changed is still in the same row, which has the focus.
            key={`${whole.key} ${nth}`}
            field={field}
            again={nth > 0}
            contact={contact}
            scope={scope}
            crm={crm}
            own={own}
            was={field.identifier ? undefined : changed[field.key]}
          />
        )),
      )}
    </dl>
  );
  if (unfolded === null && empty.length < fewest) return rows(section.fields);
  const filled = section.fields.filter((field) => !below.includes(field));
  return (
    <>
      {filled.length > 0 && rows(filled)}
      {empty.length > 0 && (
        <button
          type="button"
          class="empties"
          aria-expanded={unfolded !== null}
          aria-controls={id}
          onClick={() => unfold(unfolded ? null : new Set(empty.map(({ key }) => key)))}
        >
          <Icon of={unfolded ? ChevronDown : ChevronRight} small flip />
          {viewWords().fields.emptyFields(empty.length)}
        </button>
      )}
      <div id={id}>{unfolded && rows(below)}</div>
    </>
  );
}
