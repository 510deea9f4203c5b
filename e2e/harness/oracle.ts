import type { Frame, Page } from 'playwright-core';

/**
 * Watches every state of the view's DOM. Each interaction has a mark of four digits in everything the host says of it
 * (the end of the number, its campaign) and each contact has the mark of its own number in its name. Whatever stands in
 * the contact region and on the tab in front must carry one mark only.
 */
export interface Oracle {
  /**
   * States looked at, those in which a contact stood under an interaction's own words, and those in which two marks met.
   */
  verdict(): Promise<{ looked: number; compared: number; wrong: string[] }>;
}

/** Plants the oracle in a view. Numbers end in `7946 <mark>`, campaigns are `Line <mark>`, contacts `Person <mark>`. */
export async function plantOracle(where: Page | Frame): Promise<Oracle> {
  await where.evaluate(() => {
    const report = { looked: 0, compared: 0, wrong: [] as string[] };
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
      if (wrong && report.wrong.length < 20) {
        report.wrong.push(`front: ${front} — contact: ${contact}`.slice(0, 600));
      }
    };
    look();
    new MutationObserver(look).observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, { oracle: report });
  });
  return {
    verdict: () =>
      where.evaluate(
        () => (window as unknown as { oracle: { looked: number; compared: number; wrong: string[] } }).oracle,
      ),
  };
}
