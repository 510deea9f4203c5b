import { GripVertical } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import { optionsWords } from '../../words/options-words.ts';
import { changeField, type FieldPlace, fieldLists } from './arrange-edits.ts';
import type { ArrangeHand } from './arrange-hand.ts';

interface Props {
  place: FieldPlace;
  /** undefined: the CRM does not have it any more. */
  field: FieldDefinition | undefined;
  hand: ArrangeHand;
}

/** One field: a handle to drag, or to move with the arrow keys, the views it is in, and its section. */
export function ArrangedField({ place, field, hand }: Props) {
  const [over, setOver] = useState(false);
  if (!field) return null;
  const { key, label, type, identifier, required = false, readOnly = false } = field;
  const { sections, fields } = hand.arrangement;
  const words = optionsWords().fields;
  const isDragged = hand.dragged?.list === place.list && hand.dragged.index === place.index;
  const isHidden = place.list === sections.length;
  const always = identifier === 'phone' || identifier === 'email';
  const { reduced = false, onCreate = false } = fields[key] ?? {};
  const toList = (list: number): void =>
    hand.move(place, { list, index: fieldLists(hand.arrangement)[list]?.length ?? 0 });
  return (
    <li
      class={`field${isDragged ? ' is-dragged' : ''}${over && hand.dragged ? ' is-over' : ''}`}
      draggable={!hand.disabled}
      onDragStart={() => hand.drag(place)}
      onDragEnd={() => hand.drag(null)}
      onDragEnter={() => setOver(true)}
      onDragOver={(event) => {
        if (!hand.dragged) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        if (hand.dragged) hand.move(hand.dragged, place);
        hand.drag(null);
      }}
    >
      <button
        type="button"
        id={`grip-${place.list}-${key}`}
        class="btn plain icon grip"
        aria-label={words.move(label)}
        aria-keyshortcuts="ArrowUp ArrowDown"
        title={words.drag}
        disabled={hand.disabled}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
          if (step === undefined) return;
          event.preventDefault();
          hand.step(place, step);
        }}
      >
        <GripVertical class="i" aria-hidden="true" />
      </button>
      <span class="name">
        <bdi>{label}</bdi>
        <small>
          {[words.types[type], required && words.required, readOnly && words.readOnly]
            .filter(Boolean)
            .join(', ')}
        </small>
      </span>
      {!isHidden && (
        <>
          <input
            type="checkbox"
            aria-label={words.inReduced(label)}
            disabled={hand.disabled}
            checked={reduced}
            onChange={({ currentTarget }) =>
              hand.change(changeField(hand.arrangement, key, { reduced: currentTarget.checked }))
            }
          />
          <input
            type="checkbox"
            aria-label={words.inForm(label)}
            title={always || required ? words.always : readOnly ? words.unwritable : undefined}
            disabled={hand.disabled || identifier !== undefined || required || readOnly}
            checked={always || required || (onCreate && !readOnly)}
            onChange={({ currentTarget }) =>
              hand.change(changeField(hand.arrangement, key, { onCreate: currentTarget.checked }))
            }
          />
        </>
      )}
      <select
        class="in"
        aria-label={words.sectionOf(label)}
        disabled={hand.disabled}
        value={String(place.list)}
        onChange={({ currentTarget }) => toList(Number(currentTarget.value))}
      >
        {sections.map((section, index) => (
          <option key={section.id} value={String(index)}>
            {section.label}
          </option>
        ))}
        {(!required || isHidden) && <option value={String(sections.length)}>{words.notShown}</option>}
      </select>
    </li>
  );
}
