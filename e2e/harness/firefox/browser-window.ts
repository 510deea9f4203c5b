import { type ChromeWindow, toolbarButton } from './chrome-window.ts';
import type { Firefox } from './firefox.ts';

/** What stands on the button in the browser's own bar. */
export function toolbarBadge({ inChrome }: Firefox): Promise<string> {
  return inChrome((selector) => {
    const button = document.querySelector(selector);
    if (button === null) throw new Error('There is no button of Ringside in the bar');
    return button.getAttribute('badge') ?? '';
  }, toolbarButton);
}

/** Errors that nothing caught, in any page of the extension; warnings are left out. */
export function uncaughtErrors({ inChrome, url }: Firefox): Promise<string[]> {
  return inChrome((origin) => {
    const { Services } = window as unknown as ChromeWindow;
    return Services.console
      .getMessageArray()
      .filter(
        ({ sourceName, flags = 0, warningFlag = 1 }) =>
          sourceName?.startsWith(origin) && !(flags & warningFlag),
      )
      .map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} (${sourceName}:${lineNumber})`);
  }, url(''));
}
