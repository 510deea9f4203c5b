import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { crmOfRef, idOfRef } from '../../../lib/domain/contact/contact-ref.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import { type FieldProblem, fieldProblem } from '../../../lib/domain/fields/field-problem.ts';
import { fieldProblemCode } from '../../../lib/domain/fields/field-problem-codes.ts';
import { typedValue } from '../../../lib/domain/fields/typed-value.ts';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { WriteCommand } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap, type SignalMap } from '../../parts/signal-map.ts';
import { decimalMark } from '../../words/field-text.ts';
import type { DraftSaver } from './draft-saver.ts';
import { changeOf, type EditedField, editedValue, fieldIn, sameValue } from './edited-value.ts';
import type { Writer } from './writer.ts';

/** A field being edited in place. Bound for good to one contact in one scope; never applied to another. */
export interface Edit {
  contactId: string;
  value: FieldValue;
  /** The contact's value when the edit began: if that changes meanwhile, the agent is asked. */
  base: FieldValue;
  status: 'open' | 'saving' | 'not-saved' | 'changed-meanwhile';
  problem?: FieldProblem;
  error?: SafeCrmError;
  /** The last write of this edit. */
  sent?: Extract<WriteCommand, { type: 'contact.update' }>;
}

/** Which edit is meant: the scope is an interaction's key, or '' for a contact opened with none. */
export interface EditPlace {
  scope: string;
  contact: Contact;
  field: EditedField;
  /** The contact as it will be, where another value of this field is on its way. */
  waiting?: Contact | undefined;
}

export interface EditStore {
  all: SignalMap<Edit>['all'];
  get(place: EditPlace): Edit | undefined;
  /** Keys of what is being edited of a contact in a scope. */
  keysOf(scope: string, contactId: string): string[];
  open(place: EditPlace): void;
  change(place: EditPlace, value: FieldValue): void;
  cancel(place: EditPlace): void;
  /** Saves; `anyway`: over a value that somebody else changed meanwhile. Resolves to true once it is saved or closed. */
  save(place: EditPlace, anyway?: boolean): Promise<boolean>;
  again(place: EditPlace): Promise<boolean>;
  /** Takes up the edits of a view that was closed in the middle of one. */
  hydrate(interaction: LiveInteraction): void;
  /** Closes what was saved in another way (a retry elsewhere), and marks what failed. */
  follow(interaction: LiveInteraction): void;
  forget(scope: string): void;
}

const form = 'edit';
const idOf = (scope: string, contactId: string, fieldKey: string): string =>
  JSON.stringify([scope, contactId, fieldKey]);

