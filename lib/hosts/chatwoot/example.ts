import type { HostExample } from '../host.ts';

/** One conversation, told twice, then another in its place; a frame that says the same words is not Chatwoot. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const time = '2026-09-21T14:13:20.000Z';
  const context = (conversation: object, contact: object) =>
    JSON.stringify({ event: 'appContext', data: { conversation, contact, currentAgent: { id: 7 } } });
  const first = context(
    {
      id: 1204,
      inbox_id: 3,
      status: 'open',
      meta: { channel: 'Channel::WebWidget', assignee: { id: 7, name: 'Agent Seven' }, sender: { id: 55 } },
    },
    { id: 55, name: 'Noor Haddad', email: 'noor@haddad.example', phone_number: null, identifier: null },
  );
  const second = context(
    { id: 1205, inbox_id: 4, status: 'open', meta: { channel: 'Channel::Whatsapp', sender: { id: 56 } } },
    { id: 56, name: '+96170000412', email: null, phone_number: '+96170000412', identifier: null },
  );
  const noor = {
    id: '1204',
    threadId: '1204',
    startedAt: time,
    answeredAt: time,
    channel: 'chat',
    direction: 'inbound',
    clientId: { kind: 'email', value: 'noor@haddad.example' },
    displayName: 'Noor Haddad',
    agent: 'Agent Seven',
    attributes: { inbox: '3' },
  } as const;
  const other = {
    id: '1205',
    threadId: '1205',
    startedAt: time,
    answeredAt: time,
    channel: 'whatsapp',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+96170000412' },
    attributes: { inbox: '4' },
  } as const;
  const ended = { state: 'finished', endReason: 'completed', endedAt: time } as const;
  return {
    options: { frameOrigins: ['https://desk.example'] },
    input: [
      { from: 'frame', message: first },
      { from: 'parent', message: first },
      { from: 'parent', message: first },
      { from: 'parent', message: JSON.parse(second) },
      { from: 'parent', message: second },
    ],
    expected: [
      { type: 'interaction', interaction: { ...noor, state: 'active' } },
      { type: 'focus', interactionId: '1204' },
      { type: 'interaction', interaction: { ...noor, ...ended } },
      { type: 'interaction', interaction: { ...other, state: 'active' } },
      { type: 'focus', interactionId: '1205' },
    ],
  };
}
