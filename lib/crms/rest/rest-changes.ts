import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../domain/contact/identifier.ts';
import { sameIdentifiers } from '../../domain/contact/took-effect.ts';
import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import type { IdentifierDefinition } from '../../domain/crm/crm-definition-identifiers.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';
import { readAt, writeAt } from '../../domain/text/json-path.ts';
import { splitName } from '../records/person-name.ts';
import type { RecordChange } from '../records/record-change.ts';
import { writeFieldValue } from './field-value.ts';
import { identifiersOfKind, type RawContact, readingOfRaw } from './rest-contact.ts';
import { returnToKept } from './rest-kept.ts';
import { changeOfKind } from './rest-places.ts';

/** What is to be sent so that a contact becomes what a change says. */
export interface RestChanges {
  /** Members of the record, for `{changes}`; empty where none change. */
  record: Record<string, unknown>;
  add: { kind: IdentifierKind; identifier: Identifier }[];
  remove: { kind: IdentifierKind; identifier: Identifier; entry: unknown }[];
}

export interface RestChangeParts {
  definition: CrmDefinition;
  region: string;
  kind: Contact['kind'];
}

const nothing: RawContact = { record: {}, rows: {}, whole: true };

/** Throws `no-slot`, `cannot-hold` or `read-only`, and `invalid` for a field that is not to be written. Then nothing is. */
export function restChanges(
  raw: RawContact | undefined,
  { name, identifiers, fields = {}, kept }: RecordChange,
  { definition, region, kind: contactKind }: RestChangeParts,
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
  const company = contactKind === 'company' ? definition.record.company : undefined;
  if (company && !raw) put(company.path, company.is?.[0] ?? true);
  if (name !== undefined) {
    const at = company?.name ?? definition.record.name;
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
    const written = changes.record;
    const change = changeOfKind({ raw: raw ?? nothing, written, kind, one, wanted, definition, reading });
    for (const [path, value] of change.puts) put(path, value);
    changes.add.push(...change.add);
    changes.remove.push(...change.remove);
  }
  return changes;
}

function refuseFields(fields: NonNullable<RecordChange['fields']>, definition: CrmDefinition): void {
  const problems = Object.keys(fields).flatMap((key): [string, FieldProblemCode][] => {
    const field = definition.fields.find((one) => one.key === key);
    if (!field) return [[key, 'not-a-field']];
    return field.readOnly ? [[key, 'read-only']] : [];
  });
  if (problems.length > 0) throw new CrmError({ code: 'invalid', fields: Object.fromEntries(problems) });
}
