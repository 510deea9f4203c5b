import type { HostExample } from '../host.ts';

/** A host that says what it is, which call rings and that the agent looks at it; what is not for us is left alone. */
export const example: HostExample = record();

function record(): HostExample {
  const envelope = { protocol: 'ringside', version: 1 };
  const hello = { type: 'hello', host: { name: 'Desk', version: '3' }, commands: [] } as const;
  const rings = {
    type: 'interaction',
    interaction: {
      id: 'call-17',
      channel: 'phone',
      direction: 'inbound',
      state: 'offered',
      clientId: { kind: 'phone', value: '+33612345678' },
      campaign: { name: 'Support FR' },
    },
  } as const;
  const focus = { type: 'focus', interactionId: 'call-17' } as const;
  return {
    input: [
      { from: 'page', message: { ...envelope, ...hello, shade: 'unknown fields are left out' } },
      { from: 'page', message: { ...envelope, ...rings } },
      { from: 'page', message: { ...envelope, ...focus, version: 2 } },
      { from: 'frame', message: { ...envelope, ...focus, interactionId: 'forged' } },
      { from: 'page', message: { ...envelope, ...focus } },
    ],
    expected: [{ ...hello, commands: [] }, rings, focus],
  };
}
