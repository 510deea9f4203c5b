import type { Arrival } from './interaction.ts';

/** A customer of the simulator. The people and numbers are invented and match the companion server's sample workspace. */
export interface Scenario {
  label: string;
  hint: string;
  arrival: Omit<Arrival, 'campaign'>;
}

const inbound = { direction: 'inbound' } as const;

export const scenarios: Scenario[] = [
  {
    label: 'Élodie Marchand',
    hint: '+33 1 99 00 42 17',
    arrival: { ...inbound, channel: 'phone', clientId: { kind: 'phone', value: '+33199004217' } },
  },
  {
    label: 'A shared number',
    hint: '+44 20 7946 0123',
    arrival: { ...inbound, channel: 'phone', clientId: { kind: 'phone', value: '+442079460123' } },
  },
  {
    label: 'An unknown number',
    hint: '+1 212 555 0142',
    arrival: {
      ...inbound,
      channel: 'phone',
      clientId: { kind: 'phone', value: '+12125550142' },
      displayName: 'J. Whitaker',
    },
  },
  {
    label: 'A withheld number',
    hint: 'Number withheld',
    arrival: { ...inbound, channel: 'phone', withheld: true },
  },
  {
    label: 'A colleague',
    hint: 'Extension 204',
    arrival: {
      channel: 'phone',
      direction: 'internal',
      clientId: { kind: 'extension', value: '204' },
      displayName: 'Front office',
    },
  },
  {
    label: 'Website visitor',
    hint: 'elodie@vauban.example.com',
    arrival: {
      ...inbound,
      channel: 'chat',
      clientId: { kind: 'email', value: 'elodie@vauban.example.com' },
      displayName: 'Élodie',
    },
  },
  {
    label: 'E-mail',
    hint: 'new.client@example.org',
    arrival: {
      ...inbound,
      channel: 'email',
      clientId: { kind: 'email', value: 'new.client@example.org' },
      displayName: 'Noor Haddad',
    },
  },
  {
    label: 'WhatsApp',
    hint: '+33 1 99 00 42 17',
    arrival: {
      ...inbound,
      channel: 'whatsapp',
      clientId: { kind: 'phone', value: '+33199004217' },
      displayName: 'Élodie M.',
    },
  },
  {
    label: 'Instagram',
    hint: '@casa.fontana',
    arrival: {
      ...inbound,
      channel: 'instagram',
      clientId: { kind: 'instagram', value: '@casa.fontana', scope: 'northgate' },
      displayName: 'casa.fontana',
    },
  },
];

/** Campaigns of the sample workspace; the bare name stands for both directions. */
export const campaigns = ['Field service', 'Sales', 'Billing', 'General'];
