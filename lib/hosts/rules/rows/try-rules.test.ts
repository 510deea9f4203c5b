// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DomRule, ruleFileSchema } from '../../../domain/host/host-rules.ts';
import type { TriedRule } from '../../../domain/host/tried-rule.ts';
import { tryRules } from './try-rules.ts';

const version = {
  since: '2026-09-01',
  probe: ['#list', '.toolbar'],
  scope: '#list',
  rows: '.chat',
  ignore: '.past',
  id: { read: 'attribute', attribute: 'data-id' },
  clientId: [{ at: '.mail', take: 'email' }, { at: '::nonsense(' }],
  state: [{ is: 'offered', when: { at: '.badge', match: '^\\d+$' } }, { is: 'active' }],
  focus: { when: { class: 'open' } },
};
/** A machine may have much else to do. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });
let stop: AbortController;
let told: TriedRule[][];

function start(html: string, more: object = {}, where: object[] = [{ host: '*' }]) {
  const rule = { id: 'chats', read: 'dom', where, versions: [{ ...version, ...more }] };
  const { rules } = ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] });
  document.body.innerHTML = html;
  tryRules({
    rules: rules as DomRule[],
    window: window as unknown as Window & typeof globalThis,
    signal: stop.signal,
    tell: (all) => told.push(all),
    isVisible: (element) => element.closest('[hidden]') === null,
  });
}
const page = `<p class="toolbar"></p><ul id="list">
  <li class="chat open" data-id="7"><b class="mail">Ana &lt;ana@example.com&gt;</b><i class="badge">3</i></li>
  <li class="chat" data-id="8" hidden><b class="mail">Ben &lt;ben@example.com&gt;</b></li>
  <li class="past"><b class="chat">Old</b></li></ul>`;
const last = () => told.at(-1)?.[0];
const selector = (path: string) => last()?.selectors.find((one) => one.path === path);

beforeEach(() => {
  stop = new AbortController();
  told = [];
});
afterEach(() => stop.abort());

test('each selector says how much it finds, how much of it can be seen, and what that says', async () => {
  start(page);
  await soon(() => expect(told).toHaveLength(1));
  expect(last()).toMatchObject({ id: 'chats', reading: 'reads', version: '2026-09-01' });
  expect(selector('versions.0.probe.0')).toMatchObject({ selector: '#list', found: 1, seen: 1 });
  expect(selector('versions.0.rows')).toMatchObject({ found: 3, seen: 2 });
  expect(selector('versions.0.ignore')).toMatchObject({ found: 1 });
  expect(selector('versions.0.state.0.when.at')).toMatchObject({ found: 1, texts: ['3'] });
  expect(selector('versions.0.clientId.0.at')).toEqual({
    path: 'versions.0.clientId.0.at',
    selector: '.mail',
    known: true,
    found: 2,
    seen: 1,
    texts: ['ana@example.com', 'ben@example.com'],
  });
  expect(selector('versions.0.clientId.1.at')).toMatchObject({ known: false, found: 0 });
  expect(last()?.rows).toEqual([
    { state: 'offered', begins: true, looked: true, texts: { id: '7', clientId: 'ana@example.com' } },
  ]);
});

test('what changes in the page is told at once, and what does not change is not', async () => {
  start(page);
  await soon(() => expect(told).toHaveLength(1));
  document.querySelector('.badge')?.remove();
  await soon(() => expect(last()?.rows[0]?.state).toBe('active'));
  expect(selector('versions.0.state.0.when.at')).toMatchObject({ found: 0 });
  const before = told.length;
  document.querySelector('#list')?.append('');
  document.querySelector('.toolbar')?.setAttribute('class', 'toolbar');
  document.querySelector('.chat')?.setAttribute('class', 'chat');
  await soon(() => expect(last()?.rows[0]?.looked).toBe(false));
  expect(told).toHaveLength(before + 1);
});

test('a version that does not fit says which probe finds nothing', async () => {
  start(page.replace('toolbar', 'bar'));
  await soon(() => expect(last()?.reading).toBe('cannot-read'));
  expect(last()?.selectors.map(({ path, found }) => [path, found])).toEqual([
    ['versions.0.probe.0', 1],
    ['versions.0.probe.1', 0],
  ]);
  expect(last()?.rows).toEqual([]);
});

test('a rule for another place looks at nothing', async () => {
  start(page, {}, [{ host: 'other.example' }]);
  await soon(() => expect(last()).toMatchObject({ reading: 'elsewhere', selectors: [], rows: [] }));
});

test('rows that cannot be seen are found all the same', async () => {
  start(page.replace('class="chat open"', 'class="chat open" hidden'));
  await soon(() => expect(last()?.reading).toBe('unseen'));
  expect(selector('versions.0.rows')).toMatchObject({ found: 3, seen: 1 });
});

test('what a part says stands under the part, what the version says for it under the version', async () => {
  start(page, {
    scope: undefined,
    rows: undefined,
    parts: [
      { scope: '#list', rows: '.chat' },
      { within: 'iframe', rows: 'article' },
    ],
  });
  await soon(() => expect(told).toHaveLength(1));
  expect(selector('versions.0.parts.0.rows')).toMatchObject({ found: 3 });
  expect(selector('versions.0.parts.1.within')).toMatchObject({ found: 0 });
  expect(selector('versions.0.parts.1.rows')).toMatchObject({ found: 0 });
  expect(selector('versions.0.clientId.0.at')).toMatchObject({ found: 2 });
});
