import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../scripts/process/until.ts';
import { quietly } from './harness/browser/quietly.ts';
import { type Ringside, startRingside } from './harness/browser/ringside.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

const mail = (uid: number, name: string, more = '') =>
  `<tr class="unread" data-uid="${uid}"${more}><td class="from">${name} &lt;${name}@example.com&gt;</td></tr>`;
const webmail = `<!doctype html><title>Webmail</title>
  <table id="mails"><tbody>${mail(17, 'ann')}${mail(18, 'ben')}${mail(19, 'gone', ' hidden')}</tbody></table>
  <iframe id="reader" src="/empty"></iframe>`;
const version = {
  since: '2026-09-01',
  probe: '#mails',
  clientId: { at: '.from', take: 'email' },
  parts: [
    {
      scope: '#mails',
      rows: 'tr',
      id: { read: 'attribute', attribute: 'data-uid' },
      state: [{ is: 'pending', when: { class: 'unread' } }],
    },
    {
      within: 'iframe',
      rows: 'article',
      id: { read: 'url', match: 'uid=(\\d+)' },
      focus: {},
      state: [{ is: 'active' }],
    },
  ],
};

describe('a trial of rules on an open tab', () => {
  let ringside: Ringside;
  let pages: PageServer;
  let host: Page;
  let options: Page;

  before(async () => {
    [ringside, pages] = await Promise.all([startRingside(), startPages()]);
    pages.put('/mail', webmail);
    pages.put('/empty', '<!doctype html><p>Nothing chosen</p>');
    pages.put('/show', '<!doctype html><article><b class="from">ben &lt;ben@example.com&gt;</b></article>');
    host = await ringside.context.newPage();
    await host.goto(`${pages.origin()}/mail`);
    options = await ringside.context.newPage();
    await options.goto(ringside.url('options.html#rules'));
  });
  after(async () => {
    await ringside?.stop();
    await pages?.stop();
  });

  const fileOf = (more: object = {}) => {
    const { host: name } = new URL(pages.origin());
    const where = [{ host: name }];
    const rules = [
      { id: 'mails', read: 'dom', channel: 'email', where, versions: [{ ...version, ...more }] },
    ];
    return JSON.stringify({ version: 1, id: 'mine', label: 'My mails', rules }, null, 2);
  };
  /** Cells of a selector's row, by where it stands. */
  async function row(path: string): Promise<string[]> {
    const found = options
      .locator('.triedpage')
      .first()
      .locator('.finds tbody tr')
      .filter({ has: options.getByText(path, { exact: true }) });
    return (await found.count()) === 0 ? [] : found.locator('td').allInnerTexts();
  }
  const finds = (path: string, ...cells: string[]) =>
    until(`${path} to find ${cells}`, async () => (await row(path)).join('|') === cells.join('|'));
  const interactions = async () => (await options.locator('.triedrule li').allInnerTexts()).join('\n');
  const change = (script: string) => quietly(ringside.context, host, script);

  test('shows what each selector finds, and what of it can be seen', async () => {
    await options.getByLabel('Rules as JSON').fill(fileOf());
    await options.getByLabel('Address of the page').focus();
    await options.keyboard.press('Enter');
    await finds(
      'versions.0.parts.0.rows',
      'tr',
      '3',
      '2',
      'ann <ann@example.com>\nben <ben@example.com>\ngone <gone@example.com>',
    );
    await finds(
      'versions.0.clientId.at',
      '.from',
      '3',
      '2',
      'ann@example.com\nben@example.com\ngone@example.com',
    );
    await finds('versions.0.parts.1.rows', 'article', '0', '0', '');
    assert.match(await interactions(), /pending.*id 17.*clientId ann@example\.com/s);
  });

  test('follows the page, into its frame and through a reload', async () => {
    await change(`void document.querySelector('[data-uid="17"]').remove()`);
    await finds('versions.0.parts.0.rows', 'tr', '2', '1', 'ben <ben@example.com>\ngone <gone@example.com>');
    await change(`void (document.querySelector('iframe').src = '/show?uid=18')`);
    await until('the opened mail', async () =>
      /active.*id 18.*the agent looks at it/s.test(await interactions()),
    );
    await host.reload();
    await finds(
      'versions.0.parts.0.rows',
      'tr',
      '3',
      '2',
      'ann <ann@example.com>\nben <ben@example.com>\ngone <gone@example.com>',
    );
  });

  test('follows what is written, and names what the browser does not know', async () => {
    await options.getByLabel('Rules as JSON').fill(fileOf({ displayName: { at: ':::' }, probe: '#other' }));
    await until('the version that does not fit', async () =>
      /no version fits this page/.test((await options.locator('.triedrule').first().textContent()) ?? ''),
    );
    await finds('versions.0.probe', '#other', '0', '0', '');
    await options.getByLabel('Rules as JSON').fill(fileOf({ displayName: { at: ':::' } }));
    await finds('versions.0.displayName.at', ':::', '0', '0', 'The browser does not know this selector');
  });

  test('goes on in a window beside the page, with what was written', async () => {
    const opened = ringside.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Open beside the page' }).click();
    const beside = await opened;
    await beside.getByLabel('Rules as JSON').waitFor();
    assert.match(await beside.getByLabel('Rules as JSON').inputValue(), /My mails/);
    assert.equal(await options.getByLabel('Rules as JSON').inputValue(), '');
    await options.close();
    options = beside;
    await options.getByRole('button', { name: 'Try', exact: true }).click();
    await until('the rows', async () => (await row('versions.0.parts.0.rows'))[1] === '3');
    // What is too wide for the window scrolls within itself.
    assert.ok(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  test('is explained in the document that is in the package', async () => {
    const opened = ringside.context.waitForEvent('page');
    await options.getByRole('link', { name: 'How rules are written' }).click();
    const rules = await opened;
    await rules.getByRole('heading', { level: 1, name: 'Host rules' }).waitFor();
    await rules.getByRole('navigation').getByRole('link', { name: 'For administrators' }).click();
    await rules.getByRole('heading', { level: 2, name: 'Connect a host' }).waitFor();
    assert.ok(await rules.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await rules.close();
  });

  test('keeps nothing, tells nobody of an interaction, and ends when it is stopped', async () => {
    await options.getByRole('button', { name: 'Stop' }).click();
    await until('nothing shown', async () => (await options.locator('.triedpage').count()) === 0);
    const kept = await options.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { get(): Promise<unknown> }> };
      };
      const stores = [await chrome.storage.local.get(), await chrome.storage.session.get()];
      return JSON.stringify([...stores, { ...localStorage }, { ...sessionStorage }]);
    });
    assert.doesNotMatch(kept, /ann@|ben@|example\.com/i);
    assert.deepEqual(ringside.complaints, []);
  });
});
