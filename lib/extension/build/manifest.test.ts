import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { extensionId, extensionKey } from '../browser/extension-id.ts';
import { assertPermissions } from './assert-permissions.ts';
import { createManifest } from './manifest.ts';

const inBoth = [
  'activeTab',
  'storage',
  'scripting',
  'alarms',
  'notifications',
  'declarativeNetRequestWithHostAccess',
];
const optional = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'];

describe('the manifest', () => {
  it('asks Chromium for seven permissions and no host', () => {
    const manifest = createManifest({ browser: 'chrome', mode: 'production' });
    expect(manifest.permissions).toEqual([...inBoth, 'sidePanel']);
    expect(manifest.optional_permissions).toEqual(['identity']);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(optional);
    expect(manifest.key).toBeUndefined();
  });

  it('asks Firefox for seven permissions and no host', () => {
    const manifest = createManifest({ browser: 'firefox', mode: 'production' });
    expect(manifest.permissions).toEqual([...inBoth, 'identity']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(optional);
  });

  it('has Firefox show the button in its bar, since its badge says how many are live', () => {
    const action = (browser: string) => createManifest({ browser, mode: 'production' }).action;
    expect(action('firefox')).toEqual({ default_title: 'Ringside', default_area: 'navbar' });
    expect(action('chrome')).toEqual({ default_title: 'Ringside' });
  });

  it('shows pages the card and nothing else, and lets nobody connect', () => {
    const manifest = createManifest({ browser: 'chrome', mode: 'production' });
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['card.html'], matches: optional, use_dynamic_url: true },
    ]);
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('allows no script, style or frame from elsewhere, and no string as code', () => {
    const policy = JSON.stringify(
      createManifest({ browser: 'chrome', mode: 'production' }).content_security_policy,
    );
    expect(policy).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;",
    );
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('grants a test build loopback only, under an id that follows from its key', () => {
    const manifest = createManifest({ browser: 'chrome', mode: 'e2e' });
    expect(manifest.host_permissions).toEqual([
      'http://localhost/*',
      'http://127.0.0.1/*',
      'https://localhost/*',
      'https://127.0.0.1/*',
    ]);
    expect(manifest.key).toBe(extensionKey);
    const hash = createHash('sha256').update(Buffer.from(extensionKey, 'base64')).digest('hex').slice(0, 32);
    const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(id).toBe(extensionId);
  });
});

describe('the build', () => {
  it('fails when something adds a permission or a host', () => {
    expect(() => assertPermissions({ permissions: ['storage', 'tabs'] }, 'production')).toThrow('tabs');
    expect(() => assertPermissions({ optional_permissions: ['history'] }, 'production')).toThrow('history');
    expect(() => assertPermissions({ host_permissions: ['http://localhost/*'] }, 'production')).toThrow(
      'run time',
    );
    expect(() => assertPermissions({ host_permissions: ['https://example.com/*'] }, 'e2e')).toThrow(
      'run time',
    );
    expect(() =>
      assertPermissions({ permissions: ['storage'], host_permissions: ['http://localhost/*'] }, 'e2e'),
    ).not.toThrow();
  });
});
