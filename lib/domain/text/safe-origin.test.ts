import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../settings.ts';
import { matchPattern, safeOrigin } from './safe-origin.ts';

const accepted: [address: string, origin: string][] = [
  ['https://desk.example.com', 'https://desk.example.com'],
  ['https://desk.example.com/', 'https://desk.example.com'],
  ['https://desk.example.com/inbox?x=1#y', 'https://desk.example.com'],
  ['https://desk.example.com:443/', 'https://desk.example.com'],
  ['https://desk.example.com:8443/a', 'https://desk.example.com:8443'],
  ['HTTPS://Desk.Example.COM/A', 'https://desk.example.com'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example'],
  ['https://desk_1.example.com/', 'https://desk_1.example.com'],
  ['https://my--desk.example.com./', 'https://my--desk.example.com.'],
  ['https://desk/', 'https://desk'],
  ['https://10.1.2.3:5000/', 'https://10.1.2.3:5000'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]'],
  ['http://localhost:5173/desk', 'http://localhost:5173'],
  ['http://127.0.0.1:80/', 'http://127.0.0.1'],
  ['http://0x7f.1/', 'http://127.0.0.1'],
  ['http://[::1]:3000/', 'http://[::1]:3000'],
];

const refused: [address: string, problem: string][] = [
  ['', 'not-an-address'],
  ['desk.example.com', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['https://a b.example/', 'not-an-address'],
  ['https://desk.example.com:99999/', 'not-an-address'],
  ['https://*/', 'not-an-address'],
  ['https://*.example.com/', 'not-an-address'],
  ['https://desk.*/', 'not-an-address'],
  ['https://%2A.example.com/', 'not-an-address'],
  ['https://a%20b.com/', 'not-an-address'],
  ['https://a$b.example/', 'not-an-address'],
  ['https://desk,example.com/', 'not-an-address'],
  ["https://desk'example.com/", 'not-an-address'],
  ['https://desk..example.com/', 'not-an-address'],
  ['https://-desk.example.com/', 'not-an-address'],
  ['https://desk-.example.com/', 'not-an-address'],
  ['https://.example.com/', 'not-an-address'],
  ['http://*:80/', 'not-an-address'],
  ['<all_urls>', 'not-an-address'],
  ['*://*/*', 'not-an-address'],
  ['chrome://extensions/', 'not-web'],
  ['about:config', 'not-web'],
  ['about:blank', 'not-web'],
  ['edge://settings', 'not-web'],
  ['chrome-extension://abc/options.html', 'not-web'],
  ['moz-extension://abc/options.html', 'not-web'],
  ['file:///etc/passwd', 'not-web'],
  ['javascript:alert(1)', 'not-web'],
  ['data:text/html,x', 'not-web'],
  ['blob:https://desk.example.com/1', 'not-web'],
  ['view-source:https://desk.example.com', 'not-web'],
  ['ws://desk.example.com', 'not-web'],
  ['wss://desk.example.com', 'not-web'],
  ['ftp://desk.example.com', 'not-web'],
  ['mailto:a@example.com', 'not-web'],
  ['http://desk.example.com', 'insecure'],
  ['http://192.168.1.10/', 'insecure'],
  ['http://127.0.0.2/', 'insecure'],
  ['http://0.0.0.0/', 'insecure'],
  ['http://[::2]/', 'insecure'],
  ['http://localhost.example.com/', 'insecure'],
  ['http://localhost./', 'insecure'],
  ['http://127.0.0.1.example.com/', 'insecure'],
  ['https://user@desk.example.com/', 'user-info'],
  ['https://user:secret@desk.example.com/', 'user-info'],
  ['https://:secret@desk.example.com/', 'user-info'],
  ['https://desk.example.com@evil.example/', 'user-info'],
];

describe('an address', () => {
  it.each(accepted)('%s is worked with as %s', (address, origin) => {
    expect(safeOrigin(address)).toEqual({ ok: true, origin });
  });

  it.each(refused)('%s is refused: %s', (address, problem) => {
    expect(safeOrigin(address)).toEqual({ ok: false, problem });
  });

  it.each(refused)('%s has no match pattern and cannot stand in the settings', (address) => {
    expect(() => matchPattern(address)).toThrow('No match pattern');
    expect(settingsSchema.safeParse({ version: 2, hosts: [{ origin: address }] }).success).toBe(false);
  });

  it('becomes a pattern for its own host only, without the port', () => {
    expect(matchPattern('https://desk.example.com:8443')).toBe('https://desk.example.com/*');
    expect(matchPattern('http://[::1]:3000')).toBe('http://[::1]/*');
  });

  it('stands in the settings as an origin only, never with a path', () => {
    expect(settingsSchema.safeParse({ version: 2, hosts: [{ origin: 'https://a.example/' }] }).success).toBe(
      false,
    );
    expect(settingsSchema.safeParse({ version: 2, hosts: [{ origin: 'https://a.example' }] }).success).toBe(
      true,
    );
  });
});
