import { expect, test } from 'vitest';
import { checkWidgetConfig } from './widget-config.ts';

const base = 'https://crm.example.com/widget/';

test('the sign-in page becomes a whole address on the widget’s own origin', () => {
  const config = checkWidgetConfig(
    { embedOrigins: ['https://desk.example.com'], signInUrl: '/sign-in' },
    base,
  );
  expect(config).toEqual({
    embedOrigins: ['https://desk.example.com'],
    signInUrl: 'https://crm.example.com/sign-in',
  });
});

test.each([
  'https://evil.example.com/sign-in',
  '//evil.example.com/',
  'javascript:alert(1)',
  'data:text/html,x',
])('a sign-in page at %s is refused', (signInUrl) => {
  expect(() => checkWidgetConfig({ embedOrigins: [], signInUrl }, base)).toThrow();
});

test('only exact, safe origins may embed', () => {
  const good = ['https://desk.example.com', 'https://desk.example.com:8443', 'http://localhost:4310'];
  const bad = [
    '*',
    'null',
    'https://*.example.com',
    'https://desk.example.com/',
    'https://desk.example.com/path',
    'https://user@desk.example.com',
    'HTTPS://DESK.EXAMPLE.COM',
    'http://desk.example.com',
    'desk.example.com',
    '',
  ];
  const { embedOrigins } = checkWidgetConfig(
    { embedOrigins: [...bad, ...good], signInUrl: '/sign-in' },
    base,
  );
  expect(embedOrigins).toEqual(good);
});

test.each([null, [], 'x', { embedOrigins: 'https://a.example' }, { signInUrl: '/sign-in' }])(
  '%j is no configuration',
  (value) => {
    expect(() => checkWidgetConfig(value, base)).toThrow();
  },
);
