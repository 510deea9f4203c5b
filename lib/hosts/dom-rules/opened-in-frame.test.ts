// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createRulePage, type Version } from './rule-page-for-tests.ts';

const address = { take: 'email' };
/** A webmail: a list of mails, and a frame in which one is opened. */
const webmail: Version = {
  since: '2026-09-01',
  probe: '#list',
  displayName: { at: '.from', take: 'name' },
  clientId: { at: '.from', ...address },
  parts: [
    {
      scope: '#list',
      rows: '.mail',
      id: { read: 'attribute', attribute: 'data-id' },
      state: [{ is: 'offered', when: { class: 'unread' } }],
    },
    { within: 'iframe', rows: 'article', focus: {}, state: [{ is: 'active' }] },
  ],
};
const page = createRulePage();
const start = (mails: string, version = webmail) =>
  page.start(
    `<ul id="list">${mails}</ul><iframe src="about:blank"></iframe>`,
    page.rulesOf([version], { channel: 'email' }),
  );
const mail = (id: string, name: string, unread = true) =>
  `<li class="mail${unread ? ' unread' : ''}" data-id="${id}"><b class="from">${name} &lt;${name}@example.com&gt;</b></li>`;
const article = (name: string, more = '') =>
  `<article${more}><b class="from">${name} &lt;${name}@example.com&gt;</b></article>`;
const frame = () => document.querySelector('iframe') as HTMLIFrameElement;
async function open(html: string) {
  await vi.waitFor(() => expect(frame().contentDocument?.body).toBeTruthy());
  const { contentDocument } = frame();
  if (contentDocument) contentDocument.body.innerHTML = html;
  frame().dispatchEvent(new Event('load'));
}
const read = (id: string) => document.querySelector(`[data-id="${id}"]`)?.classList.remove('unread');
const ids = () =>
  new Set(page.events.flatMap((event) => (event.type === 'interaction' ? [event.interaction.id] : [])));

beforeEach(() => {
  const { settings } = (window as unknown as { happyDOM: { settings: Record<string, unknown> } }).happyDOM;
  settings.enableIframePageLoading = true;
});

describe('a mail that stands in a list and is opened in a frame', () => {
  test('is one interaction, which the agent looks at', async () => {
    start(mail('17', 'ann') + mail('18', 'ben'));
    await page.tells('offered ann', 'offered ben');
    read('17');
    await open(article('ann'));
    await page.tells('offered ann', 'offered ben', 'active ann', 'focus ann');
    await page.afterReadings(2_300);
    expect(page.told()).toHaveLength(4);
    expect(ids().size).toBe(2);
  });

  test('is not missed while the frame is late', async () => {
    start(mail('17', 'ann'));
    await page.tells('offered ann');
    read('17');
    await page.afterReadings(700);
    expect(page.told()).toEqual(['offered ann']);
    await open(article('ann'));
    await page.tells('offered ann', 'active ann', 'focus ann');
    expect(ids().size).toBe(1);
  });

  test('is missed where nobody opens it', async () => {
    start(mail('17', 'ann'));
    await page.tells('offered ann');
    document.querySelector('.mail')?.remove();
    await page.afterReadings(700);
    expect(page.told()).toEqual(['offered ann']);
    await page.tells('offered ann', 'missed ann');
  });

  test('gives way to the next in the same frame at once, and nobody has the words of the other', async () => {
    start(mail('17', 'ann', false) + mail('18', 'ben', false));
    await open(article('ann'));
    await page.tells('active ann', 'focus ann');
    await open(article('ben'));
    await page.tells('active ann', 'focus ann', 'completed ann', 'active ben', 'focus ben');
    expect(ids().size).toBe(2);
  });

  test('is another where another takes its time to be shown, though its own list says nobody yet', async () => {
    start(`<li class="mail unread" data-id="17"><b class="from">ann</b></li>`);
    await vi.waitFor(() => expect(page.told()).toHaveLength(1));
    read('17');
    await page.afterReadings(500);
    await open(article('ben'));
    await page.tells('offered ann', 'active ben', 'focus ben', 'missed ann');
    expect(ids().size).toBe(2);
  });

  test('is told by the id that both have, of several by one sender the right one', async () => {
    const [list, opened] = webmail.parts as [object, object];
    const named = { read: 'attribute', attribute: 'data-id' };
    start(mail('17', 'ann') + mail('18', 'ann'), { ...webmail, parts: [list, { ...opened, id: named }] });
    await page.tells('offered ann', 'offered ann');
    await open(article('ann', ' data-id="18"'));
    await page.tells('offered ann', 'offered ann', 'active ann', 'focus ann');
    const active = page.events.find(
      (event) => event.type === 'interaction' && event.interaction.state === 'active',
    );
    expect(active).toMatchObject({ interaction: { id: expect.stringMatching(/:18$/) } });
  });

  test('is told by what stands in the page around its frame', async () => {
    const [list, opened] = webmail.parts as [object, object];
    const chosen = { at: '.chosen', in: 'around', read: 'attribute', attribute: 'data-id' };
    start(mail('17', 'ann') + mail('18', 'ann').replace('unread', 'unread chosen'), {
      ...webmail,
      parts: [list, { ...opened, id: chosen, campaign: { in: 'around', read: 'title' } }],
    });
    document.title = 'Sales';
    await open(article('ann'));
    await vi.waitFor(() => expect(page.told().at(-1)).toBe('focus ann'));
    expect(page.events.at(-1)).toMatchObject({ interactionId: expect.stringMatching(/:18$/) });
    expect(page.events.at(-2)).toMatchObject({ interaction: { campaign: { name: 'Sales' } } });
  });
});

test('what is in a frame that cannot be seen is not seen', async () => {
  start('');
  frame().style.display = 'none';
  await open(article('ann'));
  await page.afterReadings();
  expect(page.told()).toEqual([]);
  frame().style.display = '';
  await page.tells('active ann', 'focus ann');
});

test('a place within another is watched to its depth', async () => {
  const version = {
    ...webmail,
    probe: '#app',
    parts: [
      { scope: '#app', rows: '.call', state: [{ is: 'active' }] },
      { scope: '#list', rows: '.mail', state: [{ is: 'offered' }] },
    ],
  };
  page.start('<main id="app"><div><p></p></div><ul id="list"></ul></main>', page.rulesOf([version]));
  await page.afterReadings();
  const inner = document.querySelector('p');
  if (inner) inner.innerHTML = '<span class="call"><b class="from">ann &lt;ann@example.com&gt;</b></span>';
  await page.tells('active ann');
});
