import type { UserManifest } from 'wxt';
import { keyCommands } from '../../domain/key-commands.ts';
import { extensionKey } from '../browser/extension-id.ts';

/** Hosts and CRMs are granted one by one at run time; http only where the traffic stays on this machine. */
export const optionalHosts = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'];

/** Test builds have what a person would grant, on loopback only. */
const testHosts = ['http://localhost/*', 'http://127.0.0.1/*', 'https://localhost/*', 'https://127.0.0.1/*'];

/**
 * No page of ours runs a script, or loads a picture or style, that is not in the package. `connect-src` is wide because
 * CRM addresses are configuration; the host permissions narrow it.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The manifest for a browser and a build mode. `e2e` grants loopback and fixes the id; nothing else differs. */
export function createManifest({ browser, mode }: { browser: string; mode: string }): UserManifest {
  const firefox = browser === 'firefox';
  const test = mode === 'e2e';
  return {
    name: 'Ringside',
    // In public/_locales, since the browser reads it there.
    default_locale: 'en',
    description: '__MSG_description__',
    // activeTab: the address of the tab in which our icon was clicked, for the first run's one click in place of typing it.
    // storage: settings, and live state in memory. scripting: host scripts on granted pages. alarms: retries while the
    // worker sleeps. notifications: where the card cannot be shown. declarativeNetRequestWithHostAccess: no `Origin` in
    // our own requests (nameless-requests.ts); it reads nothing and gives no warning.
    permissions: [
      'activeTab',
      'storage',
      'scripting',
      'alarms',
      'notifications',
      'declarativeNetRequestWithHostAccess',
      ...(firefox ? ['identity'] : ['sidePanel']),
    ],
    // identity: shows the sign-in page of a CRM that has one, and nothing else of what that API can. Chromium asks for it
    // when somebody signs in so; Firefox knows it as a fixed permission only, without a warning
    // (toolkit/components/extensions/schemas/identity.json, Firefox 153).
    ...(firefox ? {} : { optional_permissions: ['identity'] }),
    optional_host_permissions: optionalHosts,
    ...(test ? { host_permissions: testHosts, ...(firefox ? {} : { key: extensionKey }) } : {}),
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: contentSecurityPolicy },
    // Firefox puts a new button where nobody sees its badge, unless it is told to show it; Chromium cannot be told.
    action: { default_title: 'Ringside', ...(firefox && { default_area: 'navbar' as const }) },
    commands: Object.fromEntries(
      Object.entries(keyCommands).map(([name, suggested]) => [
        name,
        {
          description: `__MSG_${name.replaceAll('-', '_')}__`,
          ...(suggested !== null && { suggested_key: { default: suggested } }),
        },
      ]),
    ),
    web_accessible_resources: [
      // Hosts are granted at run time, so the patterns must be broad; the worker checks exact origins.
      { resources: ['card.html'], matches: optionalHosts, ...(firefox ? {} : { use_dynamic_url: true }) },
    ],
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'ringside@ringside.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '130', externally_connectable: { ids: [] } }),
  };
}
