import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { CrmExchange } from '../lib/crms/crm-example-for-tests.ts';
import { startOAuthServer } from '../lib/crms/http/auth/oauth-server-for-tests.ts';
import { matches } from '../lib/crms/http/match-exchange-for-tests.ts';
import { reply } from '../lib/crms/http/replay-server-for-tests.ts';
import { extensionId } from '../lib/extension/browser/extension-id.ts';
import { until } from '../scripts/process/until.ts';
import { type Ringside, startRingside } from './harness/browser/ringside.ts';

/** In functions that run in a page of the extension. */
declare const chrome: ExtensionApi;

const recording = join(import.meta.dirname, '../lib/crms/twenty/example.json');

describe('signing in at the CRM’s own page', () => {
  let server: Awaited<ReturnType<typeof startOAuthServer>>;
  let ringside: Ringside;
  let options: Page;

  before(async () => {
    const steps = Object.values(JSON.parse(await readFile(recording, 'utf8'))) as {
      exchanges?: CrmExchange[];
    }[];
    const exchanges = steps.flatMap((step) => step.exchanges ?? []);
    server = await startOAuthServer({
      api: (request, ...rest) => {
        const found = exchanges.find((exchange) => matches(request, exchange));
        reply(found?.response.status ?? 200, found?.response.body ?? { data: { people: [] } })(
          request,
          ...rest,
        );
      },
    });
    ringside = await startRingside();
    options = await ringside.context.newPage();
    await options.goto(ringside.url('options.html#crms'));
  });

  after(async () => {
    await ringside?.stop();
    await server?.close();
  });

  const says = (words: RegExp) =>
    until(`the page to say ${words}`, async () =>
      words.test((await options.getByRole('status').first().textContent()) ?? ''),
    );
  const stored = (area: 'session' | 'local') =>
    options.evaluate(async (where) => JSON.stringify(await chrome.storage[where].get(null)), area);

  test('shows the address to register, and comes back with tokens that nobody but the memory has', async () => {
    await options.getByLabel('CRM', { exact: true }).selectOption('twenty');
    await options.getByLabel('Address', { exact: true }).fill(server.baseUrl);
    await options.locator('#crm-region').selectOption('FR');
    await options.getByLabel('Client ID', { exact: true }).fill('ringside');
    assert.equal(
      await options.getByLabel('Redirect address').inputValue(),
      `https://${extensionId}.chromiumapp.org/`,
    );
    await options.getByRole('button', { name: 'Sign in with Twenty' }).click();
    await says(/Signed in\. Save to keep it/);
    await options.getByRole('button', { name: 'Save' }).click();
    await says(/Saved/);
    const memory = JSON.parse(await stored('session')) as Record<
      string,
      { access?: string; refresh?: string }
    >;
    const tokens = memory['crm.twenty.tokens'];
    assert.ok(tokens?.access && tokens.refresh);
    const disk = await stored('local');
    assert.doesNotMatch(disk, new RegExp(`${tokens.access}|${tokens.refresh}`));
    for (const { url } of server.seen)
      assert.doesNotMatch(url, new RegExp(`${tokens.access}|${tokens.refresh}`));
  });

  test('goes on in another worker, which renews the token that ran out, once', async () => {
    await until('the worker to have asked', async () =>
      server.seen.some(({ headers }) => headers.authorization !== undefined),
    );
    // In this order: a worker that is killed while it renews a token has to do so again.
    await ringside.killWorker();
    server.expireAccess();
    await options.getByRole('button', { name: /^Test/ }).click();
    await says(/Tested/);
    assert.equal(server.refreshes(), 1);
    assert.match(await stored('session'), /crm\.twenty\.tokens/);
  });

  test('says that it is signed out when the CRM ends the sign-in', async () => {
    server.revokeAll();
    await options.getByRole('button', { name: /^Test/ }).click();
    await says(/Tested: .*(sign|key|accept)/i);
  });
});
