import { Pencil } from 'lucide-preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { isCutField, isEditable } from '../state/edited-value.ts';
import { useView } from '../state/view-context.ts';
import { withWaiting } from '../state/waiting-writes.ts';
import { FieldContent, type Own, wasText } from './FieldContent.tsx';
import { FieldEditor } from './FieldEditor.tsx';

export interface FieldRowProps {
  field: FieldDefinition;
  contact: Contact;
  scope: string;
  crm: string;
  own?: Own | undefined;
  /** The value it had when the contact was first shown, where it has changed since. */
  was?: FieldValue | undefined;
}

/** Label and value on one line; the value's edge stays the same while it is edited. */
export function FieldRow({ field, contact, scope, crm, own, was }: FieldRowProps) {
  const { store, can } = useView();
  const id = useId();
  const place = { scope, contact, field, waiting: withWaiting(store.state.value, contact, field) };
  const { waiting } = place;
  const edit = store.edits.get(place);
  const pen = useRef<HTMLButtonElement>(null);
  const fresh = useRef(false);
  const editing = edit !== undefined;
  useLayoutEffect(() => {
    if (editing || !fresh.current) return;
    fresh.current = false;
    // The editor that had the focus is gone.
    if (document.activeElement === null || document.activeElement === document.body) pen.current?.focus();
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
  const editable = isEditable(field, contact, can);
  return (
    <div class={editable ? 'editable' : ''}>
      <dt>{label}</dt>
      <dd>
        <FieldContent field={field} contact={waiting ?? contact} own={own} />
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
        {editable && (
          <button
            type="button"
            ref={pen}
            class="btn icon sm pen"
            aria-label={viewWords().fields.edit(label)}
            data-edit={field.key}
            onClick={() => {
              fresh.current = true;
              store.edits.open(place);
            }}
          >
            <Icon of={Pencil} small />
          </button>
        )}
      </dd>
    </div>
  );
}

function cutWords(field: FieldDefinition, { cut }: Contact, crm: string): string {
  const { tooLong, unread } = viewWords().fields;
  return field.identifier && cut?.unread ? unread(crm) : tooLong(crm);
}
