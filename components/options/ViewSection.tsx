import { counted } from '../words/counted.ts';
import { CheckSetting } from './parts/CheckSetting.tsx';
import { ChoiceSetting } from './parts/ChoiceSetting.tsx';
import type { SectionProps } from './state/options-state.ts';

const views = [
  { value: 'auto', label: 'As the inbox is used' },
  { value: 'reduced', label: 'Reduced view' },
  { value: 'full', label: 'Full view' },
] as const;
const surfaces = [
  { value: 'card', label: 'Card in the page' },
  { value: 'notification', label: 'Notification' },
  { value: 'badge', label: 'Badge only' },
] as const;
const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** What opens, where, and how it looks. */
export function ViewSection({ state, save }: SectionProps) {
  const { view, surface, notifyPerson } = state.settings;
  const remembered = Object.keys(view.remembered).length;
  const disabled = state.readOnly;
  return (
    <>
      <h1>View</h1>
      <p class="lead">What opens when a call or chat arrives, and how it looks.</p>
      <ChoiceSetting
        id="view-open"
        label="Opens with"
        hint={
          view.open === 'auto'
            ? 'The full view beside a full inbox, else the reduced one. What an agent switched to is remembered for that host and inbox.'
            : 'Always the same, however the inbox is used. The agent can still switch.'
        }
        value={view.open}
        options={views}
        disabled={disabled}
        save={(open) => save((settings) => ({ ...settings, view: { ...settings.view, open } }))}
      />
      {remembered > 0 && (
        <div class="setrow">
          <span>Remembered</span>
          <span class="joined">
            <span class="grow">{counted(remembered, 'choice of the agent', 'choices of the agent')}</span>
            <button
              type="button"
              class="btn"
              disabled={disabled}
              onClick={() =>
                void save(
                  (settings) => ({ ...settings, view: { ...settings.view, remembered: {} } }),
                  'The remembered choices are forgotten.',
                )
              }
            >
              Forget them
            </button>
          </span>
        </div>
      )}
      <ChoiceSetting
        id="view-surface"
        label="An arrival shows"
        hint="Only while no panel is open beside the page. Where a page does not allow the card, a notification comes instead."
        value={surface}
        options={surfaces}
        disabled={disabled}
        save={(chosen) => save((settings) => ({ ...settings, surface: chosen }))}
      />
      <CheckSetting
        id="view-notify"
        label="Notifications name the person"
        hint="Without it they name channel and campaign only: others may see this screen."
        checked={notifyPerson}
        disabled={disabled}
        change={(checked) => save((settings) => ({ ...settings, notifyPerson: checked }))}
      />
      <ChoiceSetting
        id="view-theme"
        label="Theme"
        value={view.theme}
        options={themes}
        disabled={disabled}
        save={(theme) => save((settings) => ({ ...settings, view: { ...settings.view, theme } }))}
      />
    </>
  );
}
