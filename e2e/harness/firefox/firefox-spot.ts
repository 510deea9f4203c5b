import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import { until } from '../../../scripts/process/until.ts';
import type { Named, Spot, Where } from '../pages/spot.ts';
import { findInPage, type Pattern, type Step } from './find-in-page.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patience = 15_000;

/** A page of Firefox in which things are found, pressed and filled in as `Where` says. */
export function firefoxWhere(page: Page): Where {
  return finder(page, []);
}

function finder(page: Page, steps: Step[]): Where {
  const then = (step: Step) => spotAt(page, [...steps, step]);
  return {
    getByRole: (role, { name, exact, level }: Named = {}) =>
      then({
        by: 'role',
        role,
        ...(name !== undefined && { name: patternOf(name, exact) }),
        ...(level !== undefined && { level }),
      }),
    getByText: (text) => then({ by: 'text', pattern: patternOf(text) }),
    getByLabel: (label, { exact } = {}) => then({ by: 'label', pattern: patternOf(label, exact) }),
    locator: (selector) =>
      then(selector === 'visible=true' ? { by: 'visible' } : { by: 'css', css: selector }),
  };
}

/** What spots were made of, for one that is this or another. */
const stepsOf = new WeakMap<Spot, Step[]>();

function spotAt(page: Page, steps: Step[]): Spot {
  const then = (step: Step) => spotAt(page, [...steps, step]);
  const texts = () => evaluate(page, steps, (elements) => elements.map((one) => one.textContent ?? ''));
  /** The first that is found and that a person can get at. */
  const act = (what: string, timeout = patience, isSeen = true) =>
    until(
      `${what} ${JSON.stringify(steps)}`,
      () => firstOf(page, isSeen ? [...steps, { by: 'visible' }] : steps),
      { within: timeout },
    );
  const spot: Spot = {
    ...finder(page, steps),
    first: () => then({ by: 'first' }),
    filter: ({ hasText }) => then({ by: 'has-text', pattern: patternOf(hasText) }),
    or: (other) => then({ by: 'or', steps: stepsOf.get(other) ?? [] }),
    count: async () => (await texts()).length,
    allTextContents: texts,
    async textContent() {
      const handle = await act('the text of', patience, false);
      return handle.evaluate((one) => one.textContent);
    },
    async inputValue() {
      const handle = await act('the value of', patience, false);
      return handle.evaluate((one) => (one as HTMLInputElement).value);
    },
    async waitFor({ state = 'visible', timeout } = {}) {
      await act('to see', timeout, state === 'visible');
    },
    async click({ force = false, timeout } = {}) {
      await until(
        `to press ${JSON.stringify(steps)}`,
        // What is drawn anew between finding it and pressing it is looked for again.
        async () => {
          await (await act('to press', timeout, !force)).click();
          return true;
        },
        { within: timeout ?? patience },
      );
    },
    async fill(text) {
      const handle = await act('to fill in');
      await handle.evaluate((one) => {
        (one as HTMLInputElement).focus();
        (one as HTMLInputElement).select();
      });
      if (text === '') await page.keyboard.press('Delete');
      else await page.keyboard.type(text);
    },
    async press(key) {
      const handle = await act('to press a key in', patience, false);
      await handle.evaluate((one) => one !== document.body && (one as HTMLElement).focus());
      // The names of keys are the same in both drivers.
      await page.keyboard.press(key as KeyInput);
    },
    async selectOption({ label }) {
      const handle = await act('to choose from');
      const value = await handle.evaluate(
        (one, wanted) => [...(one as HTMLSelectElement).options].find(({ text }) => text === wanted)?.value,
        label,
      );
      if (value === undefined) throw new Error(`No option ${label} in ${JSON.stringify(steps)}`);
      return handle.select(value);
    },
  };
  stepsOf.set(spot, steps);
  return spot;
}

function patternOf(said: string | RegExp, exact = false): Pattern {
  return typeof said === 'string' ? { text: said, exact } : { source: said.source, flags: said.flags };
}

async function withAxe(where: Page | Frame): Promise<void> {
  if (!(await where.evaluate(() => 'axe' in window))) await where.evaluate(await axeSource);
}

async function evaluate<T>(page: Page, steps: Step[], read: (elements: Element[]) => T): Promise<T> {
  await withAxe(page);
  const found = await page.evaluateHandle(findInPage, steps);
  try {
    return await found.evaluate(read);
  } finally {
    await found.dispose();
  }
}

async function firstOf(page: Page, steps: Step[]): Promise<ElementHandle<Element> | undefined> {
  await withAxe(page);
  const found = await page.evaluateHandle(findInPage, steps);
  const first = await found.getProperty('0');
  await found.dispose();
  // There are elements only in what `findInPage` gives.
  return (first.asElement() as ElementHandle<Element> | null) ?? undefined;
}
