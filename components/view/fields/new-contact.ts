import type { FieldValue, NewContact } from '../../../lib/domain/contact/contact.ts';
import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { type FieldProblem, fieldProblem } from '../../../lib/domain/fields/field-problem.ts';
import { typedValue } from '../../../lib/domain/fields/typed-value.ts';
import type { FieldDefinition, FieldType, Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { isSeen } from '../../../lib/domain/text/is-seen.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { decimalMark } from '../../words/field-text.ts';
import { identifierLabel, identifierText } from '../../words/identifier-words.ts';
import { viewWords } from '../../words/view-words.ts';

/** One input of the New contact form. `identifier`: its value becomes an identifier of that kind. */
export interface FormField {
  name: string;
  label: string;
  type: FieldType;
  required: boolean;
  identifier?: IdentifierKind;
  /** What the interaction says: shown until the agent types something else. */
  prefill?: string;
  /** Where the prefill is from: "from the call". */
  from?: string;
  options?: FieldDefinition['options'];
  /** Beside the label: the scope of an opaque id. */
  note?: string;
  /** The CRM has no place for it: shown, never sent. */
  notKept?: boolean;
}

/**
 * The inputs of the form: name, phone and e-mail as far as the CRM holds them, the ClientID in the field that fits it, then
 * the fields that the workspace wants on create or requires.
 */
export function formFields(
  workspace: Workspace | null,
  interaction: LiveInteraction | undefined,
  { identifiers }: Pick<CrmCapabilities, 'identifiers'>,
): FormField[] {
  const identifier = interaction?.identifier;
  const holds = (kind: IdentifierKind) => identifiers.includes(kind);
  const isOwn = (kind: IdentifierKind) => identifier?.kind === kind;
  const from = interaction && viewWords().fields.from(interaction.facts.channel);
  const filled = (text: string | undefined) => (text && from ? { prefill: text, from } : {});
  const ofKind = (kind: IdentifierKind, type: FieldType): FormField => ({
    name: kind,
    label: label(workspace, kind),
    type,
    identifier: kind,
    required: holds(kind) && requires(workspace, kind),
    ...(identifier?.kind === kind && filled(identifierText(identifier))),
    ...(identifier?.kind === kind &&
      identifier.scope &&
      kind !== 'extension' && { note: safeText(identifier.scope, 64) }),
    ...(!holds(kind) && { notKept: true }),
  });
  const displayName = interaction?.facts.displayName;
  return [
    {
      name: 'name',
      label: viewWords().fields.name,
      type: 'text',
      required: true,
      ...filled(displayName && safeText(displayName, 256).trim()),
    },
    ...(holds('phone') || isOwn('phone') ? [ofKind('phone', 'phone')] : []),
    ...(holds('email') || isOwn('email') ? [ofKind('email', 'email')] : []),
    ...(identifier && !['phone', 'email'].includes(identifier.kind) ? [ofKind(identifier.kind, 'text')] : []),
    ...(workspace?.fields ?? []).flatMap(customField),
  ];
}

function requires(workspace: Workspace | null, kind: IdentifierKind): boolean {
  return workspace?.fields.some((field) => field.identifier === kind && field.required) ?? false;
}

function label(workspace: Workspace | null, kind: IdentifierKind): string {
  return workspace?.fields.find((field) => field.identifier === kind)?.label ?? identifierLabel(kind);
}

function customField(field: FieldDefinition): FormField[] {
  if (field.identifier || field.readOnly || !(field.onCreate || field.required)) return [];
  const { label, type, required = false, options } = field;
  return [{ name: `field.${field.key}`, label, type, required, ...(options && { options }) }];
}

/** What stands in an input: what was typed, else what the interaction says. */
export function formValue(field: FormField, typed: Record<string, FieldValue>): FieldValue {
  return (
    (field.notKept ? undefined : typed[field.name]) ??
    field.prefill ??
    (field.type === 'check-box' ? false : '')
  );
}

/** Name of the input → what is wrong with it. No entries: it may be sent. */
export function formProblems(
  fields: FormField[],
  typed: Record<string, FieldValue>,
): Record<string, FieldProblem> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.notKept) return [];
      const value = typedValue(field.type, formValue(field, typed), decimalMark());
      const nameless = field.name === 'name' && !isSeen(String(value));
      const problem = nameless ? { code: 'required' as const } : fieldProblem(field, value);
      return problem ? [[field.name, problem]] : [];
    }),
  );
}

/** The contact to create. An untouched ClientID goes as the engine knows it, not as it is spelt for eyes. */
export function newContact(
  fields: FormField[],
  typed: Record<string, FieldValue>,
  interaction: LiveInteraction | undefined,
): NewContact {
  const contact: NewContact = { name: '', kind: 'person', identifiers: [], fields: {} };
  for (const field of fields) {
    if (field.notKept) continue;
    const value = typedValue(field.type, formValue(field, typed), decimalMark());
    if (value === '' || value === null) continue;
    if (field.name === 'name') contact.name = String(value);
    else if (field.identifier) {
      const own = interaction?.identifier;
      const untouched = own?.kind === field.identifier && value === field.prefill;
      const { identifier: kind } = field;
      contact.identifiers.push(
        untouched
          ? own
          : { kind, value: String(value), ...(own?.kind === kind && own.scope && { scope: own.scope }) },
      );
    } else contact.fields[field.name.slice('field.'.length)] = value;
  }
  return contact;
}
