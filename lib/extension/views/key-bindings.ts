import { isKeyCommand, type KeyBinding } from '../../domain/key-commands.ts';
import { browser } from '../browser/browser.ts';

/** The part of the extension API used here. */
type BindingsApi = Pick<typeof browser, 'commands' | 'tabs'>;

/** The commands with the keys that this person has given them. */
export async function keyBindings(api: BindingsApi = browser): Promise<KeyBinding[]> {
  const commands = (await api.commands?.getAll()) ?? [];
  return commands.flatMap(({ name, shortcut }) =>
    name !== undefined && isKeyCommand(name) ? [{ name, keys: shortcut ?? '' }] : [],
  );
}

/** Opens the browser's own page where these keys are changed. */
export async function openKeySettings(api: BindingsApi = browser): Promise<void> {
  const { openShortcutSettings } = api.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings !== undefined) await openShortcutSettings();
  else await api.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
