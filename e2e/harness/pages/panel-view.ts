import type { Frame, Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/process/until.ts';
import type { Spot, Where } from './spot.ts';

/**
 * The view by the names that people, screen readers and tests find; the same in panel, widget and page, and in whichever
 * browser: `L` is what its driver finds, `W` where it does.
 */
export interface PanelView<L = Locator, W = Page | Frame> {
  where: W;
  contact: L;
  interactions: L;
  matching: L;
  search: L;
  results: L;
  newContact: L;
  assign: L;
  button(name: string): L;
  section(label: string): L;
  /** Opens the editor of a field, also of one that is folded away since it is empty. `label` as it stands in a sentence. */
  edit(label: string): Promise<void>;
  /** Waits until the head says this: a contact's name, a number, *Number withheld*. */
  heads(text: string): Promise<void>;
  /** What the head says now; empty where there is none. */
  head(): Promise<string>;
  /** Waits until this stands somewhere in the view. */
  says(text: string | RegExp): Promise<void>;
  /** One tab on the rail, by what stands on it. */
  tab(text: string | RegExp): L;
  /** Takes finished interactions off the rail, as the agent does, until it is empty. */
  clearRail(): Promise<void>;
  /** An input of the form *New contact*, by the first word of its label. */
  field(label: string): L;
  /** Fills in what the sample workspace asks of a new contact, and creates it. */
  create(name: string): Promise<void>;
  /** The names on the rail, in order. */
  rail(): Promise<string[]>;
  railHolds(count: number): Promise<void>;
  /** Presses a key as often as an agent would: the view is deaf for a moment after somebody came to the front. */
  press(key: string, done: () => Promise<boolean>): Promise<void>;
  /** Searches and chooses the first result that holds this text. */
  choose(query: string, text: string): Promise<void>;
}

const patience = 15_000;

export function panelView(where: Page | Frame): PanelView;
export function panelView(where: Where): PanelView<Spot, Where>;
export function panelView(where: Where): PanelView<Spot, Where> {
  const contact = where.getByRole('region', { name: 'Contact', exact: true });
  const interactions = where.getByRole('region', { name: 'Interactions', exact: true });
  const search = where.getByRole('searchbox', { name: 'Search contacts' });
  const results = where.getByRole('listbox', { name: 'Search results' });
  const newContact = where.getByRole('form', { name: 'New contact' });
  // The label says too where the value came from: "Name from the call".
  const field = (label: string) => newContact.getByRole('textbox', { name: new RegExp(`^${label}`) });
  const title = contact.getByRole('heading', { level: 1 });
  // What is finished has a button with a sign and no text, to take it out.
  const tabs = interactions.getByRole('button').filter({ hasText: /\S/ });
  const rail = async () => (await tabs.allTextContents()).map((text) => text.trim());
  const head = async () =>
    (await title.count()) === 0 ? '' : ((await title.first().textContent()) ?? '').trim();
  return {
    where,
    contact,
    interactions,
    search,
    results,
    matching: where.getByRole('list', { name: 'Matching contacts' }),
    newContact,
    assign: where.getByRole('group', { name: 'Assign client ID' }),
    button: (name) => where.getByRole('button', { name, exact: true }),
    async edit(label) {
      const pen = where.getByRole('button', { name: `Edit ${label}`, exact: true }).first();
      const folds = where.locator('.empties[aria-expanded="false"]');
      await pen.or(folds).first().waitFor({ state: 'attached' });
      while ((await pen.count()) === 0 && (await folds.count()) > 0) await folds.first().click();
      await pen.click({ force: true });
    },
    section: (label) => contact.getByRole('heading', { level: 2, name: label, exact: true }),
    head,
    async heads(text) {
      await until(`the head to say "${text}"`, async () => {
        const now = await head();
        return now === text || Promise.reject(new Error(`"${now}"`));
      });
    },
    async says(text) {
      await where.getByText(text).locator('visible=true').first().waitFor({ timeout: patience });
    },
    rail,
    tab: (text) => tabs.filter({ hasText: text }),
    async clearRail() {
      const remove = interactions.getByRole('button', { name: 'Remove from the list' });
      await until('the rail to be empty', async () => {
        const left = await rail();
        if (left.length === 0) return true;
        if ((await remove.count()) > 0) await remove.first().click({ timeout: 2_000 });
        throw new Error(left.join(' | '));
      });
    },
    field,
    async create(name) {
      await field('Name').fill(name);
      await newContact.getByLabel('Language').selectOption({ label: 'English' });
      await newContact.getByRole('button', { name: 'Create contact' }).click();
    },
    async railHolds(count) {
      await until(`${count} on the rail`, async () => {
        const now = await rail();
        return now.length === count || Promise.reject(new Error(now.join(' | ') || 'none'));
      });
    },
    async press(key, done) {
      await until(
        `the key ${key} to work`,
        async () => {
          if (await done()) return true;
          await where.locator('body').press(key);
          return done();
        },
        { every: 250 },
      );
    },
    async choose(query, text) {
      await search.fill(query);
      await results.getByRole('option').filter({ hasText: text }).first().click({ timeout: patience });
    },
  };
}
