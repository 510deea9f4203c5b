import { describe, expect, it } from 'vitest';
import { readAddress } from './read-address.ts';

describe('what a person types or pastes as an address', () => {
  it.each([
    ['https://desk.example.com/inbox?agent=7#calls', 'https://desk.example.com'],
    ['desk.example.com', 'https://desk.example.com'],
    ['  desk.example.com/inbox  ', 'https://desk.example.com'],
    ['desk.example.com:8443', 'https://desk.example.com:8443'],
    ['https://desk/inbox', 'https://desk'],
    ['https://desk.example.com/a b/*?c=*', 'https://desk.example.com'],
    ['localhost:5173', 'http://localhost:5173'],
    ['localhost', 'http://localhost'],
    ['127.0.0.1:8080/desk', 'http://127.0.0.1:8080'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['localhost.example.com', 'https://localhost.example.com'],
  ])('%s is %s', (typed, origin) => {
    expect(readAddress(typed)).toMatchObject({ ok: true, origin });
  });

  it.each([
    ['', 'Type or paste an address'],
    ['   ', 'Type or paste an address'],
    ['call centre', 'no blanks'],
    ['https://a b.com', 'no blanks'],
    ['https://a%20b.com', 'no blanks'],
    ['desk .example.com/inbox', 'no blanks'],
    ['*.example.com', 'many sites'],
    ['https://*.example.com/inbox', 'many sites'],
    ['https://%2A.example.com', 'many sites'],
    ['https://*/', 'many sites'],
    ['*', 'many sites'],
    ['desk', 'one word'],
    ['desk:8443', 'one word'],
    ['odoo/', 'one word'],
    ['https://desk..example.com', 'not an address'],
    ['desk,example.com', 'not an address'],
    ['http://desk.example.com', 'not encrypted'],
    ['http://192.168.0.5/desk', 'not encrypted'],
    ['chrome://extensions', 'pages of the browser itself'],
    ['about:blank', 'pages of the browser itself'],
    ['file:///home/agent/desk.html', 'pages of the browser itself'],
    ['javascript:alert(1)', 'pages of the browser itself'],
    ['mailto:agent@example.com', 'pages of the browser itself'],
    ['https://agent:secret@desk.example.com', 'name and password'],
    ['agent@desk.example.com', 'name and password'],
    ['https://chromewebstore.google.com/detail/x', 'lets no extension'],
  ])('%s is refused, saying why', (typed, words) => {
    const read = readAddress(typed);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.message).toContain(words);
  });
});
