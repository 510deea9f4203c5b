import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostContext } from '../host.ts';
import adapter from './adapter.ts';
import { createChatwootConversations } from './chatwoot-conversations.ts';

let time = Date.parse('2026-11-20T10:00:00Z');
let chatwoot: ReturnType<typeof createChatwootConversations>;
beforeEach(() => {
  time = Date.parse('2026-11-20T10:00:00Z');
  chatwoot = createChatwootConversations(() => time);
});

const ana = {
  id: 5,
  name: 'Ana',
  email: 'ana@example.com',
  phone_number: '+33199004217',
  identifier: 'crm-9',
};
const text = (conversation: object = {}, contact: object = ana) =>
  JSON.stringify({
    event: 'appContext',
    data: {
      conversation: {
        id: 1,
        status: 'open',
        inbox_id: 3,
        contact_inbox: { source_id: 'src-1' },
        meta: { channel: 'Channel::WebWidget' },
        ...conversation,
      },
      contact,
    },
  });
const channel = (name: string) => ({ meta: { channel: name } });

describe('who it is', () => {
  test.each([
    ['Channel::WebWidget', {}, 'chat', { kind: 'email', value: 'ana@example.com' }],
    ['Channel::Email', {}, 'email', { kind: 'email', value: 'ana@example.com' }],
    ['Channel::Whatsapp', {}, 'whatsapp', { kind: 'phone', value: '+33199004217' }],
    ['Channel::TwilioSms', {}, 'sms', { kind: 'phone', value: '+33199004217' }],
    ['Channel::Voice', {}, 'phone', { kind: 'phone', value: '+33199004217' }],
    ['Channel::Api', { email: null }, 'chat', { kind: 'phone', value: '+33199004217' }],
    ['Channel::Api', { email: null, phone_number: null }, 'chat', { kind: 'other', value: 'crm-9' }],
    [
      'Channel::Telegram',
      { email: '', phone_number: null, identifier: null },
      'telegram',
      { kind: 'telegram', value: 'src-1', scope: 'inbox 3' },
    ],
    [
      'Channel::WebWidget',
      { email: '', phone_number: null, identifier: null },
      'chat',
      { kind: 'other', value: 'src-1', scope: 'inbox 3' },
    ],
  ])('on %s with %o', (name, more, expected, clientId) => {
    const [event] = chatwoot.take(text(channel(name), { ...ana, ...more }));
    expect(event).toMatchObject({ interaction: { channel: expected, clientId, displayName: 'Ana' } });
  });

  const bare = { email: null, phone_number: null, identifier: null };
  test.each([
    ['Channel::Api', { identifier: '5531988880123@s.whatsapp.net' }, '+5531988880123'],
    ['Channel::Api', { identifier: '5531988880123@c.us' }, '+5531988880123'],
    [
      'Channel::Api',
      { identifier: '5531988880123@s.whatsapp.net', email: 'ana@example.com' },
      '+5531988880123',
    ],
    ['Channel::Api', { identifier: '+5531988880123' }, '+5531988880123'],
    ['Channel::Api', { identifier: '@whatsapp_5531988880123:example.org' }, '+5531988880123'],
    ['Channel::Api', { identifier: 'tel:+5531988880123' }, '+5531988880123'],
    ['Channel::Whatsapp', { identifier: 'crm-9' }, '+5531988880123', '5531988880123'],
    ['Channel::TwilioSms', {}, '+5531988880123', 'whatsapp:+5531988880123'],
    ['Channel::Sms', {}, '+12125550199', '+12125550199'],
    ['Channel::Api', { phone_number: '5531988880123@s.whatsapp.net' }, '+5531988880123'],
  ])('on %s with %o is the number %s', (name, contact, value, source = 'src-1') => {
    const conversation = { ...channel(name), contact_inbox: { source_id: source } };
    const [event] = chatwoot.take(text(conversation, { ...ana, ...bare, ...contact }));
    expect(event).toMatchObject({ interaction: { clientId: { kind: 'phone', value } } });
  });

  test.each([
    ['Channel::Api', '123456789012345@lid', { kind: 'other', value: '123456789012345@lid' }],
    ['Channel::Api', '120363043211234567@g.us', { kind: 'other', value: '120363043211234567@g.us' }],
    ['Channel::Api', '5531988880123', { kind: 'other', value: '5531988880123' }],
    ['Channel::WebWidget', 'crm-9', { kind: 'other', value: 'crm-9' }],
  ])('on %s with the identifier %s is no number', (name, identifier, clientId) => {
    const [event] = chatwoot.take(text(channel(name), { ...ana, ...bare, identifier }));
    expect(event).toMatchObject({ interaction: { clientId } });
  });

  test.each(['twilight-sea-543', '+5531988880123', '5531988880123', '5531988880123@s.whatsapp.net'])(
    'has no name where it is called %s',
    (name) => {
      const [event] = chatwoot.take(text({}, { ...ana, name, phone_number: '+5531988880123' }));
      expect(event).toMatchObject({ interaction: { id: '1' } });
      expect(event).not.toHaveProperty('interaction.displayName');
    },
  );

  test('is never Chatwoot’s own contact id', () => {
    expect(JSON.stringify(chatwoot.take(text()))).not.toContain('contactId');
  });

  test('is read from the conversation where the contact is not told yet', () => {
    const meta = { channel: 'Channel::WebWidget', sender: { name: 'Ana', email: 'ana@example.com' } };
    expect(chatwoot.take(text({ meta }, {}))).toMatchObject([
      { interaction: { clientId: { value: 'ana@example.com' } } },
      { type: 'focus' },
    ]);
  });
});

