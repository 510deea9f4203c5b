// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createRulePage, type Version } from './rule-page-for-tests.ts';

/** An inbox of several chats, of which the one with `open` is shown. */
const inbox: Version = {
  since: '2026-09-01',
  probe: '#inbox',
  scope: '#inbox',
  rows: '.chat',
  id: { read: 'attribute', attribute: 'data-id' },
  displayName: { at: '.name' },
  focus: { when: { class: 'open' } },
  state: [{ is: 'offered', when: { at: '.badge' } }, { is: 'active' }],
};
const page = createRulePage();
const chat = (name: string, { open = false, badge = false } = {}) =>
  `<li class="chat${open ? ' open' : ''}" data-id="${name}"><b class="name">${name}</b>${badge ? '<i class="badge">1</i>' : ''}</li>`;
const start = (inner: string, version = inbox) =>
  page.start(`<ul id="inbox">${inner}</ul>`, page.rulesOf([version], { channel: 'chat' }));
const open = (name: string) => {
  for (const row of document.querySelectorAll('.chat'))
    row.classList.toggle('open', row.getAttribute('data-id') === name);
};
const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

test('the agent’s eyes go from one chat to another, and to none', async () => {
  start(chat('Ann', { open: true }) + chat('Ben'));
  await page.tells('active Ann', 'active Ben', 'focus Ann');
  open('Ben');
  await page.tells('active Ann', 'active Ben', 'focus Ann', 'focus Ben');
  open('');
  await page.tells('active Ann', 'active Ben', 'focus Ann', 'focus Ben', 'focus none');
});

test('what is always looked at where it stands needs no condition', async () => {
  start(chat('Ann'), { ...inbox, rows: '.chat', focus: {} });
  await page.tells('active Ann', 'focus Ann');
  document.querySelector('.chat')?.remove();
  await page.tells('active Ann', 'focus Ann', 'focus none', 'completed Ann');
});

test('a list that is drawn anew says nothing twice', async () => {
  start(chat('Ann', { open: true }));
  await page.tells('active Ann', 'focus Ann');
  const list = document.querySelector('#inbox');
  if (list) list.innerHTML = chat('Ann', { open: true });
  await page.afterReadings();
  expect(page.told()).toEqual(['active Ann', 'focus Ann']);
});

test('a rule without focus tells none', async () => {
  const { focus: _, ...version } = inbox;
  start(chat('Ann', { open: true }), version);
  await page.afterReadings();
  expect(page.told()).toEqual(['active Ann']);
});

test('in a page that nobody sees nobody looks at any, until they come back', async () => {
  hide(true);
  start(chat('Ann', { open: true }) + chat('Ben'));
  await page.tells('active Ann', 'active Ben');
  open('Ben');
  await page.afterReadings();
  expect(page.told()).toHaveLength(2);
  hide(false);
  await page.tells('active Ann', 'active Ben', 'focus Ben');
  // Another tab may have had their eyes meanwhile.
  hide(true);
  hide(false);
  await page.tells('active Ann', 'active Ben', 'focus Ben', 'focus Ben');
});

test('a row that is drawn before its badge begins nothing until it has it', async () => {
  const version = {
    ...inbox,
    state: [
      { is: 'offered', when: { at: '.badge' } },
      { is: 'active', when: { class: 'open' } },
      { is: 'held', begins: false },
    ],
  };
  start(chat('Ann'), version);
  await page.afterReadings();
  expect(page.told()).toEqual([]);
  document.querySelector('.chat')?.insertAdjacentHTML('beforeend', '<i class="badge">1</i>');
  await page.tells('offered Ann');
  document.querySelector('.badge')?.remove();
  open('Ann');
  await page.tells('offered Ann', 'active Ann', 'focus Ann');
  // What is known may go into it.
  open('');
  await page.tells('offered Ann', 'active Ann', 'focus Ann', 'held Ann', 'focus none');
});

test('of two rows of one chat the one with its badge speaks, though the other looks answered', async () => {
  const version = {
    ...inbox,
    state: [
      { is: 'offered', when: { at: '.badge' } },
      { is: 'held', begins: false },
    ],
  };
  start(chat('Ann') + chat('Ann', { badge: true }), version);
  await page.tells('offered Ann');
  await page.afterReadings();
  expect(page.told()).toEqual(['offered Ann']);
});
