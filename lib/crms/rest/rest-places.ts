import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, type IdentifierKind, sameIdentifier } from '../../domain/contact/identifier.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { IdentifierDefinition } from '../../domain/crm/crm-definition-identifiers.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { readAt } from '../../domain/text/json-path.ts';
import { readSlots, writeSlots } from '../identifiers/identifier-slots.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { fillBody } from './requests/fill-body.ts';
import { valuesOfIdentifier } from './requests/placeholder-values.ts';
import {
  entriesOfList,
  entriesOfRows,
  type HeldEntry,
  type RawContact,
  slotsOfRecord,
} from './rest-contact.ts';

interface KindParts {
  raw: RawContact;
  /** What of the record is to be written already: two kinds may stand in one list. */
  written: Record<string, unknown>;
  kind: IdentifierKind;
  one: IdentifierDefinition;
  wanted: ContactIdentifier[];
  definition: CrmDefinition;
  reading: NumberReading;
}

/** What is to be written of one kind: values at paths of the record, child records to add and to remove. */
export interface KindChange {
  puts: [path: string, value: unknown][];
  add: { kind: IdentifierKind; identifier: Identifier }[];
  remove: { kind: IdentifierKind; identifier: Identifier; entry: unknown }[];
}

/**
 * The three ways to hold identifiers: a slot each, a list that is written whole, a child record each. A kind may stand in
 * several of them. What is not wanted any more is taken out wherever it stands; what is new goes into the first free slot,
 * else to the list, else becomes a child record.
 */
export function changeOfKind(parts: KindParts): KindChange {
  const { raw, kind, one, wanted, reading } = parts;
  const inList = entriesOfList(raw, kind, one, reading);
  const inRows = entriesOfRows(raw, kind, one, reading);
  const slots = slotsOfRecord(raw.record, one.slots ?? []);
  const inSlots = readSlots(slots, { [kind]: one.slots ?? [] }, reading);
  const held = [...inSlots, ...[...inList, ...inRows].flatMap(({ identifier }) => identifier ?? [])];
  const added = wanted.filter((each) => !has(held, each));

  const slotted = fillSlots(slots, { ...parts, stay: inSlots.filter((each) => has(wanted, each)), added });
  const list = listOf(inList, { ...parts, added: one.list ? slotted.left : [] });
  const rows = rowsOf(inRows, { ...parts, added: one.list ? [] : slotted.left });
  return { puts: [...slotted.puts, ...list], ...rows };
}

/** As many of the added as there are free slots. Throws `no-slot` where one is left and there is nowhere else to put it. */
function fillSlots(
  slots: Record<string, unknown>,
  {
    kind,
    one,
    definition,
    reading,
    stay,
    added,
  }: KindParts & { stay: ContactIdentifier[]; added: ContactIdentifier[] },
): { puts: KindChange['puts']; left: ContactIdentifier[] } {
  if (!one.slots) return { puts: [], left: added };
  const mapping = { fields: { [kind]: one.slots }, reading };
  const elsewhere = one.list !== undefined || one.rows?.add !== undefined;
  let inSlots = stay;
  const left: ContactIdentifier[] = [];
  for (const each of added) {
    try {
      writeSlots(slots, [...inSlots, each], mapping);
      inSlots = [...inSlots, each];
    } catch (error) {
      const full = error instanceof CrmError && error.safe.reason === 'no-slot';
      if (!full || !elsewhere) throw error;
      left.push(each);
    }
  }
  const written = Object.entries(writeSlots(slots, inSlots, mapping));
  return { puts: written.map(([path, text]) => [path, text === '' ? definition.empty : text]), left };
}

/** The list with what was added and without what is gone; what cannot be read as an identifier is somebody's, and stays. */
function listOf(
  held: HeldEntry[],
  { raw, written, one, wanted, definition, added }: KindParts & { added: ContactIdentifier[] },
): KindChange['puts'] {
  if (!one.list) return [];
  const { path, entry } = one.list;
  const gone = goneOf(held, wanted).map((each) => each.entry);
  if (gone.length === 0 && added.length === 0) return [];
  const before = readAt(written, path) ?? readAt(raw.record, path);
  const whole = [
    ...(Array.isArray(before) ? before.filter((each: unknown) => !gone.includes(each)) : []),
    ...added.map((each) => fillBody(entry, valuesOfIdentifier(each, definition.wildcard))),
  ];
  return [[path, whole]];
}

function rowsOf(
  held: HeldEntry[],
  { kind, one, wanted, added }: KindParts & { added: ContactIdentifier[] },
): Pick<KindChange, 'add' | 'remove'> {
  const gone = goneOf(held, wanted);
  if (gone.length > 0 && !one.rows?.remove)
    throw new CrmError({ code: 'not-supported', reason: 'read-only' });
  return {
    add: added.map((identifier) => ({ kind, identifier })),
    remove: gone.flatMap(({ entry, identifier }) => (identifier ? [{ kind, identifier, entry }] : [])),
  };
}

function goneOf(held: HeldEntry[], wanted: ContactIdentifier[]): HeldEntry[] {
  return held.filter(({ identifier }) => identifier && !has(wanted, identifier));
}

function has(list: readonly Identifier[], one: Identifier): boolean {
  return list.some((other) => sameIdentifier(other, one));
}
