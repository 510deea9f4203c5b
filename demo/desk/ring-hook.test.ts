import { expect, test } from 'vitest';
import { readArrival } from './ring-hook.ts';

test.each([
  [{ ring: '+33199004217' }, { channel: 'phone', clientId: { kind: 'phone', value: '+33199004217' } }],
  [{ ring: '204' }, { channel: 'phone', clientId: { kind: 'extension', value: '204' } }],
  [{ ring: 'withheld' }, { channel: 'phone', withheld: true }],
  [{ ring: 'a@example.org', channel: 'chat' }, { clientId: { kind: 'email', value: 'a@example.org' } }],
  [
    { ring: '@casa', channel: 'instagram', scope: 'shop' },
    { clientId: { kind: 'instagram', value: '@casa', scope: 'shop' } },
  ],
  [{ ring: '+12125550142', kind: 'whatsapp', channel: 'whatsapp' }, { clientId: { kind: 'whatsapp' } }],
  [
    { ring: '+12125550142', contactId: 'c-1', name: 'Jo' },
    { contactId: 'c-1', displayName: 'Jo' },
  ],
  [{ ring: '+12125550142', channel: 'no such', direction: 'sideways' }, { direction: 'inbound' }],
])('%j makes the right customer get in touch', (wanted, expected) => {
  expect(readArrival(wanted)).toMatchObject(expected);
});

test.each([{}, { ring: '' }, { ring: 7 }, { number: '+33199004217' }])('%j rings nobody', (wanted) => {
  expect(readArrival(wanted)).toBeUndefined();
});
