import { browser } from '../browser/browser.ts';

/**
 * An update in mid-call would empty the live state, and end a sign-in that writes still wait for: it waits until nobody is
 * ringing or talking and nothing waits to be saved. Call the answer whenever that may have changed.
 */
export function holdUpdate(
  isBusy: () => boolean,
  api: Pick<typeof browser, 'runtime'> = browser,
): () => void {
  let waiting = false;
  const go = (): void => {
    if (waiting && !isBusy()) api.runtime.reload();
  };
  api.runtime.onUpdateAvailable.addListener(() => {
    waiting = true;
    go();
  });
  return go;
}
