import type { Page } from 'playwright-core';

/**
 * The browser's own measure of what moved up or down under the reader, from now on: ask with the function it gives, which
 * begins anew. Within its line a word may move, when one before it becomes longer, or when a call comes and the tabs of the
 * rail share its width.
 */
export async function layoutShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    const spot = ({ x, y, width, height }: DOMRectReadOnly) =>
      `${[x, y].map(Math.round)} (${[width, height].map(Math.round)})`;
    const name = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName.toLowerCase()}.${element?.className} “${node?.textContent?.slice(0, 40)}”`;
    };
    const add = (entries: PerformanceEntryList) => {
      for (const { hadRecentInput, sources } of entries as unknown as LayoutShift[])
        if (!hadRecentInput)
          for (const { node, previousRect, currentRect } of sources)
            if (previousRect.y !== currentRect.y)
              shifts.push(`${name(node)}: ${spot(previousRect)} → ${spot(currentRect)}`);
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    Object.assign(window, {
      async takeLayoutShifts() {
        // What was drawn in a frame is told after the next.
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        add(observer.takeRecords());
        return shifts.splice(0);
      },
    });
  });
  return () =>
    page.evaluate(() => (window as unknown as { takeLayoutShifts(): Promise<string[]> }).takeLayoutShifts());
}

interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}
