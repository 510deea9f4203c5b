import type { Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

export interface Named {
  name?: string | RegExp;
  /** The whole name, as it is written; else a part of it will do. */
  exact?: boolean;
  /** Of a heading. */
  level?: number;
}

/**
 * Where things are found by the names that people and screen readers have for them. The part of Playwright's page and locator
 * that Firefox's driver has too, so that what is written for it is true of both browsers.
 */
export interface Where<S = Spot> {
  getByRole(role: Role, named?: Named): S;
  getByText(text: string | RegExp): S;
  getByLabel(label: string | RegExp, options?: { exact?: boolean }): S;
  /** A CSS selector, or `visible=true`. */
  locator(selector: string): S;
}

/** Something in a page that may be there or not; looked for anew whenever it is asked. What acts on it waits for it. */
export interface Spot extends Where<Spot> {
  first(): Spot;
  filter(options: { hasText: string | RegExp }): Spot;
  or(other: Spot): Spot;
  count(): Promise<number>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<string[]>;
  inputValue(): Promise<string>;
  waitFor(options?: { state?: 'attached' | 'visible'; timeout?: number }): Promise<void>;
  click(options?: { force?: boolean; timeout?: number }): Promise<void>;
  /** As somebody types it, over what was there. */
  fill(text: string): Promise<void>;
  press(key: string): Promise<void>;
  selectOption(option: { label: string }): Promise<unknown>;
}
