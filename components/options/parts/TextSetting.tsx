import { useEffect, useState } from 'preact/hooks';
import { described, SettingRow } from './SettingRow.tsx';

interface Props {
  id: string;
  label: string;
  hint?: string;
  value: string;
  placeholder?: string;
  disabled: boolean;
  /** A number; the keyboard of a touch screen shows digits. */
  numeric?: boolean;
  /** The text to keep, or what is wrong with the one typed. */
  check(typed: string): { ok: true; value: string } | { ok: false; message: string };
  /** Resolves to false where it was not saved; what was typed then stays. */
  save(value: string): Promise<boolean>;
  markUnsaved(id: string, unsaved: boolean): void;
}

/** A text that is saved when the person leaves it or presses Enter, if it is right; else it stays and says what is wrong. */
export function TextSetting(props: Props) {
  const { id, label, hint, value, placeholder, disabled, numeric, check, save, markUnsaved } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const unsaved = typed !== null && typed !== value;

  useEffect(() => {
    markUnsaved(id, unsaved);
    return () => markUnsaved(id, false);
  }, [id, unsaved, markUnsaved]);

  const commit = async (text: string): Promise<void> => {
    const checked = check(text);
    setError(checked.ok ? undefined : checked.message);
    if (!checked.ok) return;
    // What was typed while it was being saved stays.
    if (await save(checked.value)) setTyped((now) => (now === text ? null : now));
  };

  return (
    <SettingRow id={id} label={label} hint={hint} error={error}>
      <input
        {...described(id, hint, error)}
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        autocomplete="off"
        spellcheck={false}
        disabled={disabled}
        placeholder={placeholder}
        value={typed ?? value}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => void commit(event.currentTarget.value)}
      />
    </SettingRow>
  );
}
