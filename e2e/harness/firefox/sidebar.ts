import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../../../scripts/process/until.ts';
import { type ChromeWindow, toolbarButton } from './chrome-window.ts';
import type { Firefox } from './firefox.ts';

/** In functions that run in a page of the extension. */
declare const browser: ExtensionApi;

/** The real sidebar, by way of another page of the extension (`control`): no driver attaches to it. */
export interface Sidebar {
  /** Opens or closes it, by the button in the browser's bar. */
  toggle(): Promise<void>;
  /** What it says; empty where it is not open. */
  text(): Promise<string>;
  /** Presses its button of this name, with the mouse. */
  press(name: string): Promise<void>;
}

export function sidebarOf({ inChrome }: Firefox, control: Page): Sidebar {
  return {
    toggle: () =>
      inChrome((selector) => {
        const button = document.querySelector<HTMLElement>(selector);
        if (button === null) throw new Error('There is no button of Ringside in the bar');
        button.click();
      }, toolbarButton),
    text: () =>
      control.evaluate(() =>
        // The polyfill's types have no word for the sidebar's own kind of view.
        browser.extension
          .getViews({ type: 'sidebar' as 'tab' })
          // biome-ignore lint/performance/useDomNodeTextContent: what is seen of it
          .map(({ document: { body } }) => body.innerText)
          .join('\n'),
      ),
    async press(name) {
      const at = await until(`the button ${name} in the sidebar`, () =>
        control.evaluate((wanted) => {
          const [view] = browser.extension.getViews({ type: 'sidebar' as 'tab' });
          const all = [...(view?.document.querySelectorAll('button') ?? [])];
          const button = all.find(({ textContent }) => textContent?.trim() === wanted);
          button?.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
          return width > 0 && { x: x + width / 2, y: y + height / 2 };
        }, name),
      );
      await inChrome(
        (x, y) => {
          const { SidebarController: sidebar, windowUtils } = window as unknown as ChromeWindow;
          const around = sidebar.browser.getBoundingClientRect();
          for (const type of ['mousemove', 'mousedown', 'mouseup'])
            windowUtils.sendMouseEvent(type, around.x + x, around.y + y, 0, 1, 0);
        },
        at.x,
        at.y,
      );
    },
  };
}
