import type { Frame, Page } from 'playwright-core';
import { until } from '../../../scripts/process/until.ts';

/** Signs in to the widget in `frame` through its pop-up. */
export async function signInToWidget(frame: Frame): Promise<void> {
  const popup = frame.page().context().waitForEvent('page');
  await frame
    .getByRole('button', { name: /^Sign in/ })
    .first()
    .click();
  await finishSignIn(await popup);
}

/** The demo server fills the form in. */
export async function finishSignIn(page: Page): Promise<void> {
  await until(
    'the form to be filled in',
    async () => (await page.getByLabel('Password').inputValue()) !== '',
  );
  await page.getByRole('button', { name: /sign in/i }).click();
  await until('the sign-in page to close', () => page.isClosed());
}
