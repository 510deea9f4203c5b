import { browser } from '../browser/browser.ts';

/**
 * An update in mid-call would empty the live state: it waits until nobody is ringing or talking. Call the answer whenever
 * that may have changed.
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
