import { expect, it } from 'vitest';
import { openOrigins, type TabsApi } from './open-origins.ts';

it('open tabs are offered once each, and only those the browser tells and Ringside can work with', async () => {
  const urls = [
    'https://desk.example.com/a',
    'https://desk.example.com/b',
    undefined,
    'chrome://extensions',
    'http://insecure.example/',
    'http://localhost:5173/',
  ];
  // The fake has only the method that is used.
  const api = { tabs: { query: async () => urls.map((url) => ({ url })) } } as unknown as TabsApi;
  expect(await openOrigins(api)).toEqual(['https://desk.example.com', 'http://localhost:5173']);
});
