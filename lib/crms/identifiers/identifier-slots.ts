import * as z from 'zod/mini';
import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, type IdentifierKind, sameIdentifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { type IdentifierFields, identifierOfText, storedText } from './other-identifiers.ts';
import { eachOnce, type NumberReading, ofCrm, readStored, textsOf } from './stored-identifier.ts';

/** Where identifiers stand, and how a record's numbers are read. */
export interface SlotMapping {
  fields: IdentifierFields;
  reading: NumberReading;
}

/** A record's fields as the CRM gives them; an empty one is `''`, null or false there. */
export type SlotRecord = Record<string, unknown>;

/**
 * The identifiers that stand in a record's slots, normalised, each once, by kind in the order of the slots; behind them what
 * only the CRM itself could read.
 */
export function readSlots(
  record: SlotRecord,
  fields: IdentifierFields,
  reading: NumberReading,
): ContactIdentifier[] {
  const slots = slotsOf(record, fields, reading);
  return eachOnce([
    ...slots.flatMap(({ parts }) => parts.map(({ identifier }) => identifier)),
    ...onlyByCrm(slots, reading),
  ]);
}

/**
 * What to write so that the slots hold `wanted`: what is there and wanted stays as it is typed, what is not wanted is
 * emptied, what is new goes to the first free slot of its kind. Throws `no-slot` or `cannot-hold`; then nothing is to be
 * written. Slots whose text cannot be read as an identifier are somebody's, and are never free.
 */
export function writeSlots(
  record: SlotRecord,
  wanted: readonly Identifier[],
  { fields, reading }: SlotMapping,
): Record<string, string> {
  const slots = slotsOf(record, fields, reading);
  const has = (list: readonly Identifier[], one: Identifier) =>
    list.some((other) => sameIdentifier(other, one));
  const unread = onlyByCrm(slots, reading);
  if (!unread.every((one) => has(wanted, one))) {
    throw new CrmError({ code: 'not-supported', reason: 'read-only' });
  }
  const changes: Record<string, string> = {};
  for (const { field, parts } of slots) {
    const kept = parts.filter(({ identifier }) => has(wanted, identifier));
    // Of two numbers in one field the other stays as it is typed.
    if (kept.length < parts.length) changes[field] = kept.map(({ text }) => text).join(' / ');
  }
  for (const one of wanted) {
    const isThere = slots.some(({ parts }) =>
      parts.some(({ identifier }) => sameIdentifier(identifier, one)),
    );
    if (isThere || has(unread, one)) continue;
    if (!fields[one.kind]) throw new CrmError({ code: 'not-supported', reason: 'cannot-hold' });
    const free = slots.find(
      ({ kind, field, text }) =>
        kind === one.kind && (changes[field] === '' || (text === '' && changes[field] === undefined)),
    );
    if (!free) throw new CrmError({ code: 'not-supported', reason: 'no-slot' });
    changes[free.field] = storedText(one);
  }
  return changes;
}

const keptSchema = z.record(z.string(), z.string());

/** The texts of all slots as they are typed, for an undo. */
export function keptSlots(record: SlotRecord, fields: IdentifierFields): Record<string, string> {
  const names = [...new Set(Object.values(fields).flat())];
  return Object.fromEntries(names.map((name) => [name, textIn(record[name])]));
}

/** What to write so that the slots hold what the change wants: its identifiers, or what they held before. */
export function slotChanges(
  record: SlotRecord,
  { identifiers, kept }: { identifiers?: readonly Identifier[] | undefined; kept?: unknown },
  mapping: SlotMapping,
): Record<string, string> {
  if (kept === undefined) return identifiers ? writeSlots(record, identifiers, mapping) : {};
  const before = z.safeParse(keptSchema, kept);
  if (!before.success) throw new CrmError({ code: 'not-found' });
  const now = Object.entries(keptSlots(record, mapping.fields));
  return Object.fromEntries(
    now.flatMap(([name, text]) => {
      const then = before.data[name] ?? text;
      return then === text ? [] : [[name, then]];
    }),
  );
}

function textIn(raw: unknown): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
}

/** What the CRM made of a text that we cannot read. Where all can be read, a number of the CRM's that is none of them is outdated. */
function onlyByCrm(slots: Slot[], reading: NumberReading): ContactIdentifier[] {
  const inSlots = slots.filter(({ kind }) => kind === 'phone');
  if (inSlots.every(({ text, parts }) => text === '' || parts.length > 0)) return [];
  const read = inSlots.flatMap(({ parts }) => parts);
  return ofCrm(reading).filter((one) => !read.some(({ identifier }) => sameIdentifier(identifier, one)));
}

interface Slot {
  kind: IdentifierKind;
  field: string;
  text: string;
  /** One for each identifier in it, as it is typed there; none where it cannot be read. */
  parts: { text: string; identifier: ContactIdentifier }[];
}

function slotsOf(record: SlotRecord, fields: IdentifierFields, reading: NumberReading): Slot[] {
  // Object.entries of a partial record gives its own keys, which are kinds.
  return (Object.entries(fields) as [IdentifierKind, string[]][]).flatMap(([kind, names]) =>
    names.map((field) => {
      const text = textIn(record[field]).trim();
      const parts =
        text === ''
          ? []
          : textsOf(identifierOfText(kind, text)).flatMap((one) => {
              const identifier = readStored({ ...identifierOfText(kind, text), value: one }, reading);
              return identifier ? [{ text: one, identifier }] : [];
            });
      return { kind, field, text, parts };
    }),
  );
}
