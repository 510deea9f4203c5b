import type { HostSettings, Settings } from '../../../domain/settings.ts';
import { browser } from '../../browser/browser.ts';
import { log } from '../../browser/log.ts';
import { type PermissionsApi, patternOf } from '../../browser/permissions.ts';
import { allowedHosts } from './allowed-hosts.ts';
import { enterOpenTabs, registerHostScripts, type ScriptingApi } from './register-host-scripts.ts';

export interface ApplyHostsParts {
  settings: () => Promise<Settings>;
  /** Listens to these hosts from now on, and to no others. */
  allow: (hosts: ReadonlyMap<string, HostSettings>, settings: Settings) => Promise<void>;
  /** A tab of a host did not let the scripts in. */
  onStuck: (tab: { tabId: number; origin: string }) => void;
  api?: ScriptingApi & PermissionsApi;
}

/**
 * Listens to the hosts that are configured and granted, and to no others. `enter`: also pages with no script of this
 * version. One after the other, and in this order: pages that are there already are heard before any tab is entered, and
 * nothing waits for a tab, since one that hangs answers never.
 */
export function createApplyHosts(parts: ApplyHostsParts): (options?: { enter?: boolean }) => Promise<void> {
  const api = parts.api ?? browser;
  let applying: Promise<void> = Promise.resolve();

  async function once(enter: boolean): Promise<void> {
    const settings = await parts.settings();
    const hosts = await allowedHosts(settings, api, () => void apply());
    const listening = parts.allow(hosts, settings);
    const patterns = [...new Set([...hosts.keys()].map(patternOf))];
    const changed = await registerHostScripts(patterns, api);
    if (changed || enter)
      enterOpenTabs(patterns, api, parts.onStuck).catch((error) =>
        log('error', 'the open tabs could not be entered', { error }),
      );
    await listening;
  }

  function apply({ enter = false } = {}): Promise<void> {
    applying = applying
      .then(() => once(enter))
      .catch((error) => log('error', 'the hosts could not be applied', { error }));
    return applying;
  }
  return apply;
}
