import type { Frame, Page } from 'playwright-core';

/**
 * Watches every state of the view's DOM. Each interaction has a mark of four digits in everything the host says of it
 * (the end of the number, its campaign) and each contact has the mark of its own number in its name. Whatever stands in
 * the contact region and on the tab in front must carry one mark only. And wherever the view is scrolled to: while fields
 * can be seen, the name of the person they belong to can be read whole above them.
 */
export interface Oracle {
  /**
   * States looked at, those in which a contact stood under an interaction's own words, and those in which two marks met.
   */
  verdict(): Promise<Verdict>;
  /** Scrolls the view to this part of its height, 0 to 1, and looks there. */
  scroll(part: number): Promise<void>;
}

interface Verdict {
  looked: number;
  compared: number;
  /** States in which fields could be seen and the large head could not. */
  scrolled: number;
  wrong: string[];
}

/** Plants the oracle in a view. Numbers end in `7946 <mark>`, campaigns are `Line <mark>`, contacts `Person <mark>`. */
export async function plantOracle(where: Page | Frame): Promise<Oracle> {
  await where.evaluate(() => {
    const report: Verdict = { looked: 0, compared: 0, scrolled: 0, wrong: [] };
    const isSeen = (element: Element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return height > 0 && bottom > 0 && top < innerHeight;
    };
    /** Nothing lies over the start of it, at its upper edge, its middle or its lower edge. */
    const isReadable = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight || right - left < 10) return false;
      const start = getComputedStyle(element).direction === 'rtl' ? right - 4 : left + 4;
      return [top + 3, (top + bottom) / 2, bottom - 3].every((at) => {
        const hit = document.elementFromPoint(start, at);
        return hit !== null && element.contains(hit);
      });
    };
    /** What is wrong with the sight of the name; undefined where it is in sight, or nothing of anybody's is. */
    const nameless = (): string | undefined => {
      const contact = document.querySelector('[aria-label="Contact"]');
      const fields = Array.from(contact?.querySelectorAll('dl > div, form label') ?? []);
      if (!contact || !fields.some(isSeen)) return undefined;
      if (scrollY > 60) report.scrolled += 1;
      const name = contact.querySelector('h1');
      return name && isReadable(name)
        ? undefined
        : `scrolled by ${Math.round(scrollY)}, no name in sight: ${contact.textContent}`;
    };
    const marksIn = (text: string) =>
      Array.from(
        text.matchAll(/(?:Person|Line) (\d{4})|7946\s?(\d{4})/g),
        ([, name, number]) => name ?? number,
      );
    const textOf = (selector: string) =>
      Array.from(document.querySelectorAll(selector), (each) => {
        // What is typed into a field is seen as well.
        const typed = Array.from(each.querySelectorAll('input, textarea'), (field) =>
          field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
        );
        return [each.textContent ?? '', ...typed].join(' ');
      }).join(' ');
    const look = () => {
      report.looked += 1;
      const contact = textOf('[aria-label="Contact"]');
      const front = textOf('[aria-label="Interactions"] [aria-current="true"]');
      if (/Person \d{4}/.test(contact) && /Line \d{4}/.test(front)) report.compared += 1;
      // With nobody in front the recent contacts are listed, and no single one may be shown.
      const wrong =
        front === ''
          ? /Person \d{4}/.test(textOf('[aria-label="Contact"] h1'))
          : new Set(marksIn(`${contact} ${front}`)).size > 1;
      const unseen = nameless();
      if (report.wrong.length >= 20) return;
      if (wrong) report.wrong.push(`front: ${front} — contact: ${contact}`.slice(0, 600));
      if (unseen) report.wrong.push(unseen.slice(0, 600));
    };
    look();
    new MutationObserver(look).observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    addEventListener('scroll', look, { passive: true });
    Object.assign(window, { oracle: report, oracleLook: look });
  });
  return {
    verdict: () => where.evaluate(() => (window as unknown as { oracle: Verdict }).oracle),
    scroll: (part) =>
      where.evaluate((wanted) => {
        scrollTo(0, wanted * (document.documentElement.scrollHeight - innerHeight));
        (window as unknown as { oracleLook: () => void }).oracleLook();
      }, part),
  };
}
