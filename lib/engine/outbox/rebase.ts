import type { Contact, ContactChange, ContactIdentifier } from '../../domain/contact/contact.ts';
import { sameIdentifier } from '../../domain/contact/identifier.ts';
import { sameData } from '../../domain/text/same-data.ts';
import type { Before, OutboxEntry } from '../live/recovery-store.ts';
import type { WriteAction } from './write-action.ts';

type Values = Pick<ContactChange, 'name' | 'identifiers' | 'fields'>;

/** What a contact has where something is about to be set. */
export function beforeOf(contact: Contact, sets: Values): Before {
  const fields = Object.keys(sets.fields ?? {}).map((field) => [field, contact.fields[field] ?? null]);
  return {
    version: contact.version,
    ...(sets.name !== undefined && { name: contact.name }),
    ...(sets.identifiers && { identifiers: contact.identifiers }),
    ...(sets.fields && { fields: Object.fromEntries(fields) }),
  };
}

/**
 * A later write of the same contact, once an earlier one of ours has been saved: it gets the version that ours made, so that
 * our own change does not look like somebody else's. Only where both were made on one version of the contact, and nothing of
 * what the later one sets is another than it was then but for what ours set; else it is left as it is.
 */
export function rebased(
  later: OutboxEntry,
  action: WriteAction | undefined,
  ours: { before: Before | undefined; sets: Values; contact: Contact },
): OutboxEntry {
  const { command, before } = later;
  if (!command || !action?.onVersion || !before || before.version !== ours.before?.version) return later;
  const sets = action.sets?.(command) ?? {};
  if (!isUntouched(before, ours.contact, ours.sets)) return later;
  return {
    ...later,
    command: action.onVersion(command, ours.contact.version),
    before: beforeOf(ours.contact, sets),
  };
}

function isUntouched(before: Before, { name, identifiers, fields }: Contact, ours: Values): boolean {
  const own = ours.fields ?? {};
  return (
    (before.name === undefined || ours.name !== undefined || before.name === name) &&
    (before.identifiers === undefined ||
      ours.identifiers !== undefined ||
      sameIdentifiers(before.identifiers, identifiers)) &&
    Object.entries(before.fields ?? {}).every(
      ([field, value]) => Object.hasOwn(own, field) || sameData(fields[field] ?? null, value),
    )
  );
}

function sameIdentifiers(a: ContactIdentifier[], b: ContactIdentifier[]): boolean {
  const within = (list: ContactIdentifier[], others: ContactIdentifier[]) =>
    list.every((one) => others.some((other) => sameIdentifier(one, other)));
  return within(a, b) && within(b, a);
}
