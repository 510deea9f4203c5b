import { languageNames } from '../../lib/domain/text/languages.ts';
import { setSingleKeys, singleKeys } from '../parts/single-keys.ts';
import { optionsWords } from '../words/options-words.ts';
import { CheckSetting } from './parts/CheckSetting.tsx';
import { ChoiceSetting } from './parts/ChoiceSetting.tsx';
import type { SectionProps } from './state/options-state.ts';

/** The choices of a setting, in the order of their words. */
function optionsOf<Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] {
  // The keys of the words are the values.
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }));
}

/** Each by its own name for itself. */
const inTheirOwn = optionsOf(languageNames).map((option) => ({ ...option, lang: option.value }));

/** What opens, where, and how it looks. */
export function ViewSection({ link, state, save }: SectionProps) {
  const { view, surface, notifyPerson } = state.settings;
  const remembered = Object.keys(view.remembered).length;
  const disabled = state.readOnly;
  const words = optionsWords().view;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ChoiceSetting
        id="view-open"
        label={words.opensWith}
        hint={view.open === 'auto' ? words.autoHint : words.sameHint}
        value={view.open}
        options={optionsOf(words.views)}
        disabled={disabled}
        save={(open) => save((settings) => ({ ...settings, view: { ...settings.view, open } }))}
      />
      {remembered > 0 && (
        <div class="setrow">
          <span>{words.remembered}</span>
          <span class="joined">
            <span class="grow">{words.choices(remembered)}</span>
            <button
              type="button"
              class="btn"
              disabled={disabled}
              onClick={() =>
                void save(
                  (settings) => ({ ...settings, view: { ...settings.view, remembered: {} } }),
                  words.forgotten,
                )
              }
            >
              {words.forget}
            </button>
          </span>
        </div>
      )}
      <ChoiceSetting
        id="view-surface"
        label={words.arrival}
        hint={words.arrivalHint}
        value={surface}
        options={optionsOf(words.surfaces)}
        disabled={disabled}
        save={(chosen) => save((settings) => ({ ...settings, surface: chosen }))}
      />
      <CheckSetting
        id="view-notify"
        label={words.names}
        hint={words.namesHint}
        checked={notifyPerson}
        disabled={disabled}
        change={(checked) => save((settings) => ({ ...settings, notifyPerson: checked }))}
      />
      <CheckSetting
        id="view-discreet"
        label={words.discreet}
        hint={words.discreetHint}
        checked={view.discreet}
        disabled={disabled}
        change={(discreet) => save((settings) => ({ ...settings, view: { ...settings.view, discreet } }))}
      />
      <CheckSetting
        id="view-keys"
        label={words.singleKeys}
        hint={words.singleKeysHint}
        checked={singleKeys.value}
        change={async (checked) => {
          setSingleKeys(checked);
          return true;
        }}
      />
      <div class="setrow">
        <span>{words.browserKeys}</span>
        <span class="joined">
          <span class="grow">{words.browserKeysHint}</span>
          <button type="button" class="btn" onClick={() => void link.openKeySettings()}>
            {words.changeKeys}
          </button>
        </span>
      </div>
      <ChoiceSetting
        id="view-language"
        label={words.language}
        value={view.language}
        options={[{ value: 'auto', label: words.languageAuto }, ...inTheirOwn]}
        disabled={disabled}
        save={(language) => save((settings) => ({ ...settings, view: { ...settings.view, language } }))}
      />
      <ChoiceSetting
        id="view-theme"
        label={words.theme}
        value={view.theme}
        options={optionsOf(words.themes)}
        disabled={disabled}
        save={(theme) => save((settings) => ({ ...settings, view: { ...settings.view, theme } }))}
      />
    </>
  );
}
