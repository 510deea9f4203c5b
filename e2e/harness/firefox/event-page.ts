import type { ChromeWindow } from './chrome-window.ts';
import { addOn, type Firefox } from './firefox.ts';

/** Which life of the event page this is; null while there is none. */
export function backgroundLife({ inChrome }: Firefox): Promise<number | null> {
  return inChrome((id) => {
    const { extension } = (window as unknown as ChromeWindow).WebExtensionPolicy.getByID(id);
    return (extension.backgroundState === 'running' && extension.backgroundContext?.contextId) || null;
  }, addOn);
}

/** Ends the event page as Firefox does when it has been idle. */
export function endBackground({ inChrome }: Firefox): Promise<void> {
  return inChrome(
    (id) =>
      (window as unknown as ChromeWindow).WebExtensionPolicy.getByID(id).extension.terminateBackground(),
    addOn,
  );
}
