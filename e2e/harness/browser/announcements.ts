import type { Frame, Page } from 'playwright-core';

/** Notes what the polite live regions say from now on, in order; ask again with the function it gives. */
export async function announcements(where: Page | Frame): Promise<() => Promise<string[]>> {
  await where.evaluate(() => {
    const heard: string[] = [];
    const last = new Map<Element, string>();
    const listen = () => {
      for (const region of document.querySelectorAll('[role="status"]')) {
        const now = region.textContent?.trim() ?? '';
        if (now !== (last.get(region) ?? '') && now !== '') heard.push(now);
        last.set(region, now);
      }
    };
    listen();
    heard.length = 0;
    new MutationObserver(listen).observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { heardAnnouncements: heard });
  });
  return () =>
    where.evaluate(() => (window as unknown as { heardAnnouncements: string[] }).heardAnnouncements);
}
