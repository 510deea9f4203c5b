import { expect, test } from 'vitest';
import { urlInteraction } from './url-interaction.ts';

const at = '2026-11-20T10:00:00.000Z';
const read = (rest: string) => urlInteraction(`https://crm.example.com/widget/${rest}`, '1', at);

test.each([
  ['#contactId=c-7', { contactId: 'c-7', channel: 'phone', state: 'active', direction: 'inbound' }],
  ['#clientId=%2B33199004217', { clientId: { kind: 'phone', value: '+33199004217' } }],
  ['#clientId=+33199004217', { clientId: { kind: 'phone', value: '+33199004217' } }],
  ['?clientId=ann@example.org&channel=email', { clientId: { kind: 'email', value: 'ann@example.org' } }],
  ['#clientId=ann@example.org&channel=chat', { clientId: { kind: 'email', value: 'ann@example.org' } }],
  ['#clientId=ann&channel=chat', { clientId: { kind: 'username', value: 'ann' } }],
  ['#clientId=@casa&channel=instagram&scope=shop', { clientId: { kind: 'instagram', scope: 'shop' } }],
  ['#clientId=Z9&kind=whatsapp&channel=whatsapp', { clientId: { kind: 'whatsapp', value: 'Z9' } }],
  [
    '#contactId=c-7&name=Ann&campaign=Field%20service&direction=outbound',
    { displayName: 'Ann', campaign: { name: 'Field service' }, direction: 'outbound' },
  ],
])('%s names an interaction', (rest, expected) => {
  expect(read(rest)).toMatchObject(expected);
});

test('the fragment wins over the query', () => {
  expect(read('?contactId=from-query#contactId=from-fragment')?.contactId).toBe('from-fragment');
});

test.each([
  '',
  '#',
  '#name=Ann&campaign=Sales',
  '#clientId=%20',
  '#contactId=',
  `#contactId=${'x'.repeat(600)}`,
])('an address ending in %j names nobody', (rest) => {
  expect(read(rest)).toBeNull();
});

test('words that the protocol does not know fall back to what is usual', () => {
  expect(read('#clientId=%2B33199004217&channel=pigeon&kind=ring&direction=up')).toMatchObject({
    channel: 'phone',
    direction: 'inbound',
    clientId: { kind: 'phone' },
  });
});
