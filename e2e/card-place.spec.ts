import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type HostPage, hostHtml, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type Stage, setStage } from './harness/stage.ts';

/** In functions that run in the worker. */
declare const chrome: ExtensionApi;

const elodie = '+33199004217';
const cardElement = `document.querySelector('html > div[popover]')`;
const desk = hostHtml.replace(
  '<body>',
  `<body>
    <textarea id="note" style="position:fixed;right:60px;bottom:60px;width:200px;height:60px"></textarea>
    <input id="search" style="position:fixed;left:300px;top:300px">`,
);

describe('where the card stands', () => {
  let stage: Stage;
  let host: HostPage;

  before(async () => {
    stage = await setStage();
    await stage.connect();
  });

  afterEach(async () => {
    await host.endAll();
    await host.page.close();
  });

  after(() => stage?.stop());

  const ring = async (path: string, html = desk, state: 'offered' | 'active' = 'offered') => {
    stage.pages.put(path, html);
    host = await openHostPage(stage.ringside.context, stage.pages, { path, put: false });
    await host.page.setViewportSize({ width: 1_280, height: 800 });
    await host.interaction(phoneCall(path, elodie, { state }));
    await until('the card', async () => (await stage.ringside.cardText(host.page)).includes('Élodie'));
  };
  const quiet = <T>(page: Page, expression: string) => quietly<T>(stage.ringside.context, page, expression);
  const box = async () => {
    const found = await quiet<{ x: number; y: number; width: number; height: number } | null>(
      host.page,
      `${cardElement}?.getBoundingClientRect().toJSON() ?? null`,
    );
    return found ?? Promise.reject(new Error('there is no card'));
  };
  const view = () =>
    quiet<{ width: number; height: number }>(host.page, '({ width: innerWidth, height: innerHeight })');
  /** Keeps what an administrator would find in the settings of the only host. */
  const kept = async () => {
    const worker = await stage.ringside.worker();
    return worker.evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      const [first] = (settings as { hosts: { cardAt?: unknown; noCard?: boolean }[] }).hosts;
      return first ?? {};
    });
  };
  const stands = (what: string, corner: string) =>
    until(`the card ${what}`, async () => {
      const [at, { width, height }] = [await box(), await view()];
      const vertical = at.y < height - at.y - at.height ? 'top' : 'bottom';
      const horizontal = at.x < width - at.x - at.width ? 'left' : 'right';
      return `${vertical}-${horizontal}` === corner || Promise.reject(new Error(JSON.stringify(at)));
    });

  test('is where it was dragged to, also for the next call and after a reload; the pop takes no focus', async () => {
    await ring('/drag');
    const { mouse } = host.page;
    await host.page.click('#search');
    const from = await box();
    await mouse.move(from.x + 120, from.y + 90);
    await mouse.down();
    // The browser may tell of a move with the frame where it was before: under a hand that rests the card is where it belongs.
    const restsAt = (right: number, down: number) =>
      until('the card to be below the hand', async () => {
        await mouse.move(from.x + 120 + right, from.y + 90 + down);
        const at = await box();
        return Math.hypot(at.x - from.x - right, at.y - from.y - down) <= 4;
      });
    for (const step of [100, 200, 300, 400]) await restsAt(-step, -step * 0.75);
    await mouse.up();
    await until('the place to be kept', async () => 'cardAt' in (await kept()));
    const dragged = await box();
    assert.ok(Math.hypot(dragged.x - from.x + 400, dragged.y - from.y + 300) <= 4, JSON.stringify(dragged));
    await host.endAll();
    await until('the card to leave', async () => !(await stage.ringside.cardShown(host.page)));
    await host.page.reload();
    await host.page.click('#search');
    await host.page.keyboard.type('before ');
    await host.interaction(phoneCall('again', elodie));
    await until('the card', async () => (await stage.ringside.cardText(host.page)).includes('Élodie'));
    assert.deepEqual(await box(), dragged);
    await host.page.keyboard.type('after');
    assert.equal(await host.page.inputValue('#search'), 'before after');
  });

  test('is a corner by the arrow keys', async () => {
    await ring('/keys');
    const card = await stage.ringside.card(host.page);
    await card.getByRole('button', { name: 'Open panel' }).focus();
    await host.page.keyboard.press('ArrowRight');
    await host.page.keyboard.press('ArrowDown');
    await stands('in the first corner', 'bottom-right');
    await host.page.keyboard.press('ArrowLeft');
    await stands('to the left', 'bottom-left');
    await host.page.keyboard.press('ArrowUp');
    await stands('above', 'top-left');
    await host.page.keyboard.press('ArrowRight');
    await host.page.keyboard.press('ArrowDown');
    await stands('back', 'bottom-right');
  });

  test('is never over the field with the focus, nor over what answers', async () => {
    await ring('/focus');
    await stands('in its corner', 'bottom-right');
    await host.page.focus('#note');
    await stands('off the field', 'top-right');
    await host.page.focus('#search');
    await stands('back in its corner', 'bottom-right');
    await host.endAll();
    await host.page.close();
    await ring(
      '/answer',
      desk.replace(
        '<textarea',
        '<button style="position:fixed;right:80px;bottom:80px">Answer</button><textarea',
      ),
    );
    await stands('off the button', 'top-right');
  });

  test('folds after the answer, to a pill that is pressed to see it all', async () => {
    await ring('/fold', desk, 'active');
    await until('the pill', async () => (await box()).height === 36);
    const card = await stage.ringside.card(host.page);
    assert.match((await card.getByRole('button').textContent()) ?? '', /Élodie Marchand\d+:\d\d/);
    const shot = await box();
    await host.page.mouse.click(shot.x + 60, shot.y + 18);
    await until('the card', async () => (await box()).height === 180);
    await card.getByRole('button', { name: 'Open panel' }).waitFor();
  });

  test('is nowhere on a host that wants none, until that is changed in the options', async () => {
    await ring('/none');
    const card = await stage.ringside.card(host.page);
    await card.getByRole('button', { name: 'More' }).click();
    await card.getByRole('button', { name: 'Not on this host' }).click();
    await until('the card to leave', async () => !(await stage.ringside.cardShown(host.page)));
    assert.equal((await kept()).noCard, true);
    await host.interaction(phoneCall('second', elodie));
    const badge = async () => (await stage.ringside.worker()).evaluate(() => chrome.action.getBadgeText({}));
    await until('the badge', async () => (await badge()) === '2');
    assert.equal(await stage.ringside.cardShown(host.page), undefined);
  });
});
