import { type Connected, credentialsOf, settingsOf } from '../../../e2e/harness/browser/connected.ts';
import { baseUrlSchema } from '../../../lib/crms/http/base-url.ts';
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
  /** Further CRMs of the same kind. */
  more?: QuickCrm[];
  /** The credential on disk too, as with *Stay signed in*. */
  stay?: boolean;
}

function connectedTo({ desk, crm, settings = freshForLong, more = [] }: ConnectRingside): Connected {
  return {
    hosts: [desk.url],
    crm: { url: crm.url, token: crm.token },
    more: more.map(({ url, token }, index) => ({
      id: `further-${index + 1}`,
      connector: 'companion',
      label: `Further ${index + 1}`,
      settings: { baseUrl: baseUrlSchema.parse(url) },
      credential: token,
    })),
    settings,
  };
}

/** Writes settings and credential as the options page does, and waits until the host's scripts are registered. */
export function connectRingside(options: ConnectRingside) {
  const kept = JSON.stringify(settingsOf(connectedTo(options)));
  const credential = JSON.stringify(credentialsOf(connectedTo(options)));
  return async (chromium: LoneChromium, { targetId }: Target): Promise<void> => {
    await chromium.evaluate(
      targetId,
      `(async () => {
        await chrome.storage.local.set({ settings: ${kept}${options.stay ? `, ...${credential}` : ''} });
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

/** Other settings while everything runs; the first connection stays as it is. */
export async function changeSettings(
  chromium: LoneChromium,
  worker: Target,
  options: ConnectRingside,
): Promise<void> {
  const changed = connectedTo(options);
  await chromium.evaluate(
    worker.targetId,
    `(async () => {
      await chrome.storage.session.set(${JSON.stringify(credentialsOf(changed))});
      await chrome.storage.local.set({ settings: ${JSON.stringify(settingsOf(changed))} });
    })()`,
  );
}
