import type { FieldValue } from '../../../lib/domain/contact/contact.ts';
import { valueLimits } from '../../../lib/domain/contact/value-limits.ts';
import type { FieldDefinition, FieldType } from '../../../lib/domain/fields/workspace.ts';
import { viewWords } from '../../words/view-words.ts';

export interface FieldControlProps {
  id: string;
  type: FieldType;
  value: FieldValue;
  options?: FieldDefinition['options'];
  required?: boolean;
  /** Id of the message that says what is wrong. */
  problemId?: string | undefined;
  readOnly?: boolean;
  /** For a name that no visible label gives. */
  label?: string;
  onChange: (value: FieldValue) => void;
  onBlur?: () => void;
}

const inputTypes: Partial<Record<FieldType, 'email' | 'tel' | 'date' | 'datetime-local'>> = {
  email: 'email',
  phone: 'tel',
  date: 'date',
  'date-time': 'datetime-local',
};

/** The input for a type of field, the same in place and in a form. Lists are typed one a line. */
export function FieldControl(props: FieldControlProps) {
  const { type, value, onChange, problemId } = props;
  const common = {
    id: props.id,
    ...(props.onBlur && { onBlur: props.onBlur }),
    ...(props.label && { 'aria-label': props.label }),
    ...(props.required && { 'aria-required': true }),
    ...(problemId && { 'aria-invalid': 'true' as const, 'aria-describedby': problemId }),
    class: `in${problemId ? ' is-bad' : ''}`,
  };
  if (type === 'check-box')
    return (
      <input
        {...common}
        class="box-in"
        type="checkbox"
        checked={value === true}
        disabled={props.readOnly ?? false}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (type === 'choice') return <Choice {...props} common={common} />;
  if (type === 'long-text' || type === 'list' || type === 'multiple-choice') {
    const listed = type !== 'long-text';
    return (
      <textarea
        {...common}
        rows={3}
        maxLength={valueLimits.text}
        readOnly={props.readOnly ?? false}
        value={Array.isArray(value) ? value.join('\n') : String(value ?? '')}
        onInput={({ currentTarget }) =>
          onChange(listed ? currentTarget.value.split('\n').filter(Boolean) : currentTarget.value)
        }
      />
    );
  }
  return (
    <input
      {...common}
      // Preact's types want one literal type an element; all of these take the same attributes here.
      type={(inputTypes[type] ?? 'text') as 'text'}
      {...(type === 'number' || type === 'currency' ? { inputMode: 'decimal' as const } : {})}
      maxLength={valueLimits.line}
      autocomplete="off"
      readOnly={props.readOnly ?? false}
      value={String(value ?? '')}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Choice({
  value,
  options = [],
  onChange,
  readOnly,
  common,
}: FieldControlProps & { common: Record<string, unknown> }) {
  const known = value === '' || value === null || options.some((option) => option.value === value);
  return (
    <select
      {...common}
      disabled={readOnly ?? false}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{viewWords().fields.notSet}</option>
      {!known && <option value={String(value)}>{String(value)}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
