import { until } from '../../../scripts/process/until.ts';
import type { ChromeWindow } from './chrome-window.ts';
import { addOn, type Firefox } from './firefox.ts';

/**
 * Answers Firefox's own question for permissions and gives what it said. The question, what follows from the answer and the
 * moment in which its buttons are deaf are real; the click on the button is the driver's own.
 */
export async function answerPrompt({ inChrome }: Firefox, answer: 'Allow' | 'Deny'): Promise<string> {
  const said = await until('Firefox to ask', () =>
    inChrome(() => {
      const { panel } = (window as unknown as ChromeWindow).PopupNotifications;
      return panel.state === 'open' && (panel.textContent ?? '');
    }),
  );
  await until(`the question to be answered with ${answer}`, () =>
    inChrome((label) => {
      const { panel } = (window as unknown as ChromeWindow).PopupNotifications;
      if (panel.state === 'closed') return true;
      const buttons = [...panel.querySelectorAll<HTMLButtonElement & { label?: string }>('button')];
      const button = buttons.find((one) => one.label === label || one.getAttribute('label') === label);
      if (button === undefined) throw new Error(buttons.map((one) => one.outerHTML).join('\n'));
      button.click();
      return false;
    }, answer),
  );
  return said;
}

/** Takes back what was granted, as the browser's own page of add-ons does. */
export function revoke({ inChrome }: Firefox, origins: string[]): Promise<void> {
  return inChrome(
    async (id, patterns) => {
      const { ChromeUtils } = window as unknown as {
        ChromeUtils: { importESModule(path: string): { ExtensionPermissions: Permissions } };
      };
      interface Permissions {
        remove(id: string, what: object, extension: object): Promise<void>;
      }
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const { extension } = (window as unknown as ChromeWindow).WebExtensionPolicy.getByID(id);
      const what = { permissions: [], origins: patterns, data_collection: [] };
      await ExtensionPermissions.remove(id, what, extension);
    },
    addOn,
    origins,
  );
}
