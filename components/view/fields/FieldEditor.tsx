import { Check, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { errorWords, problemWords } from '../../words/error-words.ts';
import { fieldText } from '../../words/field-text.ts';
import { viewWords } from '../../words/view-words.ts';
import type { Edit, EditPlace } from '../state/edit-store.ts';
import { editedValue, sameValue } from '../state/edited-value.ts';
import { useView } from '../state/view-context.ts';
import { FieldControl } from './FieldControl.tsx';

/** A field edited in place: Enter saves, Esc cancels, Shift+Enter breaks a line of a long text. */
export function FieldEditor(props: {
  place: EditPlace;
  edit: Edit;
  id: string;
  crm: string;
  /** Opened by a click just now: takes the focus. One that comes back with its interaction does not. */
  fresh: boolean;
}) {
  const { place, edit, id, crm, fresh } = props;
  const { store } = useView();
  const box = useRef<HTMLDivElement>(null);
  const { field } = place;
  const saving = edit.status === 'saving';
  useEffect(() => {
    if (!fresh) return;
    const control = box.current?.querySelector<HTMLInputElement>('input, select, textarea');
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }, [fresh]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') store.edits.cancel(place);
    else if (event.key === 'Enter' && !event.shiftKey && !isButton(event.target))
      void store.edits.save(place);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const message = `${id}-message`;
  const hasMessage = edit.problem !== undefined || edit.status !== 'open';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the input inside, which is what has the focus
    <div class="editor" ref={box} onKeyDown={onKeyDown}>
      <div class={`box ${field.type}`}>
        <FieldControl
          id={id}
          type={field.type}
          value={edit.value}
          options={field.options}
          required={field.required ?? false}
          readOnly={saving}
          problemId={hasMessage ? message : undefined}
          onChange={(value) => store.edits.change(place, value)}
          onBlur={store.drafts.flush}
        />
        <span class="ok">
          <button
            type="button"
            class="btn icon sm accent"
            aria-label={viewWords().save}
            aria-disabled={saving}
            onClick={() => void store.edits.save(place)}
          >
            <Icon of={Check} small />
          </button>
          <button
            type="button"
            class="btn icon sm"
            aria-label={viewWords().cancel}
            onClick={() => store.edits.cancel(place)}
          >
            <Icon of={X} small />
          </button>
        </span>
      </div>
      {hasMessage && (
        <div class="edit-message" id={message}>
          <EditMessage place={place} edit={edit} crm={crm} />
        </div>
      )}
    </div>
  );
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button') !== null;
}

function EditMessage({ place, edit, crm }: { place: EditPlace; edit: Edit; crm: string }) {
  const { store } = useView();
  const words = viewWords();
  if (edit.problem) return <span class="err">{problemWords(edit.problem)}</span>;
  if (edit.status === 'saving') return <span class="quiet">{words.saving}</span>;
  if (edit.status === 'changed-meanwhile') {
    const value = editedValue(place.field, place.contact);
    const newer = fieldText(place.field, value, store.now.value) ?? words.fields.empty;
    return (
      <>
        <span class="warn-text">
          {sameValue(value, edit.base) ? words.fields.elsewhere : words.fields.changed(<bdi>{newer}</bdi>)}
        </span>
        <span class="row-btns">
          <button type="button" class="btn" onClick={() => void store.edits.save(place, true)}>
            {words.fields.saveMine}
          </button>
          <button type="button" class="btn" onClick={() => store.edits.cancel(place)}>
            {words.fields.takeNewer}
          </button>
        </span>
      </>
    );
  }
  return (
    <>
      <span class="err">
        {edit.error ? words.notSavedBecause(errorWords(edit.error, crm).what) : words.notSavedYet}
      </span>
      <span class="row-btns">
        <button type="button" class="btn" onClick={() => void store.edits.again(place)}>
          {words.tryAgain}
        </button>
      </span>
    </>
  );
}
