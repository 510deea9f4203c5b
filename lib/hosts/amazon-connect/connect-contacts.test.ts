import { beforeEach, expect, test } from 'vitest';
import { createConnectContacts } from './connect-contacts.ts';

const time = Date.parse('2026-11-20T10:00:00Z');
let contacts: ReturnType<typeof createConnectContacts>;
beforeEach(() => {
  contacts = createConnectContacts(() => time);
});

const contact = { id: 'c1', type: 'voice', inbound: true, state: 'connecting', phone: '+442079460188' };
const say = (more: object = {}) => contacts.take({ contact: { ...contact, ...more } });

test.each([
  ['voice', {}, 'phone', { kind: 'phone', value: '+442079460188' }],
  [
    'voice',
    { phone: 'sip:+442079460188@connect.example' },
    'phone',
    { kind: 'phone', value: '+442079460188' },
  ],
  ['queue_callback', {}, 'phone', { kind: 'phone', value: '+442079460188' }],
  ['chat', { subtype: 'connect:SMS' }, 'sms', { kind: 'phone', value: '+442079460188' }],
  ['chat', { subtype: 'connect:WhatsApp' }, 'whatsapp', { kind: 'phone', value: '+442079460188' }],
  ['email', { phone: undefined, email: 'a@b.example' }, 'email', { kind: 'email', value: 'a@b.example' }],
])('of type %s with %o', (type, more, channel, clientId) => {
  expect(say({ type, ...more })).toMatchObject({ interaction: { channel, clientId, state: 'offered' } });
});

test('a chat has its customer’s name, a task its own among the attributes, and neither a number', () => {
  expect(say({ type: 'chat', subtype: 'connect:Chat', phone: undefined, name: 'Noor' })).toMatchObject({
    interaction: { channel: 'chat', displayName: 'Noor' },
  });
  const task = contacts.take({
    contact: { ...contact, id: 'c2', type: 'task', phone: undefined, task: 'Call back' },
  });
  expect(task).toMatchObject({ interaction: { channel: 'other', attributes: { task: 'Call back' } } });
  expect(JSON.stringify(task)).not.toContain('clientId');
});

test('the queue is the campaign, and the contact it was transferred from is named', () => {
  expect(say({ queue: 'Claims', queueId: 'arn:7', initial: 'c0' })).toMatchObject({
    interaction: { campaign: { id: 'arn:7', name: 'Claims' }, queue: 'Claims', correlation: ['c0'] },
  });
  expect(say({ id: 'c2', initial: 'c2' })).not.toMatchObject({ interaction: { correlation: ['c2'] } });
});

test('a call between agents is internal, one that the agent makes outbound', () => {
  expect(say({ internal: true, phone: undefined })).toMatchObject({ interaction: { direction: 'internal' } });
  expect(say({ id: 'c2', inbound: false })).toMatchObject({ interaction: { direction: 'outbound' } });
});

test('a withheld number is none', () => {
  expect(say({ phone: 'anonymous' })).toMatchObject({ interaction: { withheld: true } });
});

test.each([
  [{ state: 'missed', end: 'missed' }, 'missed'],
  [{ state: 'rejected' }, 'rejected'],
  [{ state: 'error' }, 'failed'],
  [{ state: 'ended', end: 'ended' }, 'missed'],
  [{ end: 'destroyed' }, 'missed'],
  [{ inbound: false, end: 'destroyed' }, 'cancelled'],
])('never answered and then %o it is %s', (end, endReason) => {
  say('inbound' in end ? { inbound: false } : {});
  expect(say(end)).toMatchObject({ interaction: { state: 'finished', endReason } });
  expect(say({ end: 'destroyed' })).toBeUndefined();
});

test('after-call work is past the end', () => {
  say({ state: 'connected' });
  expect(say({ state: 'ended' })).toMatchObject({
    interaction: { state: 'finished', endReason: 'completed' },
  });
  expect(say({ state: 'ended', end: 'destroyed' })).toBeUndefined();
});

test('the view is told once', () => {
  expect(contacts.take({ view: 'c1' })).toEqual({ type: 'focus', interactionId: 'c1' });
  expect(contacts.take({ view: 'c1' })).toBeUndefined();
  expect(contacts.take({ view: null })).toEqual({ type: 'focus', interactionId: null });
  expect(contacts.take({ view: 7 })).toBeUndefined();
});

test('what the tap cannot have said is nothing', () => {
  for (const message of [
    null,
    [],
    { contact: [] },
    { contact: { id: 'c1', type: 'fax', state: 'connected' } },
    {},
  ])
    expect(contacts.take(message)).toBeUndefined();
  expect(say({ state: 'dreaming' })).toBeUndefined();
});
