import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';

interface Props {
  title: string;
  children: ComponentChildren;
  /** Says what happens, such as "Remove". */
  action: string;
  confirm(): void;
  cancel(): void;
}

/** Asks before something is lost. Mount it to open it; Escape cancels. */
export function ConfirmDialog({ title, children, action, confirm, cancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <p>{children}</p>
      <div class="row-btns">
        <button type="button" class="btn danger" onClick={confirm}>
          {action}
        </button>
        <button type="button" class="btn" onClick={cancel}>
          {optionsWords().cancel}
        </button>
      </div>
    </dialog>
  );
}
