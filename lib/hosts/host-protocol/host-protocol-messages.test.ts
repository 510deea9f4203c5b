import { expect, test } from 'vitest';
import { readHostMessage } from './host-protocol-messages.ts';

const envelope = { protocol: 'ringside', version: 1 };
const interaction = { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' };

test.each([
  { type: 'hello', host: { name: 'Desk', version: '1' }, commands: [] },
  { type: 'interaction', interaction },
  { type: 'focus', interactionId: null },
  { type: 'inbox', mode: 'docked' },
  { type: 'language', language: 'pt-BR' },
  { type: 'event', event: { id: 'e', interactionId: '1', type: 'note', at: '2026-11-20T10:00:00Z' } },
])('a $type is read as an event, without its envelope and unknown members', (event) => {
  expect(readHostMessage({ ...envelope, ...event, extra: 1 })).toEqual(event);
});

test('a wrong field is passed on: to drop and count it is the worker’s part', () => {
  expect(readHostMessage({ ...envelope, type: 'inbox', mode: 7 })).toEqual({ type: 'inbox', mode: 7 });
});

test('what is read is a copy, and members that are undefined are left out as in JSON', () => {
  const message = { ...envelope, type: 'interaction', interaction: { ...interaction, queue: undefined } };
  const event = readHostMessage(message);
  message.interaction.id = 'changed';
  expect(event).toEqual({ type: 'interaction', interaction });
  expect(JSON.stringify(event)).not.toContain('queue');
});

const cyclic: Record<string, unknown> = { ...envelope, type: 'interaction' };
cyclic.interaction = cyclic;
let deep: unknown = 1;
for (let depth = 0; depth < 20; depth++) deep = { deep };

test.each([
  ['text', 'hello?'],
  ['nothing', null],
  ['a list', [envelope]],
  ['another protocol', { ...envelope, protocol: 'other', type: 'focus', interactionId: null }],
  ['another version', { ...envelope, version: 2, type: 'focus', interactionId: null }],
  ['a version as text', { ...envelope, version: '1', type: 'focus', interactionId: null }],
  ['our own question', { ...envelope, type: 'hello?' }],
  ['a command, which is for the host', { ...envelope, type: 'command', command: 'dial' }],
  ['an unknown type', { ...envelope, type: 'toString' }],
  ['more than 8 kB', { ...envelope, type: 'focus', interactionId: 'x'.repeat(8_200) }],
  ['more than 8 kB in bytes', { ...envelope, type: 'focus', interactionId: '語'.repeat(3_000) }],
  ['many members', { ...envelope, type: 'hello', commands: Array.from({ length: 1_000 }, () => '') }],
  ['deep nesting', { ...envelope, type: 'interaction', interaction: deep }],
  ['a cycle', cyclic],
  ['a function', { ...envelope, type: 'interaction', interaction: { ...interaction, id: () => '1' } }],
  ['a date', { ...envelope, type: 'interaction', interaction: { ...interaction, startedAt: new Date() } }],
  ['a big integer', { ...envelope, type: 'focus', interactionId: 1n }],
  ['what is not a number', { ...envelope, type: 'focus', interactionId: Number.NaN }],
  [
    'a prototype key',
    JSON.parse('{"protocol":"ringside","version":1,"type":"event","event":{"__proto__":{"a":1}}}'),
  ],
  ['a constructor key', { ...envelope, type: 'event', event: { constructor: 'x' } }],
  ['a proxy', new Proxy({ ...envelope, type: 'focus', interactionId: '1' }, {})],
])('%s is not read', (_, data) => expect(readHostMessage(data)).toBeNull());

test('a getter is neither read nor called', () => {
  let called = false;
  const event = {
    get id() {
      called = true;
      return 'x';
    },
  };
  expect(readHostMessage({ ...envelope, type: 'event', event })).toBeNull();
  expect(called).toBe(false);
});

test('a message that throws when it is touched is not read', () => {
  const hostile = new Proxy(
    {},
    {
      has() {
        throw new Error('hostile');
      },
    },
  );
  expect(readHostMessage(hostile)).toBeNull();
});
