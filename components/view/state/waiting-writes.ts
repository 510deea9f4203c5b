import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import type { Connection, LiveInteraction, Write } from '../../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import type { EditedField } from './edited-value.ts';

/** A write, and the interaction it stands in; null for none. */
export interface ScopedWrite {
  scope: string | null;
  write: Write;
}

/** All that waits to be saved, in the order of the clicks. */
export function waitingWrites({
  interactions,
  writes,
}: Pick<ViewState, 'interactions' | 'writes'>): ScopedWrite[] {
  const all: ScopedWrite[] = [
    ...interactions.flatMap((live) => live.writes.map((write) => ({ scope: live.key, write }))),
    ...writes.map((write) => ({ scope: null, write })),
  ];
  const since = ({ write }: ScopedWrite) => write.since ?? write.at;
  return all.filter(({ write }) => write.status === 'waiting').toSorted((a, b) => since(a) - since(b));
}

/** It is not saved, and nobody has to do anything for that. */
export function isOnItsWay({ status }: Write): boolean {
  return status === 'waiting' || status === 'saving';
}

/** The write of this interaction that makes a contact, or gives the number to this one, and is not saved yet. */
export function onItsWay(
  interaction: LiveInteraction | undefined,
  kind: 'create' | 'assign',
  contactId?: string,
): Write | undefined {
  return interaction?.writes.find(
    (write) => write.kind === kind && write.status === 'waiting' && write.contactId === contactId,
  );
}

/** The contact with the newest value of this field that is on its way to the CRM; undefined where none is. */
export function withWaiting(
  state: ViewState | null,
  contact: Contact,
  field: EditedField,
): Contact | undefined {
  const writes = [...(state?.interactions.flatMap((live) => live.writes) ?? []), ...(state?.writes ?? [])];
  const own = writes
    .filter((write) => write.contactId === contact.id && isOnItsWay(write))
    .toSorted((a, b) => (a.since ?? a.at) - (b.since ?? b.at));
  const changes = own.flatMap(({ change }) => change ?? []);
  if (field.isName) {
    const name = changes.findLast((change) => change.name !== undefined)?.name;
    return name === undefined ? undefined : { ...contact, name };
  }
  if (field.identifier) {
    const identifiers = changes.findLast((change) => change.identifiers)?.identifiers;
    return identifiers && { ...contact, identifiers };
  }
  const change = changes.findLast(({ fields = {} }) => Object.hasOwn(fields, field.key));
  const value: FieldValue | undefined = change?.fields?.[field.key];
  return value === undefined ? undefined : { ...contact, fields: { ...contact.fields, [field.key]: value } };
}

/** Where a write goes, and which of its fields it is about; undefined where it is about none, or the CRM is gone. */
export function placeOfWrite(
  state: ViewState | null,
  write: Write,
): { connection: Connection | undefined; field: FieldDefinition | undefined } {
  const connection = state?.connections.find(({ id }) => id === write.crm);
  return { connection, field: connection?.workspace?.fields.find(({ key }) => key === write.about) };
}
