import { expect, test } from 'vitest';
import { type HostEvent, hostEventSchema } from '../../lib/domain/host/host-event.ts';
import { createDeskStore } from './desk-store.ts';
import { scenarios } from './scenarios.ts';

function desk() {
  const said: HostEvent[] = [];
  let next = 0;
  const store = createDeskStore({
    say: (event) => said.push(event),
    now: () => Date.UTC(2026, 10, 20, 10),
    newId: () => `call-${++next}`,
  });
  return { said, store };
}

const phone = { channel: 'phone', direction: 'inbound', campaign: 'Sales' } as const;

test('everything the desk says about every sample customer is valid host protocol', () => {
  const { said, store } = desk();
  for (const { arrival } of scenarios) {
    const id = store.arrive({ ...arrival, campaign: 'Sales' });
    for (const type of ['answer', 'hold', 'resume'] as const) store.act(id, { type });
    store.act(id, { type: 'end', reason: 'completed' });
    store.act(id, { type: 'close' });
  }
  store.setInbox('full');
  for (const event of [...said, ...store.everything()]) hostEventSchema.parse(event);
  expect(said.length).toBeGreaterThan(scenarios.length * 6);
});

test('a second caller does not take the focus from the first', () => {
  const { store } = desk();
  const first = store.arrive(phone);
  store.arrive(phone);
  expect(store.focus.value).toBe(first);
});

test('answering a call puts the other call on hold and moves the focus, a chat stays as it is', () => {
  const { store } = desk();
  const [first, chat, second] = [
    store.arrive(phone),
    store.arrive({ ...phone, channel: 'chat' }),
    store.arrive(phone),
  ];
  for (const id of [first, chat, second]) store.act(id, { type: 'answer' });
  expect(store.interactions.value.map(({ state }) => state)).toEqual(['held', 'active', 'active']);
  expect(store.focus.value).toBe(second);
});

test('what is closed leaves the desk and the focus goes to what is left', () => {
  const { said, store } = desk();
  const [first, second] = [store.arrive(phone), store.arrive(phone)];
  store.act(first, { type: 'end', reason: 'missed' });
  store.act(first, { type: 'close' });
  expect(store.interactions.value.map(({ id }) => id)).toEqual([second]);
  expect(said.at(-1)).toEqual({ type: 'focus', interactionId: second });
});

test('the answer to hello? begins with hello and holds all that is live', () => {
  const { store } = desk();
  const id = store.arrive(phone);
  expect(store.everything().map(({ type }) => type)).toEqual(['hello', 'inbox', 'interaction', 'focus']);
  expect(store.everything()).toContainEqual({ type: 'focus', interactionId: id });
});
