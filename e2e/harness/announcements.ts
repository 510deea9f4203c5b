import type { Frame, Page } from 'playwright-core';

/** Notes what the polite live region says from now on, in order; ask again with the function it gives. */
export async function announcements(where: Page | Frame): Promise<() => Promise<string[]>> {
  await where.evaluate(() => {
    const heard: string[] = [];
    let last = '';
    const listen = () => {
      const now = Array.from(
        document.querySelectorAll('[role="status"]'),
        (each) => each.textContent?.trim() ?? '',
      )
        .filter((text) => text !== '')
        .join(' / ');
      if (now !== last && now !== '') heard.push(now);
      last = now;
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