test('the same context again tells nothing; a better one tells the whole', () => {
  chatwoot.take(text());
  expect(chatwoot.take(text())).toEqual([]);
  const meta = { channel: 'Channel::WebWidget', assignee: { name: 'Ben' }, team: { id: 2, name: 'Sales' } };
  expect(chatwoot.take(text({ meta }))).toMatchObject([
    { interaction: { id: '1', state: 'active', agent: 'Ben', campaign: { id: '2', name: 'Sales' } } },
  ]);
});

test('another conversation ends the one before, and coming back to that one is a new look at it', () => {
  const [first] = chatwoot.take(text());
  time += 1_000;
  expect(chatwoot.take(text({ id: 2 }))).toMatchObject([
    { interaction: { id: '1', state: 'finished' } },
    { interaction: { id: '2', state: 'active' } },
    { type: 'focus', interactionId: '2' },
  ]);
  time += 1;
  const [, again] = chatwoot.take(text());
  expect(again).toMatchObject({ interaction: { id: '1', state: 'active' } });
  expect(again).not.toEqual(first);
});

test('a conversation that is resolved under the agent’s eyes ends; one opened when it was resolved is shown', () => {
  chatwoot.take(text());
  expect(chatwoot.take(text({ status: 'resolved' }))).toMatchObject([{ interaction: { state: 'finished' } }]);
  expect(chatwoot.take(text({ status: 'resolved' }))).toEqual([]);
  time += 1;
  expect(chatwoot.take(text())).toMatchObject([{ interaction: { id: '1', state: 'active' } }]);
  expect(chatwoot.take(text({ id: 2, status: 'resolved' }))).toMatchObject([
    { interaction: { id: '1', state: 'finished' } },
    { interaction: { id: '2', state: 'active' } },
    { type: 'focus' },
  ]);
});

test.each([
  ['an object', JSON.parse(text())],
  ['another event', JSON.stringify({ event: 'other', data: {} })],
  ['no conversation', JSON.stringify({ event: 'appContext', data: { contact: ana } })],
  ['a list', '[]'],
  ['our own question', 'chatwoot-dashboard-app:fetch-info'],
  ['a polluted one', '{"__proto__":{"event":"appContext"}}'],
])('%s tells nothing', (_, data) => expect(chatwoot.take(data)).toEqual([]));

describe('the question', () => {
  function start(frameOrigin?: string, framed = true) {
    const parent = { postMessage: vi.fn() };
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const page = Object.assign(new EventTarget(), { document });
    const window = Object.assign(page, { parent: framed ? parent : page, postMessage: parent.postMessage });
    const stop = new AbortController();
    const context = {
      emit: vi.fn(),
      signal: stop.signal,
      window,
      options: frameOrigin ? { frameOrigins: [frameOrigin] } : {},
    };
    // Only what the adapter uses of a context.
    adapter.start(context as unknown as HostContext);
    return { asked: parent.postMessage.mock.calls, page, document, stop };
  }
  const asked = ['chatwoot-dashboard-app:fetch-info', 'https://chat.example'];

  test('is put to the exact origin at the start and whenever the app comes into view', () => {
    const { asked: calls, page, document, stop } = start('https://chat.example');
    page.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(calls).toEqual([asked, asked, asked]);
    stop.abort();
    page.dispatchEvent(new Event('focus'));
    expect(calls).toHaveLength(3);
  });

  test('is not put to anybody where no origin is named, or no page is around', () => {
    expect(start().asked).toEqual([]);
    expect(start('https://chat.example', false).asked).toEqual([]);
  });
});
