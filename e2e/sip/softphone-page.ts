import type { Page } from 'playwright-core';
import { until } from '../harness/until.ts';
import type { CallState, OutgoingCall } from '../pages/softphone-contract.ts';

export type SipLibrary = 'jssip' | 'sipjs';

/** A softphone page as a test uses it: by its buttons, and its state as it stands in the page. */
export interface SoftphonePage {
  page: Page;
  call(call: OutgoingCall): Promise<void>;
  press(button: 'Answer' | 'Hold' | 'Resume' | 'Hang up'): Promise<void>;
  state(): Promise<CallState>;
  /** Waits until the call is in this state. */
  reaches(state: CallState): Promise<void>;
  /** Waits until sound can flow both ways. */
  hears(): Promise<void>;
}

/** Opens the softphone of a SIP library in this page and waits until it is registered. */
export async function openSoftphone(
  page: Page,
  { pages, library, url, user }: { pages: string; library: SipLibrary; url: string; user: string },
): Promise<SoftphonePage> {
  const query = new URLSearchParams({ ws: url, user });
  await page.goto(`${pages}/${library}-softphone.html?${query}`);
  await page.locator('#line', { hasText: 'registered' }).waitFor();
  // The page writes only these words there.
  const state = async () => (await page.locator('#state').textContent()) as CallState;
  return {
    page,
    state,
    call: (call) => page.evaluate((wanted) => window.softphone?.call(wanted), call),
    press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    async reaches(wanted) {
      await until(`the softphone to be ${wanted}`, async () => {
        const now = await state();
        return now === wanted || Promise.reject(new Error(now));
      });
    },
    async hears() {
      await until('media to flow', () => page.evaluate(() => window.softphone?.media() === 'connected'));
    },
  };
}
