import type { FieldValue } from '../../../lib/domain/contact/contact.ts';
import { valueLimits } from '../../../lib/domain/contact/value-limits.ts';
import type { FieldDefinition, FieldType } from '../../../lib/domain/fields/workspace.ts';
import { decimalMark } from '../../words/field-text.ts';
import { viewWords } from '../../words/view-words.ts';
import { ChoicesControl } from './ChoicesControl.tsx';

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

const inputTypes: Partial<Record<FieldType, 'email' | 'tel' | 'url' | 'date' | 'datetime-local'>> = {
  url: 'url',
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
  if (type === 'multiple-choice')
    return (
      <ChoicesControl
        common={common}
        value={value}
        options={props.options ?? []}
        readOnly={props.readOnly ?? false}
        onChange={onChange}
      />
    );
  if (type === 'long-text' || type === 'list') {
    const listed = type === 'list';
    return (
      <textarea
        {...common}
        class={`${common.class} grows`}
        // Where the browser does not let it grow by itself.
        rows={Math.min(12, Math.max(3, linesOf(value)))}
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
      value={inputText(type, value)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function linesOf(value: FieldValue): number {
  return Array.isArray(value) ? value.length + 1 : String(value ?? '').split('\n').length;
}

/** A value as its input takes it: a number with this reader's mark, a moment on this agent's clock. */
function inputText(type: FieldType, value: FieldValue): string {
  if (typeof value === 'number') return String(value).replace('.', decimalMark());
  const text = String(value ?? '');
  if (type !== 'date-time' || !/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return text;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
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
