import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { viewWords } from '../../words/view-words.ts';
import { type EditedField, nameKey, notEditable } from '../state/edited-value.ts';
import { useView } from '../state/view-context.ts';
import { withWaiting } from '../state/waiting-writes.ts';
import { FieldRow } from './FieldRow.tsx';

interface NameProps {
  contact: Contact;
  scope: string;
}

function nameField(): EditedField {
  return { key: nameKey, label: viewWords().fields.name, type: 'text', required: true, isName: true };
}

/** Beside the name: the way to correct it, where the CRM lets it be. */
export function NamePen({ contact, scope }: NameProps) {
  const { store, can } = useView();
  const field = nameField();
  if (notEditable(field, contact, can) !== undefined) return null;
  return (
    <button
      type="button"
      class="btn icon sm pen"
      aria-label={viewWords().fields.edit(field.label)}
      data-edit={nameKey}
      onClick={() =>
        store.edits.open({ scope, contact, field, waiting: withWaiting(store.state.peek(), contact, field) })
      }
    />
  );
}

/** The name while it is edited, and while a new one is on its way: below the head, which keeps its height. */
export function NameEditor({ contact, scope, crm }: NameProps & { crm: string }) {
  const { store } = useView();
  const field = nameField();
  const waiting = withWaiting(store.state.value, contact, field);
  if (!waiting && !store.edits.get({ scope, contact, field })) return null;
  return (
    <section class="sec">
      <dl class="fields">
        <FieldRow field={field} contact={contact} scope={scope} crm={crm} focus />
      </dl>
    </section>
  );
}
