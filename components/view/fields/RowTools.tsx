import { useRef } from 'preact/hooks';
import { copyText } from '../../parts/copy-text.ts';
import { viewWords } from '../../words/view-words.ts';
import { useView } from '../state/view-context.ts';

/**
 * What can be done with a value: copy it, edit it. They come under the pointer and with the focus. One stop of Tab a row; the
 * arrows go from one to the other, and Ctrl+C copies where nothing is selected. Their pictures are drawn by the style sheet:
 * a view has hundreds of them.
 */
export function RowTools(props: {
  label: string;
  /** The value for the clipboard; undefined where there is none. */
  copied: () => string | undefined;
  /** There is something to copy. */
  filled: boolean;
  /** The field's key, where it can be edited. */
  editKey: string | undefined;
  onEdit?: () => void;
  /** Why it cannot be edited, in words. */
  whyNot?: string | undefined;
}) {
  const { label, filled, editKey } = props;
  const { store } = useView();
  const row = useRef<HTMLSpanElement>(null);
  const words = viewWords();
  const copy = async () => {
    const text = props.copied();
    if (text !== undefined) store.say((await copyText(text)) ? words.copied(label) : words.notCopied);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
    if (isCopy && filled && String(getSelection() ?? '') === '') void copy();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') focusOther(row.current, event.target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="tools" ref={row}>
      {filled && (
        <button
          type="button"
          class="btn icon sm copy"
          aria-label={words.fields.copyOf(label)}
          title={words.fields.copyIt}
          tabIndex={editKey === undefined ? 0 : -1}
          onClick={() => void copy()}
          onKeyDown={onKeyDown}
        />
      )}
      {props.whyNot !== undefined && (
        <button
          type="button"
          class="btn icon sm lock"
          aria-label={words.fields.whyNot(label)}
          title={props.whyNot}
          tabIndex={filled ? -1 : 0}
          onClick={() => store.say(props.whyNot ?? '')}
          onKeyDown={onKeyDown}
        />
      )}
      {editKey !== undefined && (
        <button
          type="button"
          class="btn icon sm pen"
          aria-label={words.fields.edit(label)}
          data-edit={editKey}
          onClick={props.onEdit}
          onKeyDown={onKeyDown}
        />
      )}
    </span>
  );
}

function focusOther(row: HTMLElement | null, from: EventTarget | null): void {
  for (const button of row?.querySelectorAll('button') ?? []) if (button !== from) button.focus();
}
