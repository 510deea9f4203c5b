import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** The hint is a warning. */
  warn?: boolean;
  checked: boolean;
  disabled?: boolean;
  /** Resolves to false where it was not saved. */
  change(checked: boolean): Promise<boolean>;
}

/** Yes or no. */
export function CheckSetting({ id, label, hint, warn, checked, disabled, change }: Props) {
  const toggle = async (box: HTMLInputElement): Promise<void> => {
    // What was not saved must not stay on screen as if it were.
    if (!(await change(box.checked))) box.checked = checked;
  };
  return (
    <div class="setrow check">
      <span class="box">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
          onChange={(event) => void toggle(event.currentTarget)}
        />
        <label for={id}>{label}</label>
      </span>
      {hint && (
        <small id={`${id}-hint`} class={warn ? 'warned' : undefined}>
          {hint}
        </small>
      )}
    </div>
  );
}
