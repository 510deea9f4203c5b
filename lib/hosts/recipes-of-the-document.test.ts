// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRulePage } from './dom-rules/rule-page-for-tests.ts';
import { openMessagePage } from './message-rules/message-page-for-tests.ts';

const document_ = readFileSync(`${process.cwd()}/docs/host-rules.md`, 'utf8');
const recipes = new Map(
  [...document_.matchAll(/```json recipe=(\w+)\n([\s\S]*?)\n```/g)].map(([, name = '', text = '']) => [
    name,
    { since: '2026-09-01', ...JSON.parse(text) } as Record<string, unknown>,
  ]),
);
const tried = new Set<string>();

/** A recipe as the document has it. */
function recipe(name: string): Record<string, unknown> {
  tried.add(name);
  const found = recipes.get(name);
  if (found === undefined) throw new Error(`docs/host-rules.md has no recipe ${name}`);
  return found;
}

const page = createRulePage();
const start = (name: string, channel: string, html: string) =>
  page.start(html, page.rulesOf([recipe(name)], { channel }));
const element = (selector: string) => document.querySelector(selector) as HTMLElement;
const last = () => page.events.findLast((event) => event.type === 'interaction')?.interaction;

afterEach(() => {
  document.title = '';
});

describe('the recipes of docs/host-rules.md', () => {
  test('several chats, one of them open', async () => {
    const chat = (id: string, inner = '') => `<li data-chat="${id}"><b class="who">${id}</b>${inner}</li>`;
    start('inbox', 'chat', `<ul id="inbox">${chat('Ann', '<i class="badge">1</i>')}${chat('Ben')}</ul>`);
    await page.tells('offered Ann');
    element('[data-chat=Ann]').classList.add('selected');
    await page.tells('offered Ann', 'active Ann', 'focus Ann');
    element('[data-chat=Ben]').insertAdjacentHTML('beforeend', '<i class="badge">1</i>');
    await page.tells('offered Ann', 'active Ann', 'focus Ann', 'offered Ben');
    for (const badge of document.querySelectorAll('.badge')) badge.remove();
    element('[data-chat=Ann]').classList.remove('selected');
    element('[data-chat=Ben]').classList.add('selected');
    await vi.waitFor(() =>
      expect(page.told().slice(4).toSorted()).toEqual(['active Ben', 'focus Ben', 'held Ann']),
    );
  });

  const mails = (...rows: string[]) => `<table id="mails"><tbody>${rows.join('')}</tbody></table>`;
  const mail = (uid: string, from: string) =>
    `<tr class="unread" data-uid="${uid}"><td class="from">${from}</td></tr>`;

  test('unread mails', async () => {
    start('unread', 'email', mails(mail('17', 'Ana Sol &lt;ana@example.com&gt;')));
    await page.tells('pending Ana Sol');
    expect(last()).toMatchObject({ clientId: { kind: 'email', value: 'ana@example.com' } });
  });

  test('a list and the frame that opens it', async () => {
    const { settings } = (window as unknown as { happyDOM: { settings: Record<string, unknown> } }).happyDOM;
    settings.enableIframePageLoading = true;
    const rows = mails(
      mail('17', 'Ana Sol &lt;ana@example.com&gt;'),
      mail('18', 'Ana Sol &lt;ana@example.com&gt;'),
    );
    start('frame', 'email', `${rows}<iframe id="reader" src="about:blank"></iframe>`);
    await page.tells('pending Ana Sol', 'pending Ana Sol');
    const frame = element('iframe') as HTMLIFrameElement;
    await vi.waitFor(() => expect(frame.contentDocument?.body).toBeTruthy());
    const inner = frame.contentDocument as Document;
    vi.spyOn(inner, 'location', 'get').mockReturnValue({
      href: 'https://mail.example/show?uid=18&part=1',
    } as Location);
    inner.body.innerHTML = '<article><i class="from">ana@example.com</i></article>';
    element('[data-uid="18"]').classList.remove('unread');
    frame.dispatchEvent(new Event('load'));
    await page.tells('pending Ana Sol', 'pending Ana Sol', 'active Ana Sol', 'focus Ana Sol');
    expect(last()?.id).toMatch(/:18$/);
    await page.afterReadings(2_300);
    expect(page.told()).toHaveLength(4);
  });

  test('the number in a sentence', async () => {
    start(
      'number',
      'phone',
      '<p id="phone"><b class="status">Incoming call from Ann Roux (020 7946 0123)</b></p>',
    );
    await page.tells('offered Ann Roux');
    expect(last()).toMatchObject({ clientId: { kind: 'phone', value: '020 7946 0123' } });
    element('.status').textContent = 'In call, 0:07';
    await page.tells('offered Ann Roux', 'active Ann Roux');
  });

  test('a message with a list of lists', () => {
    const { told, post } = openMessagePage(recipe('lists'));
    const channels = [
      { id: 7, kind: 'query', name: 'Ann', unread: 1 },
      { id: 8, kind: 'query', name: 'Ben', unread: 0 },
      { id: 9, kind: 'channel', name: '#sales', unread: 5 },
    ];
    post({ networks: [{ name: 'Sales', channels }] });
    post({ networks: [{ name: 'Sales', channels: [{ ...channels[0], unread: 0 }] }] });
    expect(told()).toEqual(['offered chats:7 Sales', 'active chats:7 Sales']);
  });

  test('an event that says which one is open', () => {
    const { told, post } = openMessagePage(recipe('opened'));
    for (const event of ['message', 'open', 'close']) post({ event, channel: 7 });
    expect(told()).toEqual(['offered chats:7', 'active chats:7', 'focus chats:7', 'finished chats:7']);
  });

  test('are all tried here', () => {
    expect([...tried].toSorted()).toEqual([...recipes.keys()].toSorted());
    expect(recipes.size).toBeGreaterThan(5);
  });
});
