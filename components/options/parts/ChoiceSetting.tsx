import { described, SettingRow } from './SettingRow.tsx';

interface Props<Value extends string> {
  id: string;
  label: string;
  hint?: string;
  value: Value;
  disabled: boolean;
  /** `lang`: of the label, where it is in a language of its own. */
  options: readonly { value: Value; label: string; lang?: string }[];
  save(value: Value): Promise<boolean>;
}

/** One of a few; saved as soon as it is chosen. */
export function ChoiceSetting<Value extends string>(props: Props<Value>) {
  const { id, label, hint, value, disabled, options, save } = props;
  const choose = async (select: HTMLSelectElement): Promise<void> => {
    const chosen = options.find((option) => option.value === select.value);
    // What was not saved must not stay on screen as if it were.
    if (chosen && !(await save(chosen.value))) select.value = value;
  };
  return (
    <SettingRow id={id} label={label} hint={hint}>
      <select
        {...described(id, hint, undefined)}
        disabled={disabled}
        value={value}
        onChange={(event) => void choose(event.currentTarget)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}
