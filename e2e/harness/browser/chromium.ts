import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** The system's Chromium; undefined where only Playwright's own may be there. */
export const chromiumProgram = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);

/** What is missing to run it here, or undefined. */
export function chromiumMissing(): string | undefined {
  const found = chromiumProgram !== undefined || existsSync(chromium.executablePath());
  return found ? undefined : 'Chromium (apt-get install chromium, or npx playwright install chromium)';
}

/** Without a system's Chromium, Playwright takes the one it installed. */
const executable = chromiumProgram === undefined ? {} : { executablePath: chromiumProgram };

/** Quiet, offline, and with a made-up microphone, so that calls have sound. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--test-type',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** A Chromium without the extension: the customer's side, and the widget's. */
export function startPlainChromium(): Promise<Browser> {
  return chromium.launch({ ...executable, chromiumSandbox: false, headless: true, args: chromiumFlags });
}

export interface ProfiledChromium {
  context: BrowserContext;
  profile: string;
  stop(): Promise<void>;
}

export interface ProfileOptions {
  args?: string[];
  headless?: boolean;
  /** A profile to take up; it is kept at the end. */
  profile?: string;
  executablePath?: string;
  /** Flags that are usual here and stand in the way. */
  without?: string[];
}

/** A Chromium with a profile of its own in a temporary folder, removed at the end. */
export async function startProfiledChromium(options: ProfileOptions = {}): Promise<ProfiledChromium> {
  const { without = [], executablePath } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'ringside-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? executable : { executablePath }),
    chromiumSandbox: false,
    headless: options.headless ?? true,
    viewport: null,
    ignoreDefaultArgs: without,
    args: [...chromiumFlags, ...(options.args ?? [])].filter((flag) => !without.includes(flag)),
  });
  return {
    context,
    profile,
    async stop() {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
