import { ArrowDown, ArrowUp } from 'lucide-preact';
import { optionsWords } from '../../words/options-words.ts';

interface Props {
  id: string;
  name: string;
  place: { index: number; count: number };
  disabled: boolean;
  move(step: -1 | 1): void;
}

/** Moves a CRM up and down in the order: by its buttons, or by the arrow keys while one of them has the focus. */
export function CrmMoves({ id, name, place: { index, count }, disabled, move }: Props) {
  const words = optionsWords().crm;
  const byKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (step === undefined || disabled) return;
    event.preventDefault();
    move(step);
  };
  return (
    <span class="moves">
      <button
        type="button"
        id={`crm-up-${id}`}
        class="btn plain icon"
        aria-label={words.moveUp(name)}
        disabled={disabled || index === 0}
        onClick={() => move(-1)}
        onKeyDown={byKey}
      >
        <ArrowUp class="i sm" aria-hidden="true" />
      </button>
      <button
        type="button"
        id={`crm-down-${id}`}
        class="btn plain icon"
        aria-label={words.moveDown(name)}
        disabled={disabled || index === count - 1}
        onClick={() => move(1)}
        onKeyDown={byKey}
      >
        <ArrowDown class="i sm" aria-hidden="true" />
      </button>
    </span>
  );
}
