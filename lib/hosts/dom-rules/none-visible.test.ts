// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createRulePage } from './rule-page-for-tests.ts';

const page = createRulePage();
const version = {
  since: '2026-09-01',
  probe: '#list',
  scope: '#list',
  rows: '.chat',
  ignore: '.past',
  state: [{ is: 'active' }],
};
const readings = (...expected: string[]) =>
  vi.waitFor(() => expect(page.readings.map(([, reading]) => reading)).toEqual(expected), {
    timeout: 10_000,
  });

test('rows that are found and cannot be seen are spoken of, until one can', async () => {
  page.start(
    '<ul id="list" style="display:none"><li class="chat">Ann</li></ul>',
    page.rulesOf([version], { channel: 'chat' }),
  );
  await readings('unseen');
  document.querySelector('#list')?.removeAttribute('style');
  await readings('unseen', 'reads');
  expect(page.told()).toHaveLength(1);
});

test('no rows, and rows of the past, are none that cannot be seen', async () => {
  page.start(
    '<ul id="list"><li class="past"><b class="chat" hidden>Ann</b></li></ul>',
    page.rulesOf([version], { channel: 'chat' }),
  );
  await readings('reads');
});