export function createEditStore(writer: Writer, drafts: DraftSaver): EditStore {
  const edits = createSignalMap<Edit>();
  const inScope = (scope: string) =>
    [...edits.all.peek()].flatMap(([id, edit]) => {
      const [where, contactId, fieldKey]: string[] = JSON.parse(id);
      return where === scope && contactId !== undefined && fieldKey !== undefined
        ? [{ id, edit, contactId, fieldKey }]
        : [];
    });
  /** Of one CRM's contacts: what is typed is kept for who is signed in there. */
  const keep = (scope: string, crm: string) => {
    const own = inScope(scope).filter(({ contactId }) => crmOfRef(contactId) === crm);
    const rows = own.flatMap(({ edit, contactId, fieldKey }): [string, FieldValue][] => [
      [JSON.stringify([contactId, fieldKey, 'value']), edit.value],
      [JSON.stringify([contactId, fieldKey, 'base']), edit.base],
    ]);
    drafts.save(scope, { crm, form }, rows.length > 0 ? Object.fromEntries(rows) : null);
  };
  const put = (place: EditPlace, edit: Edit | undefined) =>
    edits.put(idOf(place.scope, place.contact.id, place.field.key), edit);
  const get = (place: EditPlace) => edits.get(idOf(place.scope, place.contact.id, place.field.key));
  const close = (place: EditPlace): true => {
    put(place, undefined);
    keep(place.scope, crmOfRef(place.contact.id));
    return true;
  };

  const deliver = async (
    place: EditPlace,
    edit: Edit,
    command: NonNullable<Edit['sent']>,
    again: boolean,
  ) => {
    const { problem: _, error: __, ...rest } = edit;
    put(place, { ...rest, status: 'saving', sent: command });
    const reply = again ? await writer.again(command) : await writer.send(command);
    const current = get(place);
    if (current?.sent?.writeId !== command.writeId) return false; // Closed or changed while it was on its way.
    if (reply.ok) return close(place);
    const said = reply.error.fields?.[place.field.isName ? 'name' : place.field.key];
    put(place, {
      ...current,
      status: reply.error.stale ? 'changed-meanwhile' : 'not-saved',
      error: reply.error,
      ...(said && { problem: { code: fieldProblemCode(said) } }),
    });
    return false;
  };

  return {
    all: edits.all,
    get,
    keysOf: (scope, contactId) =>
      [...edits.all.value.keys()].flatMap((id) => {
        const [where, whose, key]: string[] = JSON.parse(id);
        return where === scope && whose === contactId && key !== undefined ? [key] : [];
      }),
    open(place) {
      if (get(place)) return;
      const base = editedValue(place.field, place.contact);
      const value = waitingValue(place);
      put(place, { contactId: place.contact.id, value, base, status: 'open' });
    },
    change(place, value) {
      const edit = get(place);
      if (!edit || edit.status === 'saving') return;
      const { problem: _, error: __, ...rest } = edit;
      put(place, { ...rest, value, status: 'open' });
      keep(place.scope, crmOfRef(place.contact.id));
    },
    cancel: close,
    async save(place, anyway = false) {
      const { scope, contact, field } = place;
      const edit = get(place);
      if (!edit || edit.status === 'saving' || edit.contactId !== contact.id) return false;
      const now = editedValue(field, contact);
      if (sameValue(edit.value, waitingValue(place))) return close(place);
      const value = typedValue(field.type, edit.value, decimalMark());
      const problem = fieldProblem(field, value);
      if (problem) {
        put(place, { ...edit, problem });
        return false;
      }
      if (!anyway && !sameValue(now, edit.base)) {
        put(place, { ...edit, status: 'changed-meanwhile' });
        return false;
      }
      return deliver(
        place,
        { ...edit, base: now },
        {
          type: 'contact.update',
          key: scope || null,
          writeId: crypto.randomUUID(),
          contactId: edit.contactId,
          version: contact.version,
          change: changeOf(field, contact, value),
        },
        false,
      );
    },
    async again(place) {
      const edit = get(place);
      return edit?.sent && edit.status === 'not-saved' ? deliver(place, edit, edit.sent, true) : false;
    },
    hydrate({ key, drafts: kept }) {
      const values = Object.fromEntries(
        Object.entries(kept)
          .filter(([name]) => idOfRef(name) === form)
          .flatMap(([, rows]) => Object.entries(rows)),
      );
      for (const name of Object.keys(values)) {
        const [contactId, fieldKey, part] = readName(name);
        if (part !== 'value' || contactId === undefined || fieldKey === undefined) continue;
        const base = values[JSON.stringify([contactId, fieldKey, 'base'])] ?? null;
        edits.put(idOf(key, contactId, fieldKey), {
          contactId,
          value: values[name] ?? null,
          base,
          status: 'open',
        });
      }
    },
    follow({ key, writes }) {
      for (const { id, edit } of inScope(key)) {
        const write = writes.find((one) => one.id === edit.sent?.writeId);
        // One that waits is seen in its field.
        if (write?.status === 'saved' || write?.status === 'waiting') {
          edits.put(id, undefined);
          keep(key, crmOfRef(edit.contactId));
        } else if (write?.status === 'not-saved' && edit.status === 'saving')
          edits.put(id, { ...edit, status: 'not-saved', ...(write.error && { error: write.error }) });
      }
    },
    forget(scope) {
      for (const { id } of inScope(scope)) edits.put(id, undefined);
    },
  };
}

/** The value as it will be. */
function waitingValue({ field, contact, waiting }: EditPlace): FieldValue {
  return editedValue(fieldIn(waiting, field, contact), waiting ?? contact);
}

/** A draft's names come from disk: anything else than our own is passed over. */
function readName(name: string): (string | undefined)[] {
  try {
    const parts: unknown = JSON.parse(name);
    return Array.isArray(parts) ? parts.map((part) => (typeof part === 'string' ? part : undefined)) : [];
  } catch {
    return [];
  }
}
