import { type Connected, credentialsOf, settingsOf } from '../../../e2e/harness/browser/connected.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { until } from '../../../scripts/process/until.ts';
import type { LoneChromium, Target } from '../browser/lone-chromium.ts';
import type { DeskServer } from '../servers/desk-server.ts';
import type { QuickCrm } from '../servers/quick-crm.ts';

/** Copies stay fresh for longer than any run, and none is ever believed gone. */
export const freshForLong: Partial<Settings> = {
  cache: { freshMinutes: 1_440, staleHours: 168, missSeconds: 0 },
};

/** Copies are shown, and asked for again, each time. */
export const alwaysStale: Partial<Settings> = {
  cache: { freshMinutes: 0, staleHours: 168, missSeconds: 0 },
};

export interface ConnectRingside {
  desk: DeskServer;
  crm: QuickCrm;
  settings?: Partial<Settings>;
  /** The credential on disk too, as with *Stay signed in*. */
  stay?: boolean;
}

/** Writes settings and credential as the options page does, and waits until the host's scripts are registered. */
export function connectRingside({ desk, crm, settings = freshForLong, stay }: ConnectRingside) {
  const connected: Connected = {
    hosts: [desk.url],
    crm: { url: crm.url, token: crm.token },
    settings,
  };
  return async (chromium: LoneChromium, { targetId }: Target): Promise<void> => {
    const kept = JSON.stringify(settingsOf(connected));
    const credential = JSON.stringify(credentialsOf(connected));
    await chromium.evaluate(
      targetId,
      `(async () => {
        await chrome.storage.local.set({ settings: ${kept}${stay ? `, ...${credential}` : ''} });
        await chrome.storage.session.set(${credential});
      })()`,
    );
    await until('the host scripts to be registered', () =>
      chromium.evaluate<boolean>(
        targetId,
        'chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length >= 2)',
      ),
    );
  };
}

/** Other settings while everything runs; the connection stays as it is. */
export async function changeSettings(
  chromium: LoneChromium,
  worker: Target,
  { desk, crm, settings = freshForLong }: ConnectRingside,
): Promise<void> {
  const changed = settingsOf({ hosts: [desk.url], crm: { url: crm.url, token: crm.token }, settings });
  await chromium.evaluate(
    worker.targetId,
    `chrome.storage.local.set({ settings: ${JSON.stringify(changed)} })`,
  );
}
