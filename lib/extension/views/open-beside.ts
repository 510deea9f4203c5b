import { browser } from '../browser/browser.ts';

/** The part of the extension API used here. */
export type WindowsApi = {
  windows: Pick<typeof browser.windows, 'create' | 'getCurrent'>;
  runtime: Pick<typeof browser.runtime, 'getURL'>;
};

const width = 520;

/** Opens the editor of rules in a narrow window at the right of this one, so that a page can stand beside it. */
export async function openBeside(api: WindowsApi = browser): Promise<void> {
  const { left = 0, top = 0, width: all = width, height } = await api.windows.getCurrent();
  await api.windows.create({
    url: api.runtime.getURL('/options.html?beside#rules'),
    type: 'popup',
    width,
    left: Math.max(0, left + all - width),
    top,
    ...(height !== undefined && { height }),
  });
}
