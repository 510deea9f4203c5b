import { browser } from '../browser/browser.ts';
import { loadSettings } from '../storage/settings.ts';
import { welcomePath } from '../views/options-place.ts';

/** The part of the extension API used here. */
export type WelcomeApi = {
  tabs: Pick<typeof browser.tabs, 'create'>;
  runtime: Pick<typeof browser.runtime, 'getURL'>;
};

/** Opens the first of the three steps, once after the installation, unless somebody has set up everything already. */
export async function welcome(
  api: WelcomeApi = browser,
  settings: () => Promise<{ crms: unknown[]; hosts: unknown[] }> = async () =>
    (await loadSettings()).settings,
): Promise<void> {
  const { crms, hosts } = await settings();
  if (crms.length > 0 && hosts.length > 0) return;
  await api.tabs.create({ url: api.runtime.getURL(welcomePath) });
}
