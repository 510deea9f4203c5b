import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, type IdentifierKind, sameIdentifier } from '../../domain/contact/identifier.ts';
import { sameIdentifiers } from '../../domain/contact/took-effect.ts';
import type { CrmDefinition, IdentifierDefinition } from '../../domain/crm/crm-definition.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { readAt, writeAt } from '../../domain/text/json-path.ts';
import { writeSlots } from '../identifiers/identifier-slots.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import { fillBody } from './build-request.ts';
import { writeFieldValue } from './field-value.ts';
import { valuesOfIdentifier } from './placeholder-values.ts';
import {
  entriesOf,
  identifiersOfKind,
  type RawContact,
  readingOfRaw,
  slotsOfRecord,
} from './rest-contact.ts';
import { returnToKept } from './rest-kept.ts';

/** What is to be sent so that a contact becomes what a change says. */
export interface RestChanges {
  /** Members of the record, for `{changes}`; empty where none change. */
  record: Record<string, unknown>;
  add: { kind: IdentifierKind; identifier: Identifier }[];
  remove: { kind: IdentifierKind; identifier: Identifier; entry: unknown }[];
}

const nothing: RawContact = { record: {}, rows: {}, whole: true };

/** Throws `no-slot`, `cannot-hold` or `read-only`, and `invalid` for a field that is not to be written. Then nothing is. */
export function restChanges(
  raw: RawContact | undefined,
  { name, identifiers, fields = {}, kept }: RecordChange,
  { definition, region }: { definition: CrmDefinition; region: string },
): RestChanges {
  const changes: RestChanges = { record: {}, add: [], remove: [] };
  const reading = readingOfRaw(raw ?? nothing, definition, region);
  const put = (path: string, value: unknown) => {
    const whole = definition.update?.keep.find((one) => path.startsWith(`${one}.`));
    if (whole !== undefined && readAt(changes.record, whole) === undefined) {
      writeAt(changes.record, whole, structuredClone(readAt(raw?.record, whole)) ?? {});
    }
    writeAt(changes.record, path, value);
  };
  if (name !== undefined) {
    const at = definition.record.name;
    const { firstName, lastName } = splitName(name);
    if (typeof at === 'string') put(at, name);
    else {
      put(at.first, firstName);
      put(at.last, lastName);
    }
  }
  refuseFields(fields, definition);
  for (const field of definition.fields) {
    const value = fields[field.key];
    if (value !== undefined) put(field.path ?? field.key, writeFieldValue(value, field, definition.empty));
  }
  if (kept !== undefined) for (const [path, value] of returnToKept(raw, kept, definition)) put(path, value);
  // Object.entries of a partial record gives its own keys, which are kinds.
  for (const [kind, one] of Object.entries(definition.identifiers) as [
    IdentifierKind,
    IdentifierDefinition,
  ][]) {
    if (!identifiers) continue;
    const wanted = identifiers.filter((each) => each.kind === kind);
    if (one.readOnly) {
      const held = raw ? identifiersOfKind(raw, kind, one, reading) : [];
      if (sameIdentifiers(held, wanted)) continue;
      throw new CrmError({ code: 'not-supported', reason: 'read-only' });
    }
    const change = changeOfKind({ raw: raw ?? nothing, kind, one, wanted, definition, reading });
    for (const [path, value] of change.puts) put(path, value);
    changes.add.push(...change.add);
    changes.remove.push(...change.remove);
  }
  return changes;
}

interface KindParts {
  raw: RawContact;
  kind: IdentifierKind;
  one: IdentifierDefinition;
  wanted: ContactIdentifier[];
  definition: CrmDefinition;
  reading: NumberReading;
}

/** The three ways to hold identifiers: a slot each, a list that is written whole, a child record each. */
function changeOfKind({ raw, kind, one, wanted, definition, reading }: KindParts) {
  const none = {
    puts: [] as [string, unknown][],
    add: [] as RestChanges['add'],
    remove: [] as RestChanges['remove'],
  };
  if (one.slots) {
    const written = writeSlots(slotsOfRecord(raw.record, one.slots), wanted, {
      fields: { [kind]: one.slots },
      reading,
    });
    const puts = Object.entries(written).map(([path, text]): [string, unknown] => [
      path,
      text === '' ? definition.empty : text,
    ]);
    return { ...none, puts };
  }
  const entries = entriesOf(raw, kind, one, reading);
  const added = wanted.filter((each) => !entries.some(({ identifier }) => sameIdentifier(identifier, each)));
  // What cannot be read as an identifier is somebody's, and stays.
  const gone = entries.filter(
    ({ identifier }) => identifier && !wanted.some((each) => sameIdentifier(each, identifier)),
  );
  if (added.length === 0 && gone.length === 0) return none;
  if (one.list) {
    const { path, entry } = one.list;
    const whole = [
      ...entries.filter((each) => !gone.includes(each)).map((each) => each.entry),
      ...added.map((each) => fillBody(entry, valuesOfIdentifier(each, definition.wildcard))),
    ];
    return { ...none, puts: [[path, whole]] as [string, unknown][] };
  }
  if (gone.length > 0 && !one.rows?.remove)
    throw new CrmError({ code: 'not-supported', reason: 'read-only' });
  return {
    ...none,
    add: added.map((identifier) => ({ kind, identifier })),
    remove: gone.flatMap(({ entry, identifier }) => (identifier ? [{ kind, identifier, entry }] : [])),
  };
}

function refuseFields(fields: NonNullable<RecordChange['fields']>, definition: CrmDefinition): void {
  const problems = Object.keys(fields).flatMap((key): [string, FieldProblemCode][] => {
    const field = definition.fields.find((one) => one.key === key);
    if (!field) return [[key, 'not-a-field']];
    return field.readOnly ? [[key, 'read-only']] : [];
  });
  if (problems.length > 0) throw new CrmError({ code: 'invalid', fields: Object.fromEntries(problems) });
}
