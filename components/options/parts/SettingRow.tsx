import type { ComponentChildren } from 'preact';

interface Props {
  /** Of the control, which is described by `${id}-hint` and `${id}-error`. */
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  children: ComponentChildren;
}

/** A label, its control, and beneath it what to know and what is wrong. */
export function SettingRow({ id, label, hint, error, children }: Props) {
  return (
    <div class="setrow">
      <label for={id}>{label}</label>
      {children}
      {error && (
        <small id={`${id}-error`} class="wrong">
          {error}
        </small>
      )}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

/** The attributes that tie a control to its hint and error. */
export function described(id: string, hint: unknown, error: string | undefined) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    ...(ids && { 'aria-describedby': ids }),
    ...(error && { 'aria-invalid': 'true' as const }),
    class: error ? 'in is-bad' : 'in',
  };
}
