import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { Contact } from '../lib/domain/contact/contact.ts';
import { freePort } from '../scripts/process/free-port.ts';
import { until } from '../scripts/process/until.ts';
import { type ProfiledChromium, startProfiledChromium } from './harness/browser/chromium.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { type CompanionServer, startCompanionServer } from './harness/servers/companion-server.ts';
import { type DemoDesk, ringDesk, startDemoDesk } from './harness/servers/demo-desk.ts';
import { type PageServer, startPages } from './harness/servers/page-server.ts';

const elodie = '+33199004217';

for (const storage of ['allowed', 'refused'] as const) {
  describe(`the widget in a page on another site, without the extension, third-party storage ${storage}`, () => {
    let crm: CompanionServer;
    let desk: DemoDesk;
    let pages: PageServer;
    let browser: ProfiledChromium;
    let profile: string;
    let context: BrowserContext;
    let page: Page;
    let frame: Frame;
    let view: PanelView;

    before(async () => {
      const port = await freePort();
      profile = await mkdtemp(join(tmpdir(), 'ringside-profile-'));
      if (storage === 'refused') await refuseStorage(profile);
      [crm, pages, browser] = await Promise.all([
        startCompanionServer({ embedOrigins: [`http://localhost:${port}`] }),
        startPages(),
        startProfiledChromium({ profile }),
      ]);
      context = browser.context;
      desk = await startDemoDesk({ port, widget: `${crm.url}/widget/` });
      page = await context.newPage();
      await page.goto(desk.origin);
      frame = await until('the widget’s frame', () =>
        page.frames().find((each) => each.url().startsWith(`${crm.url}/widget/`)),
      );
      view = panelView(frame);
    });

    after(async () => {
      await browser?.stop();
      await desk?.stop();
      await Promise.all([crm?.stop(), pages?.stop()]);
      if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    const ring = (keys: Record<string, string>) => ringDesk(context, page, keys);

    test('storage is as this test says', async () => {
      const refused = await frame.evaluate(() => {
        try {
          window.localStorage.setItem('probe', '1');
          return false;
        } catch {
          return true;
        }
      });
      assert.equal(refused, storage === 'refused');
    });

    test('it signs in through a pop-up of the server’s own and keeps the token out of every storage', async () => {
      const popup = context.waitForEvent('page');
      await frame
        .getByRole('button', { name: /^Sign in/ })
        .first()
        .click();
      const signIn = await popup;
      await signIn.getByLabel(/e-?mail/i).fill('ana@example.com');
      await signIn.getByLabel(/password/i).fill('ringside-demo');
      await signIn.getByRole('button', { name: /sign in/i }).click();
      await until('the pop-up to close', () => signIn.isClosed());
      await until('the search to be open', () => view.search.isEnabled());
      if (storage === 'refused') return;
      const kept = await frame.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
      assert.doesNotMatch(kept, /token|bearer/i);
    });

    test('a call rings in the desk and its contact is shown', async () => {
      await ring({ ring: elodie, campaign: 'Field service' });
      await view.heads('Élodie Marchand');
      await page.getByRole('button', { name: `Answer ${elodie}` }).click();
      await view.heads('Élodie Marchand');
    });

    test('a field is edited in place and saved', async () => {
      const full = view.button('Full view');
      if ((await full.count()) > 0) await full.click();
      await view.edit('job title');
      const field = frame.getByLabel('Job title', { exact: true });
      await field.fill('Site manager, Paris');
      await field.press('Enter');
      await until('the change to be in the CRM', async () => {
        const { fields } = await crm.api<Contact>('GET', '/contacts/C-1001');
        return fields.jobTitle === 'Site manager, Paris';
      });
      await page.getByRole('button', { name: `End ${elodie}` }).click();
      await page.getByRole('button', { name: `Close ${elodie}` }).click();
      await view.clearRail();
    });

    test('an unknown caller is created', async () => {
      await ring({ ring: '+12125550177', name: 'Wanda Widget' });
      await view.newContact.waitFor();
      await view.create('Wanda Widget');
      await view.heads('Wanda Widget');
      const identifier = { kind: 'phone', value: '+12125550177' };
      const { contacts } = await crm.api<{ contacts: Contact[] }>('POST', '/contacts/lookup', { identifier });
      assert.deepEqual(
        contacts.map(({ name }) => name),
        ['Wanda Widget'],
      );
    });

    test('a page that is not configured cannot embed it', async () => {
      pages.put(
        '/stranger',
        `<!doctype html><title>Stranger</title><iframe src="${crm.url}/widget/"></iframe>`,
      );
      const stranger = await context.newPage();
      await stranger.goto(`${pages.origin()}/stranger`, { waitUntil: 'load' });
      const inside = stranger.frames().find((each) => each !== stranger.mainFrame());
      assert.ok(inside !== undefined);
      assert.equal(await panelView(inside).search.count(), 0);
      assert.ok(!inside.url().startsWith(crm.url), `the widget loaded in a stranger’s page: ${inside.url()}`);
      await stranger.close();
    });
  });
}

/** A browser that gives the widget's site no storage inside the desk's: even touching it throws. */
async function refuseStorage(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const exceptions = { cookies: { 'http://127.0.0.1,http://localhost': { setting: 2 } } };
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({
      profile: { cookie_controls_mode: 1, block_third_party_cookies: true, content_settings: { exceptions } },
    }),
  );
}
