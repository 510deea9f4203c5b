import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { type EditedField, fieldIn, isCutField, isFilled, notEditable } from '../state/edited-value.ts';
import { useView } from '../state/view-context.ts';
import { withWaiting } from '../state/waiting-writes.ts';
import { copiedText } from './copied-text.ts';
import { FieldContent, type Own, wasText } from './FieldContent.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { RowTools } from './RowTools.tsx';

export interface FieldRowProps {
  field: EditedField;
  /** A further one of several: its label stands above. */
  again?: boolean;
  contact: Contact;
  scope: string;
  crm: string;
  /** It was opened from elsewhere: its editor takes the focus. */
  focus?: boolean;
  own?: Own | undefined;
  /** The value it had when the contact was first shown, where it has changed since. */
  was?: FieldValue | undefined;
}

/** Label and value on one line; the value's edge stays the same while it is edited. */
export function FieldRow({ field, again, focus = false, contact, scope, crm, own, was }: FieldRowProps) {
  const { store, can } = useView();
  const id = useId();
  const place = { scope, contact, field, waiting: withWaiting(store.state.value, contact, field) };
  const { waiting } = place;
  const edit = store.edits.get(place);
  const row = useRef<HTMLDivElement>(null);
  const fresh = useRef(focus);
  const editing = edit !== undefined;
  useLayoutEffect(() => {
    if (editing || !fresh.current) return;
    fresh.current = false;
    // The editor that had the focus is gone.
    if (document.activeElement === null || document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('.pen')?.focus();
  }, [editing]);
  const label = safeText(field.label, 128);
  if (edit)
    return (
      <div class="edit">
        <dt>
          <label for={id}>{label}</label>
        </dt>
        <dd>
          <FieldEditor place={place} edit={edit} id={id} crm={crm} fresh={fresh.current} />
        </dd>
      </div>
    );
  const hinders = notEditable(field, contact, can);
  const editable = hinders === undefined;
  const shown = fieldIn(waiting, field, contact);
  const filled = isFilled(shown, waiting ?? contact);
  return (
    <div class={editable ? 'tooled editable' : 'tooled'} ref={row}>
      <dt>{again ? <span class="hide">{label}</span> : label}</dt>
      <dd>
        <FieldContent field={shown} contact={waiting ?? contact} own={own} />
        {waiting && (
          <>
            {' '}
            <span class="chip warn">{viewWords().waiting.chip}</span>
          </>
        )}
        {isCutField(field, contact) && <small class="quiet">{cutWords(field, contact, crm)}</small>}
        {was !== undefined && (
          <>
            {' '}
            <bdi class="was">{sharedWords().head.was(wasText(field, was, store.now.value))}</bdi>
          </>
        )}
        <RowTools
          label={label}
          filled={filled}
          copied={() => copiedText(shown, waiting ?? contact, store.now.peek())}
          editKey={editable ? field.key : undefined}
          whyNot={hinders && viewWords().fields.notEditable[hinders](crm)}
          onEdit={() => {
            fresh.current = true;
            store.edits.open(place);
          }}
        />
      </dd>
    </div>
  );
}

function cutWords(field: EditedField, { cut }: Contact, crm: string): string {
  const { tooLong, unread } = viewWords().fields;
  return field.identifier && cut?.unread ? unread(crm) : tooLong(crm);
}
