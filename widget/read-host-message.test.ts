import { expect, test } from 'vitest';
import { readHostMessage } from './read-host-message.ts';

const envelope = { protocol: 'ringside', version: 1 };
const interaction = {
  id: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'offered',
  clientId: { kind: 'phone', value: '+33199004217' },
};

test('a message of the protocol is an event, without the envelope and without what is unknown', () => {
  const event = readHostMessage({ ...envelope, type: 'interaction', interaction, extra: 1 });
  expect(event).toEqual({ type: 'interaction', interaction });
});

const cyclic: Record<string, unknown> = { ...envelope, type: 'focus', interactionId: 'call-1' };
cyclic.self = cyclic;

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a string', JSON.stringify({ ...envelope, type: 'focus', interactionId: null })],
  ['no envelope', { type: 'focus', interactionId: null }],
  ['another version', { ...envelope, version: 2, type: 'focus', interactionId: null }],
  ['a version in words', { ...envelope, version: '1', type: 'focus', interactionId: null }],
  ['an unknown type', { ...envelope, type: 'contact' }],
  ['a wrong field', { ...envelope, type: 'interaction', interaction: { ...interaction, state: 'ringing' } }],
  ['more than 8 kB', { ...envelope, type: 'focus', interactionId: null, padding: 'x'.repeat(8_200) }],
  [
    'more than 8 kB in bytes only',
    { ...envelope, type: 'focus', interactionId: null, padding: 'é'.repeat(4_200) },
  ],
  ['a cycle', cyclic],
  ['a BigInt', { ...envelope, type: 'focus', interactionId: null, count: 1n }],
  [
    'a forbidden key',
    { ...envelope, type: 'interaction', interaction: { ...interaction, attributes: { constructor: 'x' } } },
  ],
])('%s is not heard', (_, data) => {
  expect(readHostMessage(data)).toBeUndefined();
});
