import type { Page } from 'playwright-core';
import { until } from '../../scripts/process/until.ts';
import { quietly } from '../harness/browser/quietly.ts';
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

/**
 * Opens the softphone of a SIP library in this page and waits until it is registered. Only its buttons are touched:
 * looking at the page is no gesture.
 */
export async function openSoftphone(
  page: Page,
  { pages, library, url, user }: { pages: string; library: SipLibrary; url: string; user: string },
): Promise<SoftphonePage> {
  const look = <T>(expression: string) => quietly<T>(page.context(), page, expression);
  const query = new URLSearchParams({ ws: url, user });
  await page.goto(`${pages}/${library}-softphone.html?${query}`);
  await until('the softphone to be registered', () =>
    look("document.getElementById('line').value === 'registered'"),
  );
  const state = () => look<CallState>("document.getElementById('state').value");
  return {
    page,
    state,
    call: (call) => look(`window.softphone.call(${JSON.stringify(call)})`),
    press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    async reaches(wanted) {
      await until(`the softphone to be ${wanted}`, async () => {
        const now = await state();
        return now === wanted || Promise.reject(new Error(now));
      });
    },
    async hears() {
      await until('media to flow', () => look("window.softphone.media() === 'connected'"));
    },
  };
}
