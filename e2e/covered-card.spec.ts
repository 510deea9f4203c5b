import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { hostHtml, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the worker or the card. */
declare const chrome: ExtensionApi & {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
};

/** What a page finds of the card: its element, with nothing of ours to read in it. */
const cardElement = `document.querySelector('html > div[popover]')`;

/** Each runs once the card stands, and has `card`, its element. */
const tricks: [string, string][] = [
  [
    'lays an opaque prize over it in the top layer, through which clicks fall',
    `const prize = document.createElement('div');
     prize.textContent = 'Click here to win';
     prize.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;background:gold;pointer-events:none';
     prize.popover = 'manual';
     document.body.append(prize);
     prize.showPopover();`,
  ],
  ['makes it nearly transparent', `card.style.setProperty('opacity', '0.01', 'important');`],
  [
    'turns and shrinks it',
    `card.style.setProperty('transform', 'rotate(20deg) scale(0.7)', 'important');
     card.style.setProperty('filter', 'blur(9px)', 'important');`,
  ],
  [
    'moves it under the pointer wherever that goes',
    `addEventListener('pointermove', ({ clientX, clientY }) => {
       card.style.setProperty('inset', (clientY - 160) + 'px auto auto ' + (clientX - 300) + 'px', 'important');
     });
     addEventListener('keydown', () => card.focus());`,
  ],
  [
    'shows a slit of it only, and gives it the focus again and again',
    `card.style.setProperty('clip-path', 'inset(120px 0 0 220px)', 'important');
     card.tabIndex = 0;
     setInterval(() => card.focus(), 100);`,
  ],
];

/** Where, as parts of the card's width and height, and what is pressed afterwards. The last two fall on its buttons. */
const clicks: [number, number, string[]][] = [
  [0.5, 0.5, ['1', 'n', 'Enter']],
  [0.3, 0.3, ['2', '/', 'Control+Enter', 'Control+s']],
  [0.6, 0.7, ['Tab', 'Tab', 'Control+z']],
  [0.85, 0.88, ['Enter', 'Space']],
  [0.94, 0.14, ['Enter', 'Space']],
];

const callers: [string, string, RegExp][] = [
  ['a contact', '+33199004217', /Élodie Marchand/],
  ['two contacts', '+442079460123', /2 contacts/],
  ['nobody', '+12125550142', /No contact/],
];

/** The browser does not say that a key or the pointer was taken by a frame that left with it. */
function taken(input: Promise<void>): Promise<unknown> {
  return Promise.race([input.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 1_000))]);
}

describe('a page that has the agent click on the card without knowing it', () => {
  let stage: Stage;

  before(async () => {
    stage = await setStage();
    await stage.connect();
  });

  after(() => stage?.stop());

  /** Cards come where no panel is open. */
  const closePanel = async () => {
    const open = async () =>
      (await stage.ringside.worker()).evaluate(
        async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length,
      );
    await until('the panel to be closed', async () => {
      if ((await open()) === 0) return true;
      await stage.ringside.closePanel();
      return false;
    });
  };
  const pops = async (path: string, number: string, words: RegExp) => {
    const host = await openHostPage(stage.ringside.context, stage.pages, { path });
    await host.interaction(phoneCall(path, number, { state: 'active' }));
    await until(`${words} on the card`, async () => {
      const text = await stage.ringside.cardText(host.page);
      return words.test(text) || Promise.reject(new Error(text));
    });
    return host;
  };
  const quiet = <T>(page: Page, expression: string) => quietly<T>(stage.ringside.context, page, expression);
  /** Where the card is for the page now; null where it is gone. */
  const box = (page: Page) =>
    quiet<{ x: number; y: number; width: number; height: number } | null>(
      page,
      `${cardElement}?.getBoundingClientRect().toJSON() ?? null`,
    );

  for (const [index, [what, trick]] of tricks.entries()) {
    const [who, number, words] = callers[index % callers.length]!;
    test(`that ${what}, with ${who} on it: no click and no key writes to the CRM`, async () => {
      const { page } = await pops(`/trick-${index}`, number, words);
      await quiet(page, `{ const card = ${cardElement}; ${trick} }`);
      const { mouse, keyboard } = page;
      let reached = false;
      for (const [right, down, keys] of clicks) {
        const at = await box(page);
        // An earlier click hid it, or opened the panel: all that it can do.
        if (at === null) break;
        await taken(mouse.move(at.x + at.width * right, at.y + at.height * down, { steps: 3 }));
        await taken(mouse.down());
        await taken(mouse.up());
        reached ||= await quiet<boolean>(page, `document.activeElement === ${cardElement}`);
        for (const key of [...keys, ...'Mallory']) await taken(keyboard.press(key));
      }
      assert.ok(reached, 'no click reached the card: the trick hides nothing');
      // What was clicked last is dealt with once the worker has answered something that came after it.
      await closePanel();
      const calm = await pops(`/calm-${index}`, '+33199004217', /Élodie Marchand/);
      assert.deepEqual(stage.proxy.writes(), []);
      await calm.endAll();
      await calm.page.close();
      await page.close();
    });
  }

  test('that has even the process of the card: what it asks for is refused, and nothing is written', async () => {
    const { page } = await pops('/taken-over', '+12125550142', /No contact/);
    const card = await stage.ringside.card(page);
    const replies = await card.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const port = chrome.runtime.connect({ name: 'view' });
          const heard: unknown[] = [];
          port.onMessage.addListener((message) => {
            const { type } = message as { type: string };
            if (type === 'reply' && heard.push(message) === 2) resolve(heard);
          });
          port.postMessage({ type: 'open' });
          const ask = (id: number, command: unknown) => port.postMessage({ type: 'command', id, command });
          const writeId = crypto.randomUUID();
          const contact = { name: 'Mallory', kind: 'person', identifiers: [], fields: { language: 'en' } };
          ask(1, { type: 'contact.create', key: null, writeId, contact });
          ask(2, { type: 'contact.update', contactId: 'C-1001', writeId, change: { name: 'Mallory' } });
        }),
    );
    assert.doesNotMatch(JSON.stringify(replies), /"ok":true/);
    assert.match(JSON.stringify(replies), /not-allowed.*not-allowed/);
    assert.deepEqual(stage.proxy.writes(), []);
    await page.close();
  });

  test('whose own layers are as high as they go: the card is before them, and cannot be read', async () => {
    stage.pages.put(
      '/higher',
      hostHtml.replace(
        '<script>',
        `<script>
          new MutationObserver(([change]) => {
            if (document.getElementById('higher') !== null) return;
            const higher = document.createElement('section');
            higher.id = 'higher';
            higher.style.cssText = 'all:initial;position:fixed;inset:0;z-index:2147483647;background:gold';
            document.documentElement.append(higher);
          }).observe(document.documentElement, { childList: true });`,
      ),
    );
    const host = await openHostPage(stage.ringside.context, stage.pages, { path: '/higher', put: false });
    await host.interaction(phoneCall('higher', '+33199004217'));
    await until('the card', async () => /Élodie/.test(await stage.ringside.cardText(host.page)));
    const seen = await quiet<{ covers: boolean; before: string; open: boolean }>(
      host.page,
      `(() => {
        const card = document.querySelector('html > div:not(#higher)');
        const { x, y, width, height } = card.getBoundingClientRect();
        const before = document.elementFromPoint(x + width / 2, y + height / 2);
        return { covers: document.getElementById('higher') !== null, before: before.tagName, open: card.shadowRoot !== null };
      })()`,
    );
    assert.deepEqual(seen, { covers: true, before: 'DIV', open: false });
  });
});
