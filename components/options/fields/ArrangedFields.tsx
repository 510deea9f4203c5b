import { optionsWords } from '../../words/options-words.ts';
import { ArrangedField } from './ArrangedField.tsx';
import type { ArrangeHand } from './arrange-hand.ts';

interface Props {
  /** Index of the section; the number of sections for those not shown. */
  list: number;
  name: string;
  keys: string[];
  hand: ArrangeHand;
}

/** The fields of one section in their order; another may be dropped between them. */
export function ArrangedFields({ list, name, keys, hand }: Props) {
  const known = keys.filter((key) => hand.fields.has(key));
  const words = optionsWords().fields;
  const isHidden = list === hand.arrangement.sections.length;
  return (
    // The same is done from the keyboard, on each field's handle.
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on, nothing to press
    <div
      class={hand.dragged && known.length === 0 ? 'dropzone is-open' : 'dropzone'}
      onDragOver={(event) => hand.dragged && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (hand.dragged) hand.move(hand.dragged, { list, index: keys.length });
        hand.drag(null);
      }}
    >
      {known.length > 0 && !isHidden && (
        <div class="columns" aria-hidden="true">
          <span>{words.reduced}</span>
          <span>{words.newContact}</span>
        </div>
      )}
      <ul aria-label={words.fieldsOf(name)}>
        {keys.map((key, index) => (
          <ArrangedField key={key} place={{ list, index }} field={hand.fields.get(key)} hand={hand} />
        ))}
      </ul>
      {known.length === 0 && <p class="empty">{isHidden ? words.allShown : words.noFields}</p>}
    </div>
  );
}
