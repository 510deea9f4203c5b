import { useState } from 'preact/hooks';
import type { FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { viewWords } from '../../words/view-words.ts';

/** So many are seen at a glance; more are found by typing. */
const glance = 7;

export interface ChoicesControlProps {
  /** Attributes of the control that has the label: the box to type in, or where there is none the first check box. */
  common: Record<string, unknown> & { id: string };
  value: FieldValue;
  options: NonNullable<FieldDefinition['options']>;
  readOnly: boolean;
  onChange: (value: FieldValue) => void;
}

/**
 * Several of a list, as check boxes; those that are chosen already come first and stay there. Typing narrows a long list, and
 * Enter then takes its first or lets it go. What is chosen and no option any more can be let go.
 */
export function ChoicesControl({ common, value, options, readOnly, onChange }: ChoicesControlProps) {
  const [typed, type] = useState('');
  const chosen = Array.isArray(value) ? value : [];
  const [first] = useState(() => new Set(chosen));
  const gone = [...first].filter((one) => options.every((option) => option.value !== one));
  const all = [...gone.map((one) => ({ value: one, label: one })), ...options].map((option) => ({
    ...option,
    label: safeText(option.label, 128),
  }));
  const ordered = [
    ...all.filter((one) => first.has(one.value)),
    ...all.filter((one) => !first.has(one.value)),
  ];
  const sought = plain(typed);
  const shown = ordered.filter(({ label }) => plain(label).includes(sought));
  const toggle = (one: string) =>
    onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  const { id, class: look, ...rest } = common;
  const long = options.length > glance;
  const words = viewWords().fields;
  return (
    <div class="choices">
      {long && (
        <input
          {...rest}
          id={id}
          class={String(look)}
          type="text"
          autocomplete="off"
          placeholder={words.typeToFind}
          readOnly={readOnly}
          value={typed}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => {
            const [top] = shown;
            if (event.key !== 'Enter' || event.isComposing || typed === '' || !top || readOnly) return;
            event.preventDefault();
            event.stopPropagation();
            toggle(top.value);
            type('');
          }}
        />
      )}
      <fieldset aria-label={words.chosen(chosen.length)}>
        {shown.map((option, index) => (
          <label key={option.value}>
            <input
              {...(!long && index === 0 ? { ...rest, id } : {})}
              type="checkbox"
              class="box-in"
              disabled={readOnly}
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {shown.length === 0 && <p class="quiet">{words.noSuchOption}</p>}
      </fieldset>
    </div>
  );
}

/** Without case and accents, as people type. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
