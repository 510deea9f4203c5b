import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { until } from '../../scripts/process/until.ts';
import type { PageServer } from '../harness/servers/page-server.ts';
import { chatDomain, type Prosody, password } from './prosody.ts';

/** What is missing to show it here, or undefined. */
export function converseMissing(): string | undefined {
  try {
    return existsSync(fileOf('converse.min.js')) ? undefined : 'converse.js (npm ci)';
  } catch {
    return 'converse.js (npm ci)';
  }
}

function fileOf(name: string): string {
  const folder = dirname(fileURLToPath(import.meta.resolve('converse.js/dist/converse.min.js')));
  return join(folder, name);
}

/** converse.js in this page, as an agent's inbox, logged in at the chat server. */
export async function openConverse(
  page: Page,
  pages: PageServer,
  prosody: Prosody,
  user: string,
): Promise<void> {
  const read = (name: string) => readFile(fileOf(name), 'utf8');
  const served = [
    ['converse.min.js', 'text/javascript'],
    ['converse.min.css', 'text/css'],
    ['emoji.json', 'application/json'],
  ] as const;
  for (const [name, type] of served)
    pages.put(`/${name}`, await read(name), { 'content-type': `${type}; charset=utf-8` });
  const settings = {
    authentication: 'login',
    auto_login: true,
    jid: `${user}@${chatDomain}`,
    password,
    websocket_url: prosody.url,
    view_mode: 'fullscreen',
    allow_non_roster_messaging: true,
    allow_url_history_change: false,
    blacklisted_plugins: ['converse-omemo', 'converse-omemo-views'],
    discover_connection_methods: false,
    assets_path: '/',
    i18n: 'en',
    loglevel: 'warn',
    play_sounds: false,
    show_desktop_notifications: false,
    show_controlbox_by_default: false,
  };
  pages.put(
    '/converse',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Inbox</title>
     <link rel="stylesheet" href="/converse.min.css">
     <script>addEventListener('converse-loaded', ({ detail }) => detail.converse.initialize(${JSON.stringify(settings)}))</script>
     <script type="module" src="/converse.min.js"></script></head><body></body></html>`,
  );
  await page.goto(`${pages.origin()}/converse`);
  await until('converse.js to be there', () => page.locator('converse-root, #conversejs').count());
}
