import type { Signal } from '@preact/signals';
import type { DeskInbox, DeskStore } from '../desk/desk-store.ts';

const modes: { mode: DeskInbox; label: string }[] = [
  { mode: 'docked', label: 'Docked' },
  { mode: 'full', label: 'Full' },
  { mode: 'hidden', label: 'Hidden' },
];

interface TopBarProps {
  store: DeskStore;
  showWidget: Signal<boolean>;
  hasWidget: boolean;
}

/** The desk's name, how the inbox is used, and whether the widget's column is open. */
export function TopBar({ store, showWidget, hasWidget }: TopBarProps) {
  return (
    <header class="top">
      <span class="mark" aria-hidden="true">
        N
      </span>
      <h1>Northgate Desk</h1>
      <span class="tag">demo host</span>
      <fieldset class="segments">
        <legend>Inbox</legend>
        {modes.map(({ mode, label }) => (
          <label key={mode}>
            <input
              type="radio"
              name="inbox"
              checked={store.inbox.value === mode}
              onChange={() => store.setInbox(mode)}
            />
            <span class="segment">{label}</span>
          </label>
        ))}
      </fieldset>
      {hasWidget && (
        <label class="switch">
          <input
            type="checkbox"
            checked={showWidget.value}
            onChange={(event) => {
              showWidget.value = event.currentTarget.checked;
            }}
          />
          <span>Companion widget</span>
        </label>
      )}
      <span class="agent">
        <span class="dot" aria-hidden="true" /> Available
      </span>
    </header>
  );
}
